package fr.vigie.forecast;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * Counts whose variance is larger than their mean.
 *
 * <p>With size k = mean² / (variance - mean), any positive real number, and p = mean / variance, P(Y &lt;= y) =
 * I_p(k, y + 1), the regularised incomplete beta function. A variance equal to the mean is the Poisson distribution.
 * Small counts are summed term by term, which is exact and faster.
 *
 * @param mean expected count, positive
 * @param variance variance, at least the mean
 */
public record NegativeBinomial(double mean, double variance) implements Marginal {
    /** Below this expected count the terms are summed. */
    private static final double SMALL = 60;

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    public NegativeBinomial {
        if (!(mean > 0) || !(variance >= mean) || variance == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "The variance (%s) must be finite and at least the mean (%s), which must be positive."
                            .formatted(variance, mean));
        }
    }

    @Override
    public double cdf(double y) {
        if (y < 0) {
            return 0;
        }
        return mean < SMALL ? sum(Math.floor(y)) : tail(Math.floor(y));
    }

    @Override
    public double below(double y) {
        return cdf(Math.ceil(y) - 1);
    }

    @Override
    public double[] quantiles(double... levels) {
        return mean < SMALL ? summed(levels) : searched(levels);
    }

    private boolean isPoisson() {
        return variance - mean < 1e-9 * mean;
    }

    private double tail(double y) {
        if (isPoisson()) {
            return Gamma.regularizedGammaQ(y + 1, mean);
        }
        return Beta.regularizedBeta(mean / variance, mean * mean / (variance - mean), y + 1);
    }

    private double none() {
        return isPoisson()
                ? StrictMath.exp(-mean)
                : StrictMath.exp(mean * mean / (variance - mean) * StrictMath.log(mean / variance));
    }

    /** P(Y = y + 1) / P(Y = y). */
    private double step(int y) {
        return isPoisson()
                ? mean / (y + 1)
                : (mean * mean / (variance - mean) + y) / (y + 1) * (variance - mean) / variance;
    }

    private double sum(double y) {
        double term = none();
        double sum = term;
        for (int i = 0; i < y && term > 0; i++) {
            term *= step(i);
            sum += term;
        }
        return Math.min(1, sum);
    }

    private double[] summed(double[] levels) {
        var quantiles = new double[levels.length];
        double term = none();
        double sum = term;
        int y = 0;
        for (int i = 0; i < levels.length; i++) {
            while (sum < levels[i] && (y < mean || term > 1e-18)) {
                term *= step(y);
                sum += term;
                y++;
            }
            quantiles[i] = y;
        }
        return quantiles;
    }

    /** From a normal guess outwards in doubling steps, then halving. */
    private double[] searched(double[] levels) {
        var quantiles = new double[levels.length];
        for (int i = 0; i < levels.length; i++) {
            double level = levels[i];
            double guess =
                    Math.max(0, Math.floor(mean + Math.sqrt(variance) * NORMAL.inverseCumulativeProbability(level)));
            double step = 1 + Math.floor(Math.sqrt(variance) / 16);
            double low = guess;
            while (low >= 0 && tail(low) >= level) {
                low -= step;
                step *= 2;
            }
            low = Math.max(-1, low);
            step = 1 + Math.floor(Math.sqrt(variance) / 16);
            double high = Math.max(guess, low + 1);
            while (tail(high) < level) {
                high += step;
                step *= 2;
            }
            while (high - low > 1) {
                double middle = Math.floor((low + high) / 2);
                if (tail(middle) >= level) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            quantiles[i] = high;
        }
        return quantiles;
    }
}
