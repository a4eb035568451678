package fr.vigie.input;

/** What the phone system saw of an operator. */
public enum PresenceState {
    /** Logged in and ready, or on a call. */
    AVAILABLE,

    /** Logged in and paused. */
    PAUSED,

    /** Logged out. */
    AWAY
}
