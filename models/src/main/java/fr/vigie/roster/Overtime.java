package fr.vigie.roster;

import fr.vigie.roster.Rule.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Hours beyond the legal week (C. trav. L3121-27 and L3121-28), and how many of them a year may have before the works council
 * must be heard and rest is owed in return (L3121-30 and L3121-33). Weeks belong to the year of their first day. What is not
 * known of the year counts as no overtime.
 */
enum Overtime {
    /** By law, where no agreement says otherwise. */
    LEGAL(220, "C. trav. L3121-30, L3121-33, D3121-24"),

    /** By the branch agreement; the less of its two numbers, so that it is kept whatever the agreement on annual hours. */
    BRANCH(70, "IDCC 2098, overtime quota; C. trav. L3121-33");

    private final int hours;
    private final String article;

    Overtime(int hours, String article) {
        this.hours = hours;
        this.article = article;
    }

    /** The most hours a year. */
    int hours() {
        return hours;
    }

    /** Where that stands. */
    String article() {
        return article;
    }

    /** What a year has at most. */
    Rule rule() {
        return new Rule(
                "overtime-at-most-%d-hours-a-year".formatted(hours),
                article,
                "Effective work beyond 35 hours a week adds up to %d hours a year at most.".formatted(hours),
                sheet -> {
                    var found = new ArrayList<Finding>();
                    int year = 0;
                    long sum = 0;
                    for (var week : sheet.weeks().entrySet()) {
                        sum = week.getKey().getYear() == year ? sum : 0;
                        year = week.getKey().getYear();
                        long over = minutes(week.getValue());
                        sum += over;
                        if (over > 0 && sum > hours * 60L) {
                            found.add(new Finding(week.getKey(), Rule.hours(sum) + " of overtime in " + year));
                        }
                    }
                    return found.stream();
                });
    }

    /**
     * What a week may have, in minutes of effective work, with the overtime that the year leaves.
     *
     * @param before what is known of the person's work before
     * @param week the first day of the week
     */
    int minutesLeft(Timesheet before, LocalDate week) {
        long worked = before.weeks().entrySet().stream()
                .filter(earlier ->
                        earlier.getKey().isBefore(week) && earlier.getKey().getYear() == week.getYear())
                .mapToLong(earlier -> minutes(earlier.getValue()))
                .sum();
        return (int) (Employee.FULL_TIME_MINUTES + Math.max(0, hours * 60L - worked));
    }

    private static long minutes(List<WorkDay> week) {
        return Math.max(0, WeeklyRules.effectiveMinutes(week) - Employee.FULL_TIME_MINUTES);
    }
}
