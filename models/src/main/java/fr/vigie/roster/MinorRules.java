package fr.vigie.roster;

import fr.vigie.roster.Rule.Finding;
import java.util.stream.Stream;

/** What protects people under 18. */
final class MinorRules {
    static final int MOST_HOURS = 8;
    static final int MOST_WEEKLY_HOURS = 35;
    static final int LONGEST_MINUTES = 4 * 60 + 30;
    static final int REST_HOURS = 12;

    private static final int BREAK_MINUTES = 30;

    private MinorRules() {}

    /** The rules of this family. */
    static Stream<Rule> all() {
        return Stream.of(
                atMost8HoursOfWorkADay(),
                atMost35HoursOfWorkAWeek(),
                aBreakOf30MinutesBy4HoursAndAHalf(),
                atLeast12HoursOfDailyRest());
    }

    static Rule atMost8HoursOfWorkADay() {
        return Rule.ofDay(
                "minors-at-most-8-hours-of-work-a-day",
                "C. trav. L3162-1",
                "Nobody under 18 has more than eight hours of effective work a day.",
                (employee, day) -> isMinor(employee, day) && day.effectiveMinutes() > MOST_HOURS * 60
                        ? Stream.of(Rule.hours(day.effectiveMinutes()) + " of work of a minor")
                        : Stream.empty());
    }

    static Rule atMost35HoursOfWorkAWeek() {
        return new Rule(
                "minors-at-most-35-hours-of-work-a-week",
                "C. trav. L3162-1",
                "Nobody under 18 has more than 35 hours of effective work a week.",
                sheet -> sheet.weeks().entrySet().stream()
                        .filter(week -> sheet.employee().standing().isMinorOn(week.getKey())
                                && WeeklyRules.effectiveMinutes(week.getValue()) > MOST_WEEKLY_HOURS * 60)
                        .map(week -> new Finding(
                                week.getKey(),
                                Rule.hours(WeeklyRules.effectiveMinutes(week.getValue()))
                                        + " of work of a minor in the week")));
    }

    /** Shorter pauses do not count: the strict reading of the article. */
    static Rule aBreakOf30MinutesBy4HoursAndAHalf() {
        return Rule.ofDay(
                "minors-a-break-of-30-minutes-by-4-hours-and-a-half",
                "C. trav. L3162-3",
                "Nobody under 18 works more than four and a half hours without 30 consecutive minutes of break.",
                (employee, day) -> {
                    long longest = day.longestWithoutPauseOf(BREAK_MINUTES);
                    return isMinor(employee, day) && longest > LONGEST_MINUTES
                            ? Stream.of(Rule.hours(longest) + " of work of a minor without a break of 30 minutes")
                            : Stream.empty();
                });
    }

    static Rule atLeast12HoursOfDailyRest() {
        return new Rule(
                "minors-at-least-12-hours-of-daily-rest",
                "C. trav. L3164-1",
                "Twelve consecutive hours of rest lie between two days at work of somebody under 18.",
                sheet -> DailyRules.shortRests(sheet, REST_HOURS)
                        .filter(found -> sheet.employee().standing().isMinorOn(found.day())));
    }

    private static boolean isMinor(Employee employee, WorkDay day) {
        return employee.standing().isMinorOn(day.day());
    }
}
