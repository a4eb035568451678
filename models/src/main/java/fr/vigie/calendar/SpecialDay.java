package fr.vigie.calendar;

/** What a day is with regard to public holidays; a day is one of these, the first that fits. */
public enum SpecialDay {
    /** A public holiday. */
    PUBLIC_HOLIDAY,
    /** A working day between a public holiday and a weekend (the French {@code pont}). */
    BRIDGE,
    /** The first day but Sunday after a public holiday, when the calls that waited come in. */
    DAY_AFTER,
    /** The day before a public holiday. */
    EVE,
    /** Any other day. */
    ORDINARY
}
