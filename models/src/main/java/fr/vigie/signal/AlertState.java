package fr.vigie.signal;

/** How far people are with an alert. */
public enum AlertState {
    /** Nobody has looked yet. */
    OPEN,

    /** Somebody looks after it. */
    ACKNOWLEDGED,

    /** Somebody has settled it. */
    CLOSED
}
