package fr.vigie.scenario;

/**
 * The calls of one kind in an interval.
 *
 * @param kind what callers want, e.g. {@code booking}
 * @param calls expected calls, zero or more
 * @param ahtSeconds their mean handling time, seconds, above 0
 */
public record CallStream(String kind, double calls, double ahtSeconds) {
    public CallStream {
        Check.notNegative("calls of the kind " + kind, calls);
        Check.positive("handling time of the kind " + kind, ahtSeconds);
    }

    /** The same with that many times the calls. */
    CallStream times(double factor) {
        return new CallStream(kind, calls * factor, ahtSeconds);
    }

    /** The same calls, handled in another time. */
    CallStream handledIn(double seconds) {
        return new CallStream(kind, calls, seconds);
    }

    double handlingSeconds() {
        return calls * ahtSeconds;
    }
}
