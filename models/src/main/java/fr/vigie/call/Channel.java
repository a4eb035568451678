package fr.vigie.call;

/** Who or what handled the contact. */
public enum Channel {
    /** A person. */
    OPERATOR,

    /** The automated attendant. */
    ASSISTANT,

    /** An online form. */
    FORM,

    /** A call returned to the caller. */
    CALLBACK
}
