package fr.vigie.forecast;

/** The distribution of the count of one interval; never below zero. */
public sealed interface Marginal permits NegativeBinomial, LogNormal, Conformal, Certain, Closed {
    /** The expected count. */
    double mean();

    /** The probability of at most {@code y}. */
    double cdf(double y);

    /** The probability of less than {@code y}. */
    double below(double y);

    /**
     * The smallest counts that are not exceeded with these probabilities.
     *
     * @param levels probabilities, ascending, each between 0 and 1 exclusive
     */
    double[] quantiles(double... levels);

    /** The smallest count that is not exceeded with this probability. */
    default double quantile(double level) {
        return quantiles(level)[0];
    }

    /**
     * How much of the central interval of this level covers {@code y}: the expected value of "the randomised
     * probability integral transform of {@code y} lies within the interval" (Czado, Gneiting and Held 2009), 0 or 1
     * for continuous distributions and between them for counts.
     */
    default double covers(double y, double level) {
        double low = (1 - level) / 2;
        double high = 1 - low;
        double from = below(y);
        double until = cdf(y);
        if (until - from < 1e-12) {
            return low <= until && until <= high ? 1 : 0;
        }
        return Math.max(0, Math.min(until, high) - Math.max(from, low)) / (until - from);
    }
}
