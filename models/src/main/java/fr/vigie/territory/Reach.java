package fr.vigie.territory;

/**
 * A decay that ends.
 *
 * @param decay the weight within reach
 * @param maxCost the largest cost that is within reach, at least 0
 */
public record Reach(Decay decay, double maxCost) implements Decay {
    public Reach {
        if (!(maxCost >= 0)) {
            throw new IllegalArgumentException(
                    "The largest cost (%s) must not be negative.%nMaybe set --max-cost.".formatted(maxCost));
        }
    }

    @Override
    public double weight(double cost) {
        return cost > maxCost ? 0 : decay.weight(cost);
    }
}
