package fr.vigie.queue;

import java.util.random.RandomGenerator;

/** What does not happen: a caller of endless patience never hangs up. */
public record Never() implements TimeLaw {
    @Override
    public double draw(RandomGenerator random) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double meanSeconds() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double survival(double seconds) {
        return 1;
    }
}
