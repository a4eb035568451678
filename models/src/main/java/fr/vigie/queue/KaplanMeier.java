package fr.vigie.queue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The share of those who still wait after a time, from waits of which some were cut short: an answered caller's patience is
 * known to have been longer than the wait.
 *
 * <p>E. L. Kaplan and P. Meier, "Nonparametric Estimation from Incomplete Observations", JASA 53 (1958): the product of
 * {@code 1 - ended / at risk} over the times at which some ended; at equal times endings come before cuts. The variance is
 * Greenwood's.
 *
 * @param steps where the share falls, in order of time
 * @param longestSeconds the longest time seen; nothing is known beyond
 */
public record KaplanMeier(List<Step> steps, double longestSeconds) {

    /**
     * A time at which some ended.
     *
     * @param seconds the time
     * @param atRisk how many had lasted so long
     * @param ended how many ended just then
     * @param survival the share that lasts longer
     * @param standardError of that share
     */
    public record Step(double seconds, int atRisk, int ended, double survival, double standardError) {}

    public KaplanMeier {
        steps = List.copyOf(steps);
    }

    /**
     * The estimate from times seen.
     *
     * @param seconds how long each was seen, zero or more, at least one
     * @param ended whether it ended then (the caller hung up); else it was cut short (answered)
     */
    public static KaplanMeier of(double[] seconds, boolean[] ended) {
        Require.sameLength("ends", ended.length, seconds.length);
        if (seconds.length == 0) {
            throw new IllegalArgumentException("There are no waits to learn from.\nMaybe the period has no calls.");
        }
        for (double one : seconds) {
            Require.notNegative("time seen", one, "Maybe a call ends before it begins.");
        }
        int[] order = IntStream.range(0, seconds.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> seconds[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        var steps = new ArrayList<Step>();
        double survival = 1;
        double greenwood = 0;
        for (int at = 0; at < order.length; ) {
            double time = seconds[order[at]];
            int atRisk = order.length - at;
            int events = 0;
            for (; at < order.length && seconds[order[at]] == time; at++) {
                events += ended[order[at]] ? 1 : 0;
            }
            if (events > 0) {
                survival *= (double) (atRisk - events) / atRisk;
                greenwood += events / ((double) atRisk * (atRisk - events));
                steps.add(
                        new Step(time, atRisk, events, survival, survival == 0 ? 0 : survival * Math.sqrt(greenwood)));
            }
        }
        return new KaplanMeier(steps, seconds[order[order.length - 1]]);
    }

    /** The share that lasts longer than that; beyond what was seen the last share known. */
    public double survival(double seconds) {
        var last = lastStep(seconds);
        return last == null ? 1 : last.survival();
    }

    /** The standard error of {@link #survival}. */
    public double standardError(double seconds) {
        var last = lastStep(seconds);
        return last == null ? 0 : last.standardError();
    }

    private @Nullable Step lastStep(double seconds) {
        int low = 0;
        int high = steps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).seconds() <= seconds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? null : steps.get(low - 1);
    }

    /**
     * The largest difference to a law up to a time, as Kolmogorov's: at each step just before and just after it, and at the
     * end. Beyond the longest time seen nothing is compared.
     */
    public double departureFrom(TimeLaw law, double untilSeconds) {
        double until = Math.min(untilSeconds, longestSeconds);
        double before = 1;
        double largest = 0;
        for (var step : steps) {
            if (step.seconds() > until) {
                break;
            }
            double expected = law.survival(step.seconds());
            largest = Math.max(largest, Math.max(Math.abs(before - expected), Math.abs(step.survival() - expected)));
            before = step.survival();
        }
        return Math.max(largest, Math.abs(before - law.survival(until)));
    }

    /**
     * The time within which a share has ended.
     *
     * @param share above 0 and below 1; 0.5 gives the median
     * @return in seconds; infinite where so many were not seen to end
     */
    public double quantile(double share) {
        return steps.stream()
                .filter(step -> step.survival() <= 1 - share)
                .mapToDouble(Step::seconds)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
