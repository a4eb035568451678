package fr.vigie.input;

/** Half of a day. */
public enum Half {
    /** Morning. */
    AM,

    /** Afternoon. */
    PM
}
