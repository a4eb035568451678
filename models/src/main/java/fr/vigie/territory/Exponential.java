package fr.vigie.territory;

/**
 * {@code w(d) = exp(-rate d)}.
 *
 * <p>IRDES, Document de travail 70 (2016), tests a rate of 0.12 a minute up to 30 minutes.
 *
 * @param rate above 0, per unit of cost
 */
public record Exponential(double rate) implements Decay {
    public Exponential {
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException(
                    "The rate of an exponential decay (%s) must be positive.%nMaybe 0.12 a minute.".formatted(rate));
        }
    }

    @Override
    public double weight(double cost) {
        return StrictMath.exp(-rate * cost);
    }
}
