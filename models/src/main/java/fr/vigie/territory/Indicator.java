package fr.vigie.territory;

import java.util.Locale;

/** What is measured on a territory. The key is the name in lower case. */
public enum Indicator {
    /** Accessibility of general practitioners, consultations a year and standardised inhabitant. */
    APL,

    /** The same without the doctors older than 65. */
    APL_WITHOUT_OVER_65,

    /** The same without those older than 62. */
    APL_WITHOUT_OVER_62,

    /** The same without those older than 60. */
    APL_WITHOUT_OVER_60,

    /** The share of the population in communes whose accessibility is at or below the lower threshold, 0 to 1. */
    SHARE_LOW_APL,

    /** Accessibility as published (DREES), consultations a year and standardised inhabitant. */
    APL_PUBLISHED,

    /** The share of the population in communes where that is at or below the lower threshold, 0 to 1. */
    SHARE_LOW_APL_PUBLISHED,

    /** See {@link DesertRisk}, 0 to 1. */
    DESERT_RISK,

    /** Calls to the panel, redials left out, a year and 1,000 inhabitants that the panel stands for. */
    PANEL_CALLS_PER_1000,

    /** Of the calls offered, the share whose caller hung up while waiting, 0 to 1. */
    PANEL_ABANDONMENT,

    /** Of the requests for an appointment that were answered, the share that found no free slot, 0 to 1. */
    PANEL_NO_SLOT,

    /** Of the new patients' requests that were answered, the share that was refused, 0 to 1. */
    PANEL_NEW_PATIENT_REFUSAL,

    /** The share of practices with a restriction in force, rounded to 5 %, 0 to 1. */
    PANEL_RESTRICTED,

    /** The share of the territory's doctors who belong to the panel, 0 to 1. */
    PANEL_COVERAGE;

    /** The indicator in tables and files, e.g. {@code share_low_apl}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
