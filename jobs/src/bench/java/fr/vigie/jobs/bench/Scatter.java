package fr.vigie.jobs.bench;

import fr.vigie.series.Timeline;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;

/**
 * As the simulator scatters calls around their rates: Poisson, with gamma factors by practice and week, by practice and day, and by
 * everybody's day and half-hour. The constants are the factors' coefficients of variation.
 */
final class Scatter {
    static final double WEEK = 0.11;
    static final double DAY = 0.13;
    static final double NETWORK_DAY = 0.03;
    static final double NETWORK_HALF_HOUR = 0.05;

    private final Timeline timeline;
    private final Well19937c random;

    Scatter(Timeline timeline, int seed) {
        this.timeline = timeline;
        random = new Well19937c(seed);
    }

    /** Calls by practice and half-hour. */
    double[][] draw(double[][] rates) {
        var everybody = everybody(rates[0].length);
        var calls = new double[rates.length][];
        for (int p = 0; p < rates.length; p++) {
            calls[p] = draw(rates[p], everybody);
        }
        return calls;
    }

    private double[] everybody(int length) {
        var factors = new double[length];
        double day = 1;
        for (int i = 0; i < length; i++) {
            if (timeline.slotOfDay(i) == 0) {
                day = factor(NETWORK_DAY);
            }
            factors[i] = day * factor(NETWORK_HALF_HOUR);
        }
        return factors;
    }

    private double[] draw(double[] rate, double[] everybody) {
        var drawn = new double[rate.length];
        double week = 1;
        double day = 1;
        for (int i = 0; i < drawn.length; i++) {
            if (timeline.slotOfWeek(i) == 0) {
                week = factor(WEEK);
            }
            if (timeline.slotOfDay(i) == 0) {
                day = factor(DAY);
            }
            drawn[i] = poisson(rate[i] * week * day * everybody[i], random);
        }
        return drawn;
    }

    private double factor(double variation) {
        double shape = 1 / (variation * variation);
        return new GammaDistribution(random, shape, 1 / shape, 1e-9).sample();
    }

    static double poisson(double mean, Well19937c random) {
        return mean > 0 ? new PoissonDistribution(random, mean, 1e-12, 10_000).sample() : 0;
    }
}
