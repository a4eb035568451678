package fr.vigie.input;

/** Why a doctor is away. */
public enum AbsenceKind {
    /** On leave. */
    LEAVE,

    /** Ill. */
    SICK,

    /** In training. */
    TRAINING
}
