package fr.vigie.forecast;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * A continuous distribution on the positive numbers, for series that are not counts.
 *
 * @param mean expected value, positive
 * @param variance variance, positive
 */
public record LogNormal(double mean, double variance) implements Marginal {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    public LogNormal {
        if (!(mean > 0) || !(variance > 0)) {
            throw new IllegalArgumentException(
                    "The mean (%s) and the variance (%s) must be positive.".formatted(mean, variance));
        }
    }

    @Override
    public double cdf(double y) {
        return y <= 0 ? 0 : NORMAL.cumulativeProbability((StrictMath.log(y) - location()) / scale());
    }

    @Override
    public double below(double y) {
        return cdf(y);
    }

    @Override
    public double[] quantiles(double... levels) {
        var quantiles = new double[levels.length];
        for (int i = 0; i < levels.length; i++) {
            quantiles[i] = StrictMath.exp(location() + scale() * NORMAL.inverseCumulativeProbability(levels[i]));
        }
        return quantiles;
    }

    private double scale() {
        return Math.sqrt(StrictMath.log1p(variance / mean / mean));
    }

    private double location() {
        return StrictMath.log(mean) - StrictMath.log1p(variance / mean / mean) / 2;
    }
}
