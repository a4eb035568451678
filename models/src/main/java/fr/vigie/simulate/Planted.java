package fr.vigie.simulate;

/** What was planted at a practice: changes that a signal should find, and others that only look like one. */
public enum Planted {
    /** Transfers are refused more and more. */
    REFUSAL,

    /** A doctor shortens the hours before retiring. */
    WIND_DOWN,

    /** Slots closed late, instructions that change all the time, messages left unread. */
    STRESS,

    /** The slots run out. */
    SATURATION,

    /** Looks like a change: a long absence with a replacement doctor. */
    REPLACEMENT,

    /** Looks like a change: the line is forwarded only part of the time from now on. */
    FORWARDING,

    /** Looks like a change: a campaign brings more calls for some weeks. */
    CAMPAIGN,

    /** Looks like a change: the practice becomes a client. */
    JOINED,

    /** Looks like a change: the practice is no client any more. */
    LEFT;

    /** Whether a signal should find it. */
    public boolean isChange() {
        return compareTo(SATURATION) <= 0;
    }

    /** Whether the service is told of it before it begins. */
    boolean isAnnounced() {
        return this == REPLACEMENT || this == CAMPAIGN || this == JOINED || this == LEFT;
    }
}
