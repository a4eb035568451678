package fr.vigie.signal;

/**
 * Calls put through to a doctor within a week.
 *
 * @param offered all of them
 * @param declined those that the doctor refused
 * @param unanswered those that nobody picked up
 */
public record Transfers(int offered, int declined, int unanswered) {
    /** None. */
    public static final Transfers NONE = new Transfers(0, 0, 0);

    public Transfers {
        if (declined < 0 || unanswered < 0 || declined + unanswered > offered) {
            throw new IllegalArgumentException(
                    "The transfers declined (%d) and unanswered (%d) must be parts of those offered (%d)."
                            .formatted(declined, unanswered, offered));
        }
    }
}
