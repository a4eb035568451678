package fr.vigie.report;

/** Which calls a forecast counts. */
public enum Demand {
    /** Offered calls that are not redials: what callers want, before a busy line multiplies it. */
    FIRST_ATTEMPTS,
    /** All offered calls. */
    OFFERED
}
