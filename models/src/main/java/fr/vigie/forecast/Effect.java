package fr.vigie.forecast;

import fr.vigie.calendar.Occasion;

/** What may lift or lower the calls of a day relative to its weekly profile. */
enum Effect {
    HOLIDAY_MORNING(0.5),
    HOLIDAY_AFTERNOON(0.5),
    HOLIDAY_EVENING(0.5),
    HALF_DAY_MORNING(0.5),
    HALF_DAY_AFTERNOON(0.5),
    HALF_DAY_EVENING(0.5),
    BRIDGE(0.2),
    DAY_AFTER_MORNING(0.2),
    DAY_AFTER_AFTERNOON(0.2),
    DAY_AFTER_EVENING(0.2),
    EVE(0.1),
    SCHOOL_HOLIDAY(0.1),
    SUMMER_HOLIDAY(0.1),
    AFTER_UNPLANNED_CLOSURE(0.15),
    MONTH_STARTS(0.03),
    MONTH_ENDS(0.03),
    YEAR_SINE(0.1),
    YEAR_COSINE(0.1),
    HALF_YEAR_SINE(0.05),
    HALF_YEAR_COSINE(0.05),
    EPIDEMIC(0.1),
    CAMPAIGN(0.5),
    TRIAL(0.3),
    OUTAGE(0.5),
    STRIKE(0.3),
    RAMADAN(0.1),
    DOCTORS_AWAY(0.4),
    DOCTORS_BACK(0.2),
    PRACTICE_HOLIDAY(0.4),
    OTHER_EVENT(0.2);

    private static final int DAYS_FOR_HARMONICS = 300;
    private static final int DAYS_FOR_MONTHS = 60;

    private final double deviation;

    Effect(double deviation) {
        this.deviation = deviation;
    }

    /** The effect of an occasion while it lasts. */
    static Effect of(Occasion.Kind kind) {
        return switch (kind) {
            case EPIDEMIC -> EPIDEMIC;
            case CAMPAIGN -> CAMPAIGN;
            case TRIAL -> TRIAL;
            case OUTAGE -> OUTAGE;
            case STRIKE -> STRIKE;
            case RAMADAN -> RAMADAN;
            case LEAVE, ILLNESS -> DOCTORS_AWAY;
            case PRACTICE_HOLIDAY -> PRACTICE_HOLIDAY;
            case OTHER -> OTHER_EVENT;
        };
    }

    /**
     * The standard deviation of the relative effect that is believed before any data; 0 holds the effect at zero.
     * Harmonics need most of a year: with less they would continue last month's drift as a season. The turn of the month
     * needs two of them.
     *
     * @param days length of the history in days
     */
    double deviation(int days) {
        return switch (this) {
            case YEAR_SINE, YEAR_COSINE, HALF_YEAR_SINE, HALF_YEAR_COSINE -> days < DAYS_FOR_HARMONICS ? 0 : deviation;
            case MONTH_STARTS, MONTH_ENDS -> days < DAYS_FOR_MONTHS ? 0 : deviation;
            default -> deviation;
        };
    }
}
