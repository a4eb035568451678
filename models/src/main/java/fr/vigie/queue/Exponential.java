package fr.vigie.queue;

import java.util.random.RandomGenerator;

/**
 * A time without memory.
 *
 * @param meanSeconds its mean, positive
 */
public record Exponential(double meanSeconds) implements TimeLaw {
    public Exponential {
        Require.positive("mean time", meanSeconds, "Maybe give it in seconds.");
    }

    @Override
    public double draw(RandomGenerator random) {
        return random.nextExponential() * meanSeconds;
    }

    @Override
    public double survival(double seconds) {
        return StrictMath.exp(-Math.max(0, seconds) / meanSeconds);
    }
}
