package fr.vigie.territory;

/** {@code w(d) = 1 / d}, which has no value at a cost of 0. */
public record Inverse() implements Decay {
    @Override
    public double weight(double cost) {
        if (cost == 0) {
            throw new IllegalArgumentException("The inverse of a cost of 0 has no value.\n"
                    + "Maybe give a place a small cost to itself, or use another decay.");
        }
        return 1 / cost;
    }
}
