package fr.vigie.queue;

/** Time as whole microseconds: exact sums, and room for 100 days beside a number in one long. */
final class Micros {
    static final double PER_SECOND = 1e6;

    /** Longer than any day: what takes so long does not happen. */
    static final long NEVER = 1L << 50;

    private Micros() {}

    static long of(double seconds) {
        double micros = seconds * PER_SECOND;
        return micros < NEVER ? Math.round(micros) : NEVER;
    }
}
