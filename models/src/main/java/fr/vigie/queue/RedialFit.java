package fr.vigie.queue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Whether and when callers who were lost call again.
 *
 * <p>Each lost call is watched until the same caller calls next, for as long as the records go and for a window at most;
 * the share who called again within the window is one minus the Kaplan-Meier estimate, so a call lost in the last minutes
 * of the records does not count as one that nobody repeated. A later call than the window is another need.
 *
 * @param waiting the share of lost callers who have not called again after a time
 * @param windowSeconds how long after a lost call a call is a redial
 */
public record RedialFit(KaplanMeier waiting, double windowSeconds) {

    /**
     * From the calls of a period, in any order.
     *
     * @param callers who called, one number a person; 0 where the number is withheld: such calls are left out
     * @param fromSeconds when each call began
     * @param untilSeconds when it ended, not before
     * @param lost whether it was lost (the caller hung up, or met a full line)
     * @param seenUntilSeconds where the records end
     * @param windowSeconds how long after a lost call a call is a redial, positive
     */
    public static RedialFit of(
            long[] callers,
            double[] fromSeconds,
            double[] untilSeconds,
            boolean[] lost,
            double seenUntilSeconds,
            double windowSeconds) {
        Require.sameLength("beginnings of calls", fromSeconds.length, callers.length);
        Require.sameLength("ends of calls", untilSeconds.length, callers.length);
        Require.sameLength("outcomes", lost.length, callers.length);
        Require.positive("window of redials", windowSeconds, "Maybe 3600: an hour.");
        int[] order = IntStream.range(0, callers.length)
                .filter(call -> callers[call] != 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(call -> callers[call])
                        .thenComparingDouble(call -> fromSeconds[call]))
                .mapToInt(Integer::intValue)
                .toArray();
        var seen = new double[order.length];
        var again = new boolean[order.length];
        int watched = 0;
        for (int i = 0; i < order.length; i++) {
            int call = order[i];
            if (lost[call]) {
                boolean hasNext = i + 1 < order.length && callers[order[i + 1]] == callers[call];
                double next = hasNext ? fromSeconds[order[i + 1]] : Double.POSITIVE_INFINITY;
                double end = Math.min(seenUntilSeconds, untilSeconds[call] + windowSeconds);
                again[watched] = next <= end;
                seen[watched] = Math.max(0, Math.min(next, end) - untilSeconds[call]);
                watched++;
            }
        }
        if (watched == 0) {
            throw new IllegalArgumentException(
                    "No call of a known caller was lost: redials have no estimate.\nMaybe take a longer period.");
        }
        return new RedialFit(
                KaplanMeier.of(Arrays.copyOf(seen, watched), Arrays.copyOf(again, watched)), windowSeconds);
    }

    /** The share of lost callers who call again within the window. */
    public double probability() {
        return 1 - waiting.survival(windowSeconds);
    }

    /**
     * That share with its confidence interval.
     *
     * @param value the estimate, 0 to 1
     * @param low the lower end
     * @param high the upper end
     */
    public record Share(double value, double low, double high) {}

    /**
     * The share who call again with a normal interval, by Greenwood's standard error, cut to 0 and 1.
     *
     * @param level the confidence, above 0 and below 1
     */
    public Share probability(double level) {
        double half = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2)
                * waiting.standardError(windowSeconds);
        double value = probability();
        return new Share(value, Math.max(0, value - half), Math.min(1, value + half));
    }

    /** The delays of those who do, one for each thousandth of them. */
    public Observed delay() {
        double probability = probability();
        if (probability == 0) {
            throw new IllegalArgumentException(
                    "Nobody called again: the delay has no estimate.\nMaybe use Redials.NONE.");
        }
        int parts = 1000;
        return new Observed(IntStream.range(0, parts)
                .mapToDouble(i -> waiting.quantile(probability * (i + 0.5) / parts))
                .toArray());
    }

    /** Both as a simulation takes them. */
    public Redials redials() {
        return probability() == 0 ? Redials.NONE : new Redials(probability(), delay());
    }
}
