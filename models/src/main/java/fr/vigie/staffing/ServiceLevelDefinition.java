package fr.vigie.staffing;

import java.util.Locale;

/**
 * What "the share of calls answered within 20 seconds" is a share of. Four are in use, and on one queue they differ by
 * points: a figure means nothing without its definition.
 */
public enum ServiceLevelDefinition {
    /** Answered in time, of all callers. The strictest, and the default. */
    OFFERED,

    /** Answered in time, of the callers who were answered. */
    ANSWERED,

    /** Callers who would be answered in time if they did not hang up. */
    VIRTUAL,

    /** Answered in time, of all callers but those who hung up within a few seconds. */
    WITHOUT_SHORT;

    /** Its name as people write it, in kebab-case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
