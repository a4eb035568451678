package fr.vigie.forecast;

import java.util.Locale;

/** What of the calendar and of events lifts or lowers the calls of a day, as people speak of it. */
public enum Influence {
    PUBLIC_HOLIDAY,
    HALF_DAY,
    BRIDGE,
    DAY_AFTER,
    EVE,
    SCHOOL_HOLIDAY,
    AFTER_CLOSURE,
    MONTH_STARTS,
    MONTH_ENDS,
    SEASON,
    EPIDEMIC,
    CAMPAIGN,
    TRIAL,
    OUTAGE,
    STRIKE,
    RAMADAN,
    DOCTORS_AWAY,
    DOCTORS_BACK,
    PRACTICE_HOLIDAY,
    OTHER_EVENT;

    /** Whether it comes from events. Absences of doctors are theirs to tell. */
    public boolean isEvent() {
        return compareTo(EPIDEMIC) >= 0 && !isAbsence();
    }

    /** Whether it comes from absences of doctors. */
    public boolean isAbsence() {
        return this == DOCTORS_AWAY || this == DOCTORS_BACK;
    }

    /** The name in tables, e.g. {@code public-holiday}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The influence of that name. */
    public static Influence labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The influence that a regressor belongs to. */
    static Influence of(Effect effect) {
        return switch (effect) {
            case HOLIDAY_MORNING, HOLIDAY_AFTERNOON, HOLIDAY_EVENING -> PUBLIC_HOLIDAY;
            case HALF_DAY_MORNING, HALF_DAY_AFTERNOON, HALF_DAY_EVENING -> HALF_DAY;
            case BRIDGE -> BRIDGE;
            case DAY_AFTER_MORNING, DAY_AFTER_AFTERNOON, DAY_AFTER_EVENING -> DAY_AFTER;
            case EVE -> EVE;
            case SCHOOL_HOLIDAY, SUMMER_HOLIDAY -> SCHOOL_HOLIDAY;
            case AFTER_UNPLANNED_CLOSURE -> AFTER_CLOSURE;
            case MONTH_STARTS -> MONTH_STARTS;
            case MONTH_ENDS -> MONTH_ENDS;
            case YEAR_SINE, YEAR_COSINE, HALF_YEAR_SINE, HALF_YEAR_COSINE -> SEASON;
            case EPIDEMIC -> EPIDEMIC;
            case CAMPAIGN -> CAMPAIGN;
            case TRIAL -> TRIAL;
            case OUTAGE -> OUTAGE;
            case STRIKE -> STRIKE;
            case RAMADAN -> RAMADAN;
            case DOCTORS_AWAY -> DOCTORS_AWAY;
            case DOCTORS_BACK -> DOCTORS_BACK;
            case PRACTICE_HOLIDAY -> PRACTICE_HOLIDAY;
            case OTHER_EVENT -> OTHER_EVENT;
        };
    }
}
