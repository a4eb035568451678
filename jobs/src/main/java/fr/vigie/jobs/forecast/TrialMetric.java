package fr.vigie.jobs.forecast;

import fr.vigie.jobs.lake.LoadRow;
import java.util.Locale;

/** A figure on which a change is judged: a count, or one sum over another. */
public enum TrialMetric {
    /** Calls that are not redials: what callers want. */
    VOLUME,
    /** Mean wait of all calls offered to operators, seconds. */
    WAITING,
    /** The share of them who hang up. */
    ABANDONMENT,
    /** The share of them answered in the time promised. */
    SERVICE_LEVEL,
    /** Mean talk and wrap-up of a handled call, seconds. */
    HANDLING_TIME;

    /** What is counted in an interval. */
    double over(LoadRow row) {
        return switch (this) {
            case VOLUME -> row.firstAttempts();
            case WAITING -> row.waitSeconds();
            case ABANDONMENT -> row.abandoned();
            case SERVICE_LEVEL -> row.answeredWithin();
            case HANDLING_TIME -> row.handledSeconds();
        };
    }

    /** Whether it is a mean over calls. */
    boolean isMean() {
        return this != VOLUME;
    }

    /** The calls that it is a mean over. */
    double under(LoadRow row) {
        return this == HANDLING_TIME ? row.handled() : row.offered();
    }

    /** Its name as people write it, e.g. {@code service-level}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
