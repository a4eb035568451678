package fr.vigie.signal;

/** Why a week says nothing about a practice. */
public enum Excuse {
    /** A doctor was away without a replacement. */
    LEAVE,

    /** A replacement doctor saw the patients. */
    REPLACEMENT,

    /** A public holiday. */
    PUBLIC_HOLIDAY,

    /** An epidemic of the practice's own or its group's; one of everybody's shows in the peers' weeks. */
    EPIDEMIC,

    /** The line began or ceased to be forwarded, or was forwarded at other times. */
    FORWARDING_CHANGE,

    /** The practice had said that it would be closed. */
    CLOSED,

    /** A campaign of the practice's own or its group's: more people call. */
    CAMPAIGN,

    /** An outage, a strike, a trial or the like. */
    EVENT
}
