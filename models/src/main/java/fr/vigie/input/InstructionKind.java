package fr.vigie.input;

/** What a practice tells the operators to do. */
public enum InstructionKind {
    /** Book as usual. */
    OPEN,

    /** Take messages, put nothing through. */
    MESSAGE_ONLY,

    /** Refuse new patients. */
    NO_NEW_PATIENTS,

    /** Take urgent requests only. */
    URGENT_ONLY,

    /** Closed. */
    CLOSED
}
