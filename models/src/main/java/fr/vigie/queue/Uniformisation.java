package fr.vigie.queue;

import org.jspecify.annotations.Nullable;

/**
 * A Markov chain with neighbours only, carried on in time by uniformisation: {@code e^(Qt) v} is the mean of
 * {@code (I + Q/r)^m v} over Poisson {@code m} of mean {@code rt} (A. Jensen, 1953). All terms are positive, so nothing
 * cancels; what is cut off is below 1e-15.
 *
 * <p>There are two states or more. State {@code i} goes up at rate {@code up[i]}, down at {@code down[i]}, and is left for good at {@code killed}.
 */
final class Uniformisation {
    private static final double NEGLIGIBLE = 1e-16;
    /** A Poisson weight of zero jumps stays far above the smallest double. */
    private static final double MOST_JUMPS = 500;

    /** A chain in which nothing happens has a rate as well. */
    private static final double SLOWEST = 1e-9;

    /** Probabilities of a jump from each state up, down and nowhere; what lacks to 1 is left for good. */
    private final double[] up;

    private final double[] down;
    private final double[] stay;
    private final double rate;

    /**
     * @param up rates per second to the state above, the last one 0
     * @param down rates per second to the state below, the first one 0
     * @param killed the rate at which states other than the first are left for good
     */
    Uniformisation(double[] up, double[] down, double killed) {
        int states = up.length;
        double most = 0;
        for (int i = 0; i < states; i++) {
            most = Math.max(most, up[i] + down[i]);
        }
        rate = Math.max(most + killed, SLOWEST);
        this.up = new double[states];
        this.down = new double[states];
        stay = new double[states];
        for (int i = 0; i < states; i++) {
            this.up[i] = up[i] / rate;
            this.down[i] = down[i] / rate;
            stay[i] = 1 - (up[i] + down[i] + (i == 0 ? 0 : killed)) / rate;
        }
    }

    /** Where a distribution is after a time. */
    double[] distributionAfter(double[] distribution, double seconds) {
        return after(distribution, seconds, true, null);
    }

    /** The mean of a value after a time, by the state at the beginning. */
    double[] valueBefore(double[] value, double seconds) {
        return after(value, seconds, false, null);
    }

    /**
     * The same, and the integral over that time of the mean of the value, added to {@code integral}.
     */
    double[] valueBefore(double[] value, double seconds, double[] integral) {
        return after(value, seconds, false, integral);
    }

    private double[] after(double[] start, double seconds, boolean forward, double @Nullable [] integral) {
        int pieces = (int) Math.max(1, Math.ceil(rate * seconds / MOST_JUMPS));
        var now = start;
        for (int piece = 0; piece < pieces && seconds > 0; piece++) {
            now = jumps(now, seconds / pieces, forward, integral);
        }
        return now;
    }

    private double[] jumps(double[] start, double seconds, boolean forward, double @Nullable [] integral) {
        double mean = rate * seconds;
        double weight = StrictMath.exp(-mean);
        double left = -StrictMath.expm1(-mean);
        var power = start.clone();
        var other = new double[start.length];
        var sum = new double[start.length];
        for (int m = 0; ; m++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weight * power[i];
            }
            if (integral != null) {
                double share = Math.max(0, left) / rate;
                for (int i = 0; i < sum.length; i++) {
                    integral[i] += share * power[i];
                }
            }
            if (m > mean && weight < NEGLIGIBLE) {
                return sum;
            }
            if (forward) {
                distributionAfterAJump(power, other);
            } else {
                valueBeforeAJump(power, other);
            }
            var swapped = power;
            power = other;
            other = swapped;
            weight *= mean / (m + 1);
            left -= weight;
        }
    }

    private void distributionAfterAJump(double[] before, double[] after) {
        int last = before.length - 1;
        after[0] = stay[0] * before[0] + down[1] * before[1];
        for (int i = 1; i < last; i++) {
            after[i] = stay[i] * before[i] + up[i - 1] * before[i - 1] + down[i + 1] * before[i + 1];
        }
        after[last] = stay[last] * before[last] + up[last - 1] * before[last - 1];
    }

    private void valueBeforeAJump(double[] after, double[] before) {
        int last = after.length - 1;
        before[0] = stay[0] * after[0] + up[0] * after[1];
        for (int i = 1; i < last; i++) {
            before[i] = stay[i] * after[i] + up[i] * after[i + 1] + down[i] * after[i - 1];
        }
        before[last] = stay[last] * after[last] + down[last] * after[last - 1];
    }
}
