package fr.vigie.simulate;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A stream of random numbers for one purpose.
 *
 * <p>Streams are split by purpose and index, so that what happens at one practice does not shift the others. Every
 * draw is built on {@code nextDouble} and {@link StrictMath}: the same bits on every machine.
 */
final class Dice {
    /** What a stream is for. The name, not the position, decides the stream. */
    enum Purpose {
        REGION,
        SUPPLY,
        ACCOUNT,
        CHANGES,
        ABSENCES,
        INSTRUCTIONS,
        EPIDEMIC,
        NETWORK,
        PRACTICE_WEEK,
        PRACTICE_DAY,
        AGENDA,
        DESK,
        REDIAL,
        OPERATOR,
        SICKNESS,
        DUTY
    }

    private static final RandomGeneratorFactory<RandomGenerator> SOURCE = RandomGeneratorFactory.of("L64X128MixRandom");

    private final RandomGenerator random;
    private double spareNormal = Double.NaN;

    private Dice(long seed) {
        this.random = SOURCE.create(seed);
    }

    static Dice of(long seed, Purpose purpose) {
        return of(seed, purpose, 0, 0);
    }

    static Dice of(long seed, Purpose purpose, long index) {
        return of(seed, purpose, index, 0);
    }

    static Dice of(long seed, Purpose purpose, long index, long day) {
        return new Dice(mix(mix(mix(seed, purpose.name().hashCode()), index), day));
    }

    /** A 64-bit hash of two numbers (the finaliser of SplitMix64). */
    static long mix(long a, long b) {
        long z = a + 0x9e3779b97f4a7c15L * (b + 1);
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return random.nextDouble();
    }

    double uniform(double from, double until) {
        return from + (until - from) * random.nextDouble();
    }

    /** Uniform among 0 to n - 1. */
    int below(int n) {
        return (int) (random.nextDouble() * n);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    /** The first index whose cumulative weight exceeds a uniform draw. */
    int index(double[] cumulative) {
        double u = uniform() * cumulative[cumulative.length - 1];
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (u < cumulative[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Standard normal, by Marsaglia's polar method. */
    double normal() {
        if (!Double.isNaN(spareNormal)) {
            double spare = spareNormal;
            spareNormal = Double.NaN;
            return spare;
        }
        double x;
        double y;
        double s;
        do {
            x = uniform(-1, 1);
            y = uniform(-1, 1);
            s = x * x + y * y;
        } while (s >= 1 || s == 0);
        double scale = StrictMath.sqrt(-2 * StrictMath.log(s) / s);
        spareNormal = y * scale;
        return x * scale;
    }

    /** Log-normal with the given mean; sigma is the deviation of the logarithm. */
    double logNormal(double mean, double sigma) {
        return mean * StrictMath.exp(sigma * normal() - sigma * sigma / 2);
    }

    double exponential(double mean) {
        return -mean * StrictMath.log(1 - uniform());
    }

    /** Gamma with mean 1 and the given coefficient of variation (Marsaglia and Tsang 2000). */
    double frailty(double variation) {
        double shape = 1 / (variation * variation);
        return gamma(shape) / shape;
    }

    /** Gamma with that shape and scale 1; a shape below 1 is boosted. */
    double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * StrictMath.pow(1 - uniform(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal();
            double v = 1 + c * x;
            if (v <= 0) {
                continue;
            }
            v = v * v * v;
            double u = 1 - uniform();
            if (StrictMath.log(u) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }

    /** A probability around its mean: Beta with intra-class correlation {@code rho}. */
    double probability(double mean, double rho) {
        double size = 1 / rho - 1;
        double a = gamma(mean * size);
        double b = gamma((1 - mean) * size);
        return a / (a + b);
    }

    /** Poisson, by inversion; large means are split, since sums of Poisson counts are Poisson. */
    int poisson(double mean) {
        if (mean > 30) {
            return poisson(mean / 2) + poisson(mean / 2);
        }
        double limit = StrictMath.exp(-mean);
        double product = uniform();
        int count = 0;
        while (product > limit) {
            count++;
            product *= uniform();
        }
        return count;
    }

    int binomial(int n, double probability) {
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (chance(probability)) {
                count++;
            }
        }
        return count;
    }
}
