package fr.vigie.call;

/** How a call left the queue. */
public enum Outcome {
    /** An operator took it. */
    ANSWERED,

    /** The caller hung up while waiting. */
    ABANDONED,

    /** It left the queue for another place or timed out. */
    OVERFLOWED,

    /** The caller left a message on the machine. */
    VOICEMAIL,

    /** The automated attendant or an online form settled it. */
    DEFLECTED,

    /** The line was full or nobody was logged in. */
    BLOCKED,

    /** The service was closed. */
    CLOSED
}
