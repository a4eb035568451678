package fr.vigie.forecast;

/**
 * How far counts fall from their forecast: variance = linear * mean + quadratic * mean², and at most the larger of 5 means
 * and 5 mean².
 *
 * <p>The linear part is the scatter of calls (1 for Poisson), the quadratic one the doubt about the level.
 *
 * @param linear 0 or more
 * @param quadratic 0 or more
 */
public record Dispersion(double linear, double quadratic) {
    /** What is assumed of a series without any past error: the scatter of a quiet line, a fifth of doubt. */
    public static final Dispersion UNTRIED = new Dispersion(1.2, 0.04);

    private static final int ROUNDS = 4;

    /** A level that breaks thousandfold teaches more, and a law so skewed has its mean outside its own intervals. */
    private static final double MOST_SKEWED = 5;

    public Dispersion {
        if (!(linear >= 0) || !(quadratic >= 0)) {
            throw new IllegalArgumentException(
                    "The dispersion (%s, %s) must not be negative.".formatted(linear, quadratic));
        }
    }

    /** The variance at this mean. */
    public double variance(double mean) {
        return Math.min(linear * mean + quadratic * mean * mean, MOST_SKEWED * mean * Math.max(1, mean));
    }

    /**
     * Learns the dispersion from past forecasts: least squares of error² / mean on the mean, weighted with the
     * variance that the ratio has under the current estimate, both coefficients kept at zero or above.
     *
     * @param means forecast means; those that are zero tell nothing and are skipped
     * @param actuals what came, one for each mean
     */
    static Dispersion learn(double[] means, double[] actuals) {
        double linear = 1;
        double quadratic = 0.01;
        for (int round = 0; round < ROUNDS; round++) {
            double w = 0;
            double wm = 0;
            double wmm = 0;
            double wz = 0;
            double wmz = 0;
            for (int i = 0; i < means.length; i++) {
                double mean = means[i];
                if (mean <= 0) {
                    continue;
                }
                double error = actuals[i] - mean;
                double z = error * error / mean;
                double ratio = Math.max(1e-9, linear + quadratic * mean);
                double weight = 1 / (ratio / mean + 2 * ratio * ratio);
                w += weight;
                wm += weight * mean;
                wmm += weight * mean * mean;
                wz += weight * z;
                wmz += weight * mean * z;
            }
            if (w == 0) {
                return UNTRIED;
            }
            double determinant = w * wmm - wm * wm;
            double slope = determinant > 1e-9 * w * wmm ? (w * wmz - wm * wz) / determinant : 0;
            double intercept = (wz - slope * wm) / w;
            if (slope < 0) {
                slope = 0;
                intercept = wz / w;
            } else if (intercept < 0) {
                intercept = 0;
                slope = wmz / wmm;
            }
            linear = intercept;
            quadratic = slope;
        }
        return new Dispersion(linear, quadratic);
    }

    /**
     * The distribution with this dispersion.
     *
     * @param mean zero or more
     * @param counts whether the series counts something; counts that are about as regular as Poisson's, or less
     *     regular, are negative binomial, everything else is log-normal
     */
    public Marginal around(double mean, Counting counts) {
        if (mean <= 0) {
            return new Certain(0);
        }
        double variance = variance(mean);
        if (counts == Counting.CALLS || (counts == Counting.WHOLE_NUMBERS && variance >= mean / 2)) {
            return new NegativeBinomial(mean, Math.max(mean, variance));
        }
        return variance > 0 ? new LogNormal(mean, variance) : new Certain(mean);
    }
}
