package fr.vigie.signal;

/**
 * A week of an agenda.
 *
 * @param minutes minutes open to patients
 * @param halfDays half-days with at least one slot
 * @param closedLate half-days of which slots were closed less than 48 hours before
 */
public record Opening(int minutes, int halfDays, int closedLate) {
    /** No agenda, or a closed one. */
    public static final Opening NONE = new Opening(0, 0, 0);

    public Opening {
        if (minutes < 0) {
            throw new IllegalArgumentException(
                    "The minutes open to patients (%d) must not be negative.".formatted(minutes));
        }
        if (closedLate < 0 || closedLate > halfDays) {
            throw new IllegalArgumentException("The half-days closed late (%d) must be a part of all half-days (%d)."
                    .formatted(closedLate, halfDays));
        }
    }
}
