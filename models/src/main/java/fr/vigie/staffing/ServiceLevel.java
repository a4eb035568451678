package fr.vigie.staffing;

import java.io.Serializable;

/**
 * A measure of promptness: the share answered within a time, by a named definition.
 *
 * @param withinSeconds the time, zero or more
 * @param definition whose share it is
 * @param shortSeconds callers who hang up within this time do not count ({@code WITHOUT_SHORT} only)
 */
public record ServiceLevel(double withinSeconds, ServiceLevelDefinition definition, double shortSeconds)
        implements Serializable {
    /** Hanging up within five seconds is usually a wrong number. */
    public static final double DEFAULT_SHORT_SECONDS = 5;

    public ServiceLevel {
        Argument.notNegative("answering time", withinSeconds, "Maybe give it in seconds, e.g. 20.");
        Argument.notNegative("short abandonment", shortSeconds, "Maybe give it in seconds, e.g. 5.");
    }

    /** The share of all callers who are answered within that time. */
    public static ServiceLevel offered(double withinSeconds) {
        return new ServiceLevel(withinSeconds, ServiceLevelDefinition.OFFERED, DEFAULT_SHORT_SECONDS);
    }

    /** The same time by another definition. */
    public ServiceLevel by(ServiceLevelDefinition other) {
        return new ServiceLevel(withinSeconds, other, shortSeconds);
    }

    double of(WaitingTimes waits) {
        return switch (definition) {
            case OFFERED -> waits.answeredWithin(withinSeconds);
            case ANSWERED -> waits.answeredWithin(withinSeconds) / waits.answered();
            case VIRTUAL -> waits.virtualWithin(withinSeconds);
            case WITHOUT_SHORT -> {
                double abandonedLater = waits.over(shortSeconds) - waits.answeredOver(shortSeconds);
                yield waits.answeredWithin(withinSeconds) / (waits.answered() + abandonedLater);
            }
        };
    }
}
