package fr.vigie.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One doctor's hours on their way through the chart of {@link WindDown}.
 *
 * <p>As with rates, the weeks of a deviation join the baseline only once it has come back to zero.
 */
final class LevelRun {
    /** As in {@link RateRun}: a deviation must be able to end within weeks. */
    private static final double CEILING = 1.5;

    private final WindDown signal;
    private final String name;
    private final OpeningSeason season;

    private final List<Double> past = new ArrayList<>();
    private final List<Double> waiting = new ArrayList<>();
    private Cusum cusum = Cusum.ZERO;
    private Count opened = Count.NONE;
    private Count others = Count.NONE;
    private @Nullable LocalDate since;

    LevelRun(WindDown signal, OpeningSeason season) {
        this.signal = signal;
        this.name = signal.name();
        this.season = season;
    }

    List<SignalReading> read(PracticeHistory history) {
        var readings = new ArrayList<SignalReading>();
        for (var week : history.weeks()) {
            if (week.comparable(signal.excuses())) {
                step(week);
            }
            if (opened.denominator() > 0) {
                readings.add(reading(history, week));
            }
        }
        return readings;
    }

    private void step(PracticeWeek week) {
        double index = season.of(week.monday());
        double minutes = week.opening().minutes();
        double level = past.size() < signal.learningWeeks() ? 0 : Statistics.median(past);
        if (level <= 0 || index <= 0) {
            past.add(index > 0 ? minutes / index : minutes);
            return;
        }
        if (since == null) {
            opened = Count.NONE;
            others = Count.NONE;
        }
        double expected = level * index;
        opened = opened.plus(new Count(minutes, expected));
        others = others.plus(new Count(index, 1));
        waiting.add(minutes / index);
        double z = deviation(minutes / expected, level);
        cusum = cusum.plus(Math.max(-signal.cut(), Math.min(signal.cut(), z)) - 0.5)
                .atMost(CEILING * signal.threshold());
        if (cusum.score() > 0) {
            since = since == null ? week.monday() : since;
        } else {
            past.addAll(waiting);
            waiting.clear();
            since = null;
        }
    }

    /** By how much a week falls short, in spreads, each taken one standard error to the doctor's favour. */
    private double deviation(double ratio, double level) {
        double spread = Math.max(signal.leastSpread(), Statistics.spread(past, level) / level);
        double weeks = past.size();
        return (1 - spread / StrictMath.sqrt(weeks) - ratio) / (spread * (1 + 1 / StrictMath.sqrt(2 * weeks)));
    }

    private SignalReading reading(PracticeHistory history, PracticeWeek week) {
        return new SignalReading(
                week.asOf(),
                history.practiceId(),
                history.practitionerId(),
                name,
                opened,
                1,
                others.rate(),
                cusum.score(),
                cusum.pValue(),
                cusum.pValue(),
                since,
                cusum.score() >= signal.threshold() && waiting.size() >= signal.gateWeeks());
    }
}
