package fr.vigie.queue;

/**
 * A Markov chain with neighbours only, carried on in time by uniformisation: {@code e^(Qt) v} is the mean of
 * {@code (I + Q/r)^m v} over Poisson {@code m} of mean {@code rt} (A. Jensen, 1953). All terms are positive, so nothing
 * cancels; what is cut off is below 1e-15.
 *
 * <p>State {@code i} goes up at rate {@code up[i]}, down at {@code down[i]}, and is left for good at {@code killed}.
 */
final class Uniformisation {
    private static final double NEGLIGIBLE = 1e-16;
    /** A Poisson weight of zero jumps stays far above the smallest double. */
    private static final double MOST_JUMPS = 500;

    /** A chain in which nothing happens has a rate as well. */
    private static final double SLOWEST = 1e-9;

    private final double[] up;
    private final double[] down;
    private final double killed;
    private final double rate;

    /**
     * @param up rates per second to the state above, the last one 0
     * @param down rates per second to the state below, the first one 0
     * @param killed the rate at which states other than the first are left for good
     */
    Uniformisation(double[] up, double[] down, double killed) {
        this.up = up;
        this.down = down;
        this.killed = killed;
        double most = 0;
        for (int i = 0; i < up.length; i++) {
            most = Math.max(most, up[i] + down[i]);
        }
        rate = Math.max(most + killed, SLOWEST);
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

    private double[] after(
            double[] start, double seconds, boolean forward, double @org.jspecify.annotations.Nullable [] integral) {
        int pieces = (int) Math.max(1, Math.ceil(rate * seconds / MOST_JUMPS));
        var now = start;
        for (int piece = 0; piece < pieces && seconds > 0; piece++) {
            now = jumps(now, seconds / pieces, forward, integral);
        }
        return now;
    }

    private double[] jumps(
            double[] start, double seconds, boolean forward, double @org.jspecify.annotations.Nullable [] integral) {
        double mean = rate * seconds;
        double weight = StrictMath.exp(-mean);
        double left = -StrictMath.expm1(-mean);
        var power = start.clone();
        var sum = new double[start.length];
        for (int m = 0; ; m++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weight * power[i];
            }
            if (integral != null) {
                for (int i = 0; i < sum.length; i++) {
                    integral[i] += Math.max(0, left) / rate * power[i];
                }
            }
            if (m > mean && weight < NEGLIGIBLE) {
                return sum;
            }
            power = forward ? distributionAfterAJump(power) : valueBeforeAJump(power);
            weight *= mean / (m + 1);
            left -= weight;
        }
    }

    private double[] distributionAfterAJump(double[] before) {
        var after = new double[before.length];
        for (int i = 0; i < before.length; i++) {
            after[i] += before[i] * (1 - (up[i] + down[i]) / rate);
            if (up[i] > 0) {
                after[i + 1] += before[i] * up[i] / rate;
            }
            if (down[i] > 0) {
                after[i - 1] += before[i] * down[i] / rate;
            }
        }
        return after;
    }

    private double[] valueBeforeAJump(double[] after) {
        var before = new double[after.length];
        for (int i = 0; i < before.length; i++) {
            double stay = 1 - (up[i] + down[i] + (i == 0 ? 0 : killed)) / rate;
            before[i] = stay * after[i]
                    + (up[i] > 0 ? up[i] / rate * after[i + 1] : 0)
                    + (down[i] > 0 ? down[i] / rate * after[i - 1] : 0);
        }
        return before;
    }
}
