package fr.vigie.staffing;

/**
 * Work beside calls that comes in an interval: mails, chats, forms, a desk, calls to return.
 *
 * @param kind what it is
 * @param arrives the interval in which it comes; it may be done from then on
 * @param due the last interval in which it is done in time, not before it arrives
 * @param seconds how much work it is, zero or more
 */
public record SideWork(String kind, int arrives, int due, double seconds) {
    public SideWork {
        if (arrives < 0 || due < arrives) {
            throw new IllegalArgumentException(
                    "Work of the kind '%s' arrives in interval %d and is due in %d.\nMaybe exchange them."
                            .formatted(kind, arrives, due));
        }
        Argument.notNegative("work of the kind " + kind, seconds, "Maybe give it in seconds.");
    }
}
