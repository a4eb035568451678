package fr.vigie.staffing;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** Where the tail of a waiting time has fallen to a share. */
final class WaitQuantile {
    private static final double PRECISION = 1e-13;
    private static final int MAX_STEPS = 500;

    /** No model's waits are longer, times being at most 1e12 seconds. */
    private static final double LONGEST = 1e30;

    private WaitQuantile() {}

    /**
     * The least time within which a share is no longer waiting.
     *
     * @param share above 0 and below 1
     * @param over the share that waits longer than some seconds, falling
     * @param of the whole of which it is a share
     * @return seconds; infinite where the tail never falls so low
     */
    static double of(double share, DoubleUnaryOperator over, double of) {
        Argument.openShare("share of callers", share, "Maybe ask for 0.9: the longest wait of all has no bound.");
        double left = (1 - share) * of;
        if (over.applyAsDouble(0) <= left) {
            return 0;
        }
        double high = 1;
        while (over.applyAsDouble(high) > left) {
            high *= 2;
            if (high > LONGEST) {
                return Double.POSITIVE_INFINITY;
            }
        }
        double low = high;
        while (low > Double.MIN_NORMAL && over.applyAsDouble(low) <= left) {
            low /= 2;
        }
        return new BrentSolver(PRECISION, PRECISION * low, 0)
                .solve(MAX_STEPS, seconds -> over.applyAsDouble(seconds) - left, low, high);
    }
}
