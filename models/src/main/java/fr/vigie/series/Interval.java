package fr.vigie.series;

/** What is known about an interval of a series. */
public enum Interval {
    /** Lines were open and the count is known, be it zero. */
    KNOWN,
    /** Lines are closed: a structural zero, no datum. */
    CLOSED,
    /** Lines are open and the count is not known: a gap, or the future. */
    UNKNOWN
}
