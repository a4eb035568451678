package fr.vigie.signal;

import fr.vigie.input.ForwardingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.Well19937c;

/** Histories drawn from the model that the charts assume, for tests. */
final class Simulated {
    static final LocalDate START = LocalDate.of(2025, 1, 6);
    static final double OVERDISPERSION = 0.05;

    private final RandomDataGenerator random;

    Simulated(int seed) {
        random = new RandomDataGenerator(new Well19937c(seed));
    }

    /** A count out of a Poisson number, with a rate drawn anew around its mean. */
    int[] events(double mean, double rate) {
        int offered = mean > 0 ? (int) random.nextPoisson(mean) : 0;
        double factor = 1 / OVERDISPERSION - 1;
        double drawn = random.nextBeta(rate * factor, (1 - rate) * factor);
        int happened = 0;
        for (int i = 0; i < offered; i++) {
            happened += random.nextUniform(0, 1) < drawn ? 1 : 0;
        }
        return new int[] {happened, offered};
    }

    /** A baseline rate of a practice among others: mean as given, as spread out as 20 events. */
    double baseline(double mean) {
        return random.nextBeta(20 * mean, 20 * (1 - mean));
    }

    PracticeHistory practice(String id, int weeks, double transfers, IntToDoubleFunction refusal, double noSlot) {
        var history = new ArrayList<PracticeWeek>();
        for (int w = 0; w < weeks; w++) {
            var refused = events(transfers, refusal.applyAsDouble(w));
            var without = events(30, noSlot);
            history.add(week(
                    w,
                    Set.of(),
                    new Transfers(refused[1], refused[0] - refused[0] / 2, refused[0] / 2),
                    new Bookings(without[1], without[0]),
                    Opening.NONE));
        }
        return new PracticeHistory(id, null, "general/1", history);
    }

    /** A doctor who opens 33 hours a week in nine half-days, times what the week says. */
    PracticeHistory doctor(String id, int weeks, IntToDoubleFunction opened, double spread, IntToDoubleFunction late) {
        var history = new ArrayList<PracticeWeek>();
        for (int w = 0; w < weeks; w++) {
            double minutes = 1980 * opened.applyAsDouble(w) * (1 + spread * random.nextGaussian(0, 1));
            var closed = events(9, late.applyAsDouble(w));
            history.add(week(
                    w,
                    Set.of(),
                    Transfers.NONE,
                    Bookings.NONE,
                    new Opening((int) Math.max(0, Math.round(minutes)), closed[1], closed[0])));
        }
        return new PracticeHistory(id, id + "-doctor", "general/1", history);
    }

    /** Forty practices and doctors to whom nothing happens. */
    List<PracticeHistory> quietNetwork(int weeks) {
        var network = new ArrayList<PracticeHistory>();
        for (int i = 0; i < 40; i++) {
            double refusal = baseline(0.07);
            network.add(practice("Q%03d".formatted(i), weeks, 10, w -> refusal, baseline(0.12)));
            network.add(doctor("Q%03d".formatted(i), weeks, w -> 1, 0.06, w -> 0.04));
        }
        return network;
    }

    static PracticeWeek week(int index, Set<Excuse> excuses, Transfers transfers, Bookings bookings, Opening opening) {
        return new PracticeWeek(START.plusWeeks(index), excuses, ForwardingMode.ALWAYS, transfers, bookings, opening);
    }

    /** The same history with an excuse in the weeks from one until before another. */
    static PracticeHistory excused(PracticeHistory history, Excuse excuse, int from, int until) {
        var weeks = IntStream.range(0, history.weeks().size())
                .mapToObj(w -> {
                    var week = history.weeks().get(w);
                    if (w < from || w >= until) {
                        return week;
                    }
                    var excuses = EnumSet.of(excuse);
                    excuses.addAll(week.excuses());
                    return new PracticeWeek(
                            week.monday(),
                            excuses,
                            week.forwarding(),
                            week.transfers(),
                            week.bookings(),
                            week.opening());
                })
                .toList();
        return new PracticeHistory(history.practiceId(), history.practitionerId(), history.peerGroup(), weeks);
    }
}
