package fr.vigie.roster;

import fr.vigie.roster.Rule.Finding;
import fr.vigie.roster.WorkDay.Stretch;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the law says of a day. */
final class DailyRules {
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
                (employee, day) -> Stream.of(longestWithoutBreak(day))
                        .filter(worked -> worked > 6 * 60 || (worked == 6 * 60 && worked == day.effectiveMinutes()))
                        .map(worked -> Rule.hours(worked) + " of work without a break of 20 minutes"));
    }

    private static long longestWithoutBreak(WorkDay day) {
        long longest = 0;
        long run = 0;
        var sequences = day.sequences();
        var pauses = day.pauses();
        for (int i = 0; i < sequences.size(); i++) {
            run = (i > 0 && pauses.get(i - 1).minutes() >= 20 ? 0 : run)
                    + sequences.get(i).minutes();
            longest = Math.max(longest, run);
        }
        return longest;
    }

    static Rule atLeast11HoursOfDailyRest() {
        return new Rule(
                "at-least-11-hours-of-daily-rest",
                "C. trav. L3131-1",
                "Eleven consecutive hours of rest lie between two days at work.",
                sheet -> IntStream.range(1, sheet.days().size()).boxed().flatMap(i -> {
                    var day = sheet.days().get(i);
                    var from = sheet.days().get(i - 1).end();
                    var until = day.start();
                    long rest = new Stretch(from, until).minutes();
                    return rest >= 11 * 60
                            ? Stream.empty()
                            : Stream.of(new Finding(day.day(), Rule.hours(rest) + " of rest before"));
                }));
    }
}
