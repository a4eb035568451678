package fr.vigie.scenario;

import fr.vigie.forecast.ForecastModel;
import fr.vigie.forecast.Outlook;
import fr.vigie.forecast.Rolling;
import fr.vigie.series.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * An interrupted time series: a change tried for some days, held against a forecast that knows nothing of them.
 *
 * <p>The idea is that of G. Box and G. Tiao, "Intervention Analysis with Applications to Economic and Environmental
 * Problems" (1975), with a forecasting model's own errors in the place of a model of the noise: the same model forecasts
 * windows of as many days from origins a week apart before the trial, and the logarithm of what came over what it expected is
 * taken as normal about zero. With the root mean square r of these errors the interval is (1 + effect) exp(±t r) - 1, t
 * Student's quantile. Windows overlap, so its degrees of freedom are the windows that stand side by side, not the origins.
 * A model that is always off in one direction widens the interval; it is not corrected.
 *
 * @param model the forecasting model
 * @param numerator what is counted, e.g. calls, or the seconds that callers wait
 * @param denominator what it is a mean over, e.g. calls, on the same timeline; null: the count itself is the figure
 * @param from the first interval of the trial
 * @param until the first one after it, all of them known
 */
public record InterruptedSeries(
        ForecastModel model, Outlook numerator, @Nullable Outlook denominator, int from, int until) {
    /** Fewer say too little of how far a forecast may be off. */
    public static final int FEWEST_WINDOWS = 4;

    private static final int WEEK = 7;
    /** A model that knows less is worse than the one of the trial. */
    private static final int WEEKS_TO_LEARN = 8;

    private static final int MOST_ORIGINS = 104;

    public InterruptedSeries {
        if (from < 0 || from >= until || until > numerator.series().length()) {
            throw new IllegalArgumentException(
                    "The trial (%d to %d) must lie within the %d intervals of the series.\nMaybe its days are not over."
                            .formatted(from, until, numerator.series().length()));
        }
    }

    /** What came in a window and what was expected of it. */
    private record Window(int origin, double actual, double expected) {
        double error() {
            return Math.log(actual / expected);
        }
    }

    /**
     * The effect of the trial.
     *
     * @param level of the interval, above 0 and below 1
     * @throws IllegalArgumentException where too little is known before the trial, or nothing of it
     */
    public ChangeEffect effect(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "The level (%s) must be above 0 and below 1.\nMaybe take 0.95.".formatted(level));
        }
        var timeline = numerator.series().timeline();
        int days = timeline.day(until - 1) - timeline.day(from) + 1;
        var origins = origins(days);
        var windows = windows(origins, days);
        var trial = windows.remove(windows.size() - 1);
        if (trial.isEmpty()) {
            throw new IllegalArgumentException(
                    "Nothing of the figure came or was expected in these days.\nMaybe lines were closed.");
        }
        var before = windows.stream().flatMap(Optional::stream).toList();
        int apart = before.isEmpty()
                ? 0
                : (timeline.day(from) - timeline.day(before.get(0).origin())) / days;
        if (Math.min(apart, before.size()) < FEWEST_WINDOWS) {
            throw new IllegalArgumentException(
                    "Before the trial there are %d times %d days to learn from, besides %d weeks; at least %d are needed.\nMaybe evaluate fewer days."
                            .formatted(apart, days, WEEKS_TO_LEARN, FEWEST_WINDOWS));
        }
        int freedom = Math.min(apart, before.size());
        double square = before.stream()
                .mapToDouble(window -> window.error() * window.error())
                .average()
                .orElseThrow();
        double t = new TDistribution(freedom).inverseCumulativeProbability((1 + level) / 2);
        double width = t * Math.sqrt(square);
        var seen = trial.get();
        double log = seen.error();
        return new ChangeEffect(
                seen.actual(),
                seen.expected(),
                Math.exp(log) - 1,
                Math.exp(log - width) - 1,
                Math.exp(log + width) - 1,
                level,
                freedom);
    }

    /** Origins a week apart whose windows end before the trial, and the trial's own. */
    private int[] origins(int days) {
        var series = numerator.series();
        var timeline = series.timeline();
        int learnt = timeline.day(Math.min(series.firstKnown(), from)) + WEEK * WEEKS_TO_LEARN;
        var all = Rolling.origins(numerator, from, WEEK, MOST_ORIGINS);
        var kept = new ArrayList<Integer>();
        for (int origin : all) {
            boolean isOver = timeline.day(origin) + days <= timeline.day(from);
            if (origin == from || (isOver && timeline.day(origin) >= learnt)) {
                kept.add(origin);
            }
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    private List<Optional<Window>> windows(int[] origins, int days) {
        var timeline = numerator.series().timeline();
        var ends = new int[origins.length];
        int horizon = 0;
        for (int k = 0; k < origins.length; k++) {
            int end = origins[k];
            while (end < until && timeline.day(end) < timeline.day(origins[k]) + days) {
                end++;
            }
            ends[k] = end;
            horizon = Math.max(horizon, end - origins[k]);
        }
        var over = Rolling.walk(model, numerator, origins, horizon);
        var under = denominator == null ? null : Rolling.walk(model, denominator, origins, horizon);
        var windows = new ArrayList<Optional<Window>>();
        for (int k = 0; k < origins.length; k++) {
            var top = sums(numerator.series(), origins[k], ends[k], over.means()[k]);
            double actual = top[0];
            double expected = top[1];
            if (denominator != null && under != null) {
                var bottom = sums(denominator.series(), origins[k], ends[k], under.means()[k]);
                actual /= bottom[0];
                expected /= bottom[1];
            }
            windows.add(
                    isPositive(actual) && isPositive(expected)
                            ? Optional.of(new Window(origins[k], actual, expected))
                            : Optional.empty());
        }
        return windows;
    }

    private static boolean isPositive(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    /** What came and what was expected, over the intervals that are known. */
    private static double[] sums(Series series, int from, int until, double[] means) {
        double came = 0;
        double expected = 0;
        for (int i = from; i < until; i++) {
            if (series.isKnown(i)) {
                came += series.value(i);
                expected += means[i - from];
            }
        }
        return new double[] {came, expected};
    }
}
