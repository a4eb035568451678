package fr.vigie.queue;

/**
 * A figure as simulations show it.
 *
 * @param value the estimate; NaN where there is nothing to be a share of
 * @param halfWidth half the width of its confidence interval
 */
public record Estimate(double value, double halfWidth) {
    /** Whether a value lies in the confidence interval. */
    public boolean contains(double other) {
        return Math.abs(other - value) <= halfWidth;
    }
}
