package fr.vigie.input;

/** Work beside calls. */
public enum WorkKind {
    /** A mail. */
    MAIL,

    /** A chat. */
    CHAT,

    /** An online form. */
    FORM,

    /** Somebody at the desk. */
    DESK,

    /** A call to return. */
    CALLBACK
}
