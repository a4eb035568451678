package fr.vigie.call;

/** What the doctor did with a call put through. */
public enum TransferResult {
    /** Took it. */
    ACCEPTED,

    /** Refused it. */
    DECLINED,

    /** Did not pick up. */
    NO_ANSWER
}
