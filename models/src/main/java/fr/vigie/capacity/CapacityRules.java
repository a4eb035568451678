package fr.vigie.capacity;

/**
 * How sure a plan must be.
 *
 * @param mostRisk the probability of falling under target that a month may have at most, above 0 and below 1
 * @param paths how many futures are drawn, 100 to 100,000
 * @param seed of the draws
 * @param hourlyCost euros of a paid hour, zero or more
 */
public record CapacityRules(double mostRisk, int paths, long seed, double hourlyCost) {
    public CapacityRules {
        if (!(mostRisk > 0 && mostRisk < 1)) {
            throw new IllegalArgumentException(
                    "The risk of a month (%s) must be above 0 and below 1.\nMaybe 0.2: no number of hires gives 0."
                            .formatted(mostRisk));
        }
        Require.between("paths", paths, 100, 100_000, "Maybe 2000.");
        Require.notNegative("cost of an hour", hourlyCost, "Maybe 18.");
    }
}
