package fr.vigie.input;

/** What a planned piece of time is for. */
public enum Activity {
    /** Answering calls. */
    CALLS,

    /** Work beside calls. */
    WORK,

    /** Training. */
    TRAINING,

    /** A break. */
    BREAK,

    /** Time without calls. */
    PROTECTED,

    /** A meeting. */
    MEETING,

    /** Not there. */
    ABSENCE
}
