package fr.vigie.simulate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForeseenRatesTest {
    private static final LocalDate FROM = LocalDate.of(2025, 1, 6);
    private static final LocalDate ORIGIN = LocalDate.of(2025, 4, 7);
    private static final ServicePlan PLAN =
            ServicePlan.defaults(5, FROM, LocalDate.of(2025, 7, 7)).withPractices(120);

    private final Intensity rates = new Service(PLAN).intensity();

    @Test
    void knowsWhatWas() {
        assertTrue(ratios(FROM, ORIGIN).allMatch(ratio -> ratio == 1));
    }

    @Test
    void doesNotKnowWhoWillFallIll() {
        var ahead = ratios(ORIGIN, PLAN.until()).summaryStatistics();
        assertTrue(ahead.getMin() < 0.6, "nobody fell ill: " + ahead);
        assertTrue(ahead.getMax() < 1.3, "a leave that was announced is not known: " + ahead);
    }

    /** What came true of what was foreseen, by practice and day. */
    private DoubleStream ratios(LocalDate from, LocalDate until) {
        var foreseen = rates.foreseenBefore(ORIGIN);
        return from.datesUntil(until).flatMapToDouble(day -> IntStream.range(0, PLAN.practices())
                .filter(p -> foreseen.perDay(p, day) > 0)
                .mapToDouble(p -> rates.perDay(p, day) / foreseen.perDay(p, day)));
    }

    @Test
    void drawsOtherWintersOfTheSameLaw() {
        var day = LocalDate.of(2025, 1, 18);
        var lifts = IntStream.range(0, 500)
                .mapToDouble(seed -> Waves.drawn(seed, FROM, PLAN.until()).lift(day))
                .summaryStatistics();
        assertTrue(lifts.getMin() < 0.08, lifts.toString());
        assertTrue(lifts.getMax() > 0.18 && lifts.getMax() < 0.18 + 0.06, lifts.toString());
        assertTrue(lifts.getAverage() > 0.08 && lifts.getAverage() < 0.14, lifts.toString());
    }
}
