package fr.vigie.input;

/** What an operator noticed. */
public enum ObservationKind {
    /** Talk of retiring. */
    RETIREMENT,

    /** Calls refused. */
    REFUSAL,

    /** Strain. */
    STRESS,

    /** Fewer hours. */
    REDUCED_HOURS,

    /** Talk of leaving. */
    DEPARTURE,

    /** Better again. */
    RECOVERY,

    /** Anything else. */
    OTHER
}
