package fr.vigie.jobs.format;

/** What makes a call outside of queues an answered one. */
public enum AnsweredBy {
    /** The switch picked up, be it for an announcement. */
    STAMP,

    /** The caller was bridged to somebody. */
    BRIDGE
}
