package fr.vigie.signal;

/**
 * Calls that asked for an appointment within a week.
 *
 * @param requests all that were answered
 * @param withoutSlot those that ended without one because no free slot was left
 */
public record Bookings(int requests, int withoutSlot) {
    /** None. */
    public static final Bookings NONE = new Bookings(0, 0);

    public Bookings {
        if (withoutSlot < 0 || withoutSlot > requests) {
            throw new IllegalArgumentException("The requests without a slot (%d) must be a part of all requests (%d)."
                    .formatted(withoutSlot, requests));
        }
    }
}
