package fr.vigie.territory;

/**
 * Something that is somewhere: people to be cared for, doctors, or what comes out of bringing them together.
 *
 * @param id the place, e.g. a commune
 * @param amount how much of it, at least 0
 */
public record Place(String id, double amount) {
    public Place {
        if (!(amount >= 0) || Double.isInfinite(amount)) {
            throw new IllegalArgumentException(
                    "The amount (%s) at %s must be a finite number of at least 0.".formatted(amount, id));
        }
    }
}
