package fr.vigie.territory;

/**
 * {@code w(d) = exp(-d² / spread)}.
 *
 * <p>IRDES, Document de travail 70 (2016), tests a spread of 180 square minutes up to 30 minutes.
 *
 * @param spread above 0, in squared units of cost
 */
public record Gaussian(double spread) implements Decay {
    public Gaussian {
        if (!(spread > 0) || Double.isInfinite(spread)) {
            throw new IllegalArgumentException(
                    "The spread of a Gaussian decay (%s) must be positive.%nMaybe 180.".formatted(spread));
        }
    }

    @Override
    public double weight(double cost) {
        return StrictMath.exp(-cost * cost / spread);
    }
}
