package fr.vigie.forecast;

import java.util.ArrayList;

/**
 * What a mean and some quantiles tell of the distribution of a count: the negative binomial one that is nearest to them, kept within
 * what they say of it.
 *
 * @param levels ascending
 * @param quantiles smallest counts that are not exceeded with these probabilities
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FewQuantiles(double mean, double[] levels, double[] quantiles) {
    /** Between two variances that are tried. */
    private static final double STEP = 1.1;

    private static final int TRIES = 48;

    /** As {@link Marginal#covers}; the interval's ends must be among the levels. */
    double covers(double y, double level) {
        double low = (1 - level) / 2;
        double high = 1 - low;
        var nearest = nearest();
        double from = within(nearest.below(y), y, false);
        double until = within(nearest.cdf(y), y, true);
        return until - from < 1e-12
                ? (low <= until && until <= high ? 1 : 0)
                : Math.max(0, Math.min(until, high) - Math.max(from, low)) / (until - from);
    }

    /** A probability of less than {@code y}, or of at most that, between the levels of the quantiles on both sides. */
    private double within(double probability, double y, boolean atMost) {
        double least = 0;
        for (int i = 0; i < levels.length; i++) {
            if (quantiles[i] < y || (atMost && quantiles[i] == y)) {
                least = levels[i];
            } else {
                return Math.max(least, Math.min(levels[i], probability));
            }
        }
        return Math.max(least, probability);
    }

    /** Of those that are equally near, the middle one. */
    private Marginal nearest() {
        if (mean <= 0) {
            return new Certain(0);
        }
        var nearest = new ArrayList<Marginal>();
        double least = Double.POSITIVE_INFINITY;
        double variance = mean;
        for (int i = 0; i < TRIES; i++) {
            var tried = new NegativeBinomial(mean, variance);
            double distance = distance(tried);
            if (distance < least) {
                nearest.clear();
                least = distance;
            }
            if (distance == least) {
                nearest.add(tried);
            }
            variance *= STEP;
        }
        return nearest.get(nearest.size() / 2);
    }

    private double distance(Marginal marginal) {
        var other = marginal.quantiles(levels);
        double distance = 0;
        for (int i = 0; i < levels.length; i++) {
            distance += Math.abs(other[i] - quantiles[i]);
        }
        return distance;
    }
}
