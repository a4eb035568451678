package fr.vigie.calendar;

/** What a day is with regard to holidays; a day is one of these, the first that fits. */
public enum SpecialDay {
    /** A public holiday. */
    PUBLIC_HOLIDAY,
    /** A day on which work ends early, such as the eve of a feast. */
    HALF_DAY,
    /** A working day between a public holiday and a weekend (the French {@code pont}). */
    BRIDGE,
    /** The first day but Sunday after a public holiday, when the calls that waited come in. */
    DAY_AFTER,
    /** The day before a public holiday. */
    EVE,
    /** Any other day. */
    ORDINARY;

    /** Whether it is a holiday at least in part, so that other days cannot be told from it. */
    public boolean isHoliday() {
        return this == PUBLIC_HOLIDAY || this == HALF_DAY;
    }
}
