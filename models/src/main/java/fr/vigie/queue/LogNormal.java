package fr.vigie.queue;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * A time whose logarithm is normal, as handling times are (L. Brown et al., "Statistical Analysis of a Telephone Call
 * Center", JASA 100, 2005, section 4.3).
 *
 * @param medianSeconds its median, positive
 * @param sigma the standard deviation of its logarithm, zero or more
 */
public record LogNormal(double medianSeconds, double sigma) implements TimeLaw {
    public LogNormal {
        Require.positive("median time", medianSeconds, "Maybe give it in seconds.");
        Require.notNegative("deviation of the logarithm", sigma, "Maybe it is that of the time itself.");
    }

    /** The law of that mean and coefficient of variation (standard deviation over mean). */
    public static LogNormal of(double meanSeconds, double variation) {
        Require.positive("mean time", meanSeconds, "Maybe give it in seconds.");
        Require.notNegative("coefficient of variation", variation, "Maybe give the standard deviation over the mean.");
        double variance = StrictMath.log1p(variation * variation);
        return new LogNormal(meanSeconds * StrictMath.exp(-variance / 2), Math.sqrt(variance));
    }

    @Override
    public double draw(RandomGenerator random) {
        return medianSeconds * StrictMath.exp(sigma * random.nextGaussian());
    }

    @Override
    public double meanSeconds() {
        return medianSeconds * StrictMath.exp(sigma * sigma / 2);
    }

    @Override
    public double survival(double seconds) {
        if (seconds <= 0) {
            return 1;
        }
        if (sigma == 0) {
            return seconds < medianSeconds ? 1 : 0;
        }
        return 1
                - new NormalDistribution(null, 0, sigma).cumulativeProbability(StrictMath.log(seconds / medianSeconds));
    }
}
