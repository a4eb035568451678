package fr.vigie.jobs.ingest;

/**
 * When a call arrived, as far as other calls care: its business day, and whether it was late, which is to say that calls
 * of the day after may be redials of it. Two versions of a call with the same slot can be told apart by the day's work
 * alone.
 *
 * <p>A number of {@value #BITS} bits, for days until 2149, so that it fits into the hash of a call's name.
 */
final class DaySlot {
    private static final int BITS = 17;
    private static final long MASK = (1L << BITS) - 1;

    private DaySlot() {}

    /** The slot of a business day, days since 1970. */
    static int of(int day, boolean late) {
        return 2 * day + (late ? 1 : 0);
    }

    static int day(int slot) {
        return slot >> 1;
    }

    static boolean isLate(int slot) {
        return (slot & 1) == 1;
    }

    /** A hash with a slot in its last bits. */
    static long mark(long hash, int slot) {
        return hash & ~MASK | slot & MASK;
    }

    /** What is left of a hash that a slot stands in. */
    static long nameOf(long marked) {
        return marked & ~MASK;
    }
}
