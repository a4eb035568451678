package fr.vigie.input;

/** What moves the load. */
public enum EventKind {
    /** An epidemic. */
    EPIDEMIC,

    /** A campaign. */
    CAMPAIGN,

    /** A trial. */
    TRIAL,

    /** An outage. */
    OUTAGE,

    /** A strike. */
    STRIKE,

    /** The month of Ramadan. */
    RAMADAN,

    /** A holiday the calendar does not know. */
    HOLIDAY,

    /** A day on which work ends early, such as an eve. */
    HALF_DAY,

    /** Anything else. */
    OTHER
}
