package fr.vigie.signal;

/** Whose weeks a signal reads. */
public enum Level {
    /** A practice's: what its callers met. */
    PRACTICE,

    /** A doctor's at a practice: what the agenda shows. */
    PRACTITIONER
}
