package fr.vigie.report;

import java.util.Locale;

/** What a signal counts. */
public enum SignalUnit {
    TRANSFERS,
    REQUESTS,
    HALF_DAYS,
    /** Told as hours. */
    MINUTES,
    EVENTS;

    private static final double MINUTES_AN_HOUR = 60;

    /** The unit of a signal by its name; events for one that a later version has added. */
    public static SignalUnit of(String signal) {
        return switch (signal) {
            case "refusal" -> TRANSFERS;
            case "saturation" -> REQUESTS;
            case "stress" -> HALF_DAYS;
            case "wind-down" -> MINUTES;
            default -> EVENTS;
        };
    }

    /** The name in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A count as pages tell it. */
    double told(double count) {
        return this == MINUTES ? count / MINUTES_AN_HOUR : count;
    }
}
