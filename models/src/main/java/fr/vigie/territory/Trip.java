package fr.vigie.territory;

/**
 * What it costs to get from where people live to where doctors are.
 *
 * @param from where people live
 * @param to where doctors are
 * @param cost e.g. minutes by road, at least 0
 */
public record Trip(String from, String to, double cost) {
    public Trip {
        if (!(cost >= 0)) {
            throw new IllegalArgumentException(
                    "The cost (%s) from %s to %s must not be negative.".formatted(cost, from, to));
        }
    }
}
