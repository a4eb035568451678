package fr.vigie.roster;

/**
 * What the weeks before leave for a week, in minutes of work.
 *
 * @param byAverage so that the week has no more than 48 hours, and no more than 44 on average with the eleven before
 * @param byOvertime so that the year has no more overtime than its quota
 */
public record MinutesLeft(int byAverage, int byOvertime) {
    /** Those of somebody without history. */
    public static final MinutesLeft ALL = new MinutesLeft(WeeklyRules.MOST_MINUTES, WeeklyRules.MOST_MINUTES);

    public MinutesLeft {
        if (byAverage < 0 || byOvertime < 0) {
            throw new IllegalArgumentException(
                    "The minutes left (%d, %d) must not be negative.".formatted(byAverage, byOvertime));
        }
    }

    /** What both leave. */
    public int least() {
        return Math.min(byAverage, byOvertime);
    }
}
