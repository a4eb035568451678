package fr.vigie.roster;

/**
 * How long somebody may be planned, in quarters of an hour.
 *
 * @param longestDay the most paid time of a day
 * @param longestHalf the most work without a meal
 * @param dailyRest the rest between two days at work
 */
record Limits(int longestDay, int longestHalf, int dailyRest) {
    private static final Limits ADULT =
            new Limits(WorkingDays.LONGEST_DAY, DutyPattern.LONGEST_HALF, 4 * DailyRules.REST_HOURS);
    private static final Limits MINOR =
            new Limits(4 * MinorRules.MOST_HOURS, MinorRules.LONGEST_MINUTES / 15, 4 * MinorRules.REST_HOURS);

    /** Those of a week: whoever comes of age within it is taken for a minor all week. */
    static Limits of(Need need, Employee employee) {
        return employee.standing().isMinorOn(need.firstDay()) ? MINOR : ADULT;
    }

    /** The duties that keep them. */
    Duties within(Duties duties) {
        return longestHalf == duties.longestHalf() ? duties : new Duties(duties.pattern(), longestHalf);
    }
}
