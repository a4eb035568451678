package fr.vigie.roster;

import fr.vigie.roster.Rule.Finding;
import fr.vigie.roster.WorkDay.Stretch;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the law says of a day. */
final class DailyRules {
    static final int REST_HOURS = 11;

    private DailyRules() {}

    static Rule atMost10HoursOfWorkADay() {
        return Rule.ofDay(
                "at-most-10-hours-of-work-a-day",
                "C. trav. L3121-18",
                "A day has at most ten hours of effective work.",
                (employee, day) -> Stream.of(day.effectiveMinutes())
                        .filter(worked -> worked > 10 * 60)
                        .map(worked -> Rule.hours(worked) + " of work"));
    }

    static Rule aBreakOf20MinutesBy6Hours() {
        return Rule.ofDay(
                "a-break-of-20-minutes-by-6-hours",
                "C. trav. L3121-16",
                "As soon as the day's work reaches six hours there are 20 consecutive minutes of break.",
                (employee, day) -> Stream.of(day.longestWithoutPauseOf(20))
                        .filter(worked -> worked > 6 * 60 || (worked == 6 * 60 && worked == day.effectiveMinutes()))
                        .map(worked -> Rule.hours(worked) + " of work without a break of 20 minutes"));
    }

    static Rule atLeast11HoursOfDailyRest() {
        return new Rule(
                "at-least-11-hours-of-daily-rest",
                "C. trav. L3131-1",
                "Eleven consecutive hours of rest lie between two days at work.",
                sheet -> shortRests(sheet, REST_HOURS));
    }

    /** The days that begin too soon after the one before. */
    static Stream<Finding> shortRests(Timesheet sheet, int hours) {
        return IntStream.range(1, sheet.days().size()).boxed().flatMap(i -> {
            var day = sheet.days().get(i);
            long rest = new Stretch(sheet.days().get(i - 1).end(), day.start()).minutes();
            return rest >= hours * 60L
                    ? Stream.empty()
                    : Stream.of(new Finding(day.day(), Rule.hours(rest) + " of rest before"));
        });
    }
}
