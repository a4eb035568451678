package fr.vigie.forecast;

import java.util.Arrays;

/**
 * A distribution around a median, symmetric on the logarithm, as wide as past scores ask for.
 *
 * @param median zero or more; also given as the mean
 * @param offset of the logarithm, zero or more
 * @param scale positive; what a score of one is on the logarithm
 * @param scores ascending, at least one, zero or more: past errors in units of their scale
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Conformal(double median, double offset, double scale, double[] scores) implements Marginal {
    private static final double[] LEVELS = {0, 0.5, 0.8, 0.95, 1};
    private static final double[] FACTORS = {0.95, 0.95, 1, 1.1, 1.1};
    private static final int HALVINGS = 50;

    @Override
    public double mean() {
        return median;
    }

    @Override
    public double[] quantiles(double... levels) {
        return Arrays.stream(levels).map(this::at).toArray();
    }

    private double at(double level) {
        double central = Math.abs(2 * level - 1);
        double reach = scale * factor(central) * score(central);
        return Math.max(0, (median + offset) * Math.exp(level < 0.5 ? -reach : reach) - offset);
    }

    /** The score that a share of past ones did not exceed, counting the one to come; linear from zero on. */
    private double score(double central) {
        double rank = Math.min(scores.length, central * (scores.length + 1));
        int below = (int) rank;
        double low = below == 0 ? 0 : scores[below - 1];
        return below == scores.length ? low : low + (rank - below) * (scores[below] - low);
    }

    private static double factor(double central) {
        int i = 1;
        while (LEVELS[i] < central) {
            i++;
        }
        double share = (central - LEVELS[i - 1]) / (LEVELS[i] - LEVELS[i - 1]);
        return FACTORS[i - 1] + share * (FACTORS[i] - FACTORS[i - 1]);
    }

    @Override
    public double cdf(double y) {
        if (y < 0) {
            return 0;
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (at(middle) <= y) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public double below(double y) {
        return y > 0 ? cdf(y) : 0;
    }
}
