package fr.vigie.roster;

import fr.vigie.roster.Rule.Finding;
import fr.vigie.roster.WorkDay.Stretch;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the law says of a week. */
final class WeeklyRules {
    /** The most minutes of work in a week. */
    static final int MOST_MINUTES = 48 * 60;

    static final MonthDay MAY_DAY = MonthDay.of(Month.MAY, 1);

    private static final int MOST_IN_TWELVE_WEEKS = 12 * 44 * 60;
    private static final Duration DAILY_REST = Duration.ofHours(11);

    private WeeklyRules() {}

    static Rule atMost48HoursOfWorkAWeek() {
        return new Rule(
                "at-most-48-hours-of-work-a-week",
                "C. trav. L3121-20",
                "A civil week has at most 48 hours of effective work.",
                sheet -> sheet.weeks().entrySet().stream()
                        .filter(week -> effectiveMinutes(week.getValue()) > MOST_MINUTES)
                        .map(week -> new Finding(
                                week.getKey(),
                                Rule.hours(effectiveMinutes(week.getValue())) + " of work in the week")));
    }

    static Rule atMost44HoursOn12WeeksAverage() {
        return new Rule(
                "at-most-44-hours-on-12-weeks-average",
                "C. trav. L3121-22",
                "Any twelve consecutive weeks have at most 44 hours of effective work on average.",
                sheet -> {
                    var weeks = sheet.weeks();
                    var found = new ArrayList<Finding>();
                    for (var last : weeks.keySet()) {
                        // Weeks without work count as zero; weeks before the first known one are not known.
                        var first = last.minusWeeks(11);
                        long minutes = weeks.subMap(first, last.plusDays(1)).values().stream()
                                .mapToLong(WeeklyRules::effectiveMinutes)
                                .sum();
                        if (minutes > MOST_IN_TWELVE_WEEKS) {
                            found.add(new Finding(last, Rule.hours(minutes / 12) + " a week over twelve weeks"));
                        }
                    }
                    return found.stream();
                });
    }

    /** What eleven weeks leave for the twelfth. */
    static int minutesLeft(List<WorkDay> elevenWeeks) {
        return (int) Math.max(0, Math.min(MOST_MINUTES, MOST_IN_TWELVE_WEEKS - effectiveMinutes(elevenWeeks)));
    }

    static Rule atMost6DaysAWeek() {
        return new Rule(
                "at-most-6-days-a-week",
                "C. trav. L3132-1",
                "Nobody works on more than six days of a civil week.",
                sheet -> sheet.weeks().entrySet().stream()
                        .filter(week -> daysOf(week.getValue()) > 6)
                        .map(week -> new Finding(week.getKey(), daysOf(week.getValue()) + " days at work")));
    }

    static Rule atLeast35HoursOfWeeklyRest() {
        return new Rule(
                "at-least-35-hours-of-weekly-rest",
                "C. trav. L3132-2",
                "Each civil week has a rest of 24 consecutive hours and the eleven of daily rest.",
                sheet -> sheet.weeks().keySet().stream()
                        .filter(week -> longestRest(sheet, week) < 35 * 60)
                        .map(week -> new Finding(week, Rule.hours(longestRest(sheet, week)) + " of weekly rest")));
    }

    /**
     * The longest rest, in minutes, of which 24 hours lie in the week. Before the first known day and after the last one
     * the rest is taken to reach eleven hours beyond the week.
     */
    private static long longestRest(Timesheet sheet, LocalDate week) {
        var weekStart = week.atStartOfDay(sheet.zone()).toInstant();
        var weekEnd = week.plusWeeks(1).atStartOfDay(sheet.zone()).toInstant();
        var rests = new ArrayList<Stretch>();
        var from = weekStart.minus(DAILY_REST);
        for (var day : sheet.days()) {
            rests.add(new Stretch(from, day.start()));
            from = day.end();
        }
        rests.add(new Stretch(from, weekEnd.plus(DAILY_REST)));
        return rests.stream()
                .filter(rest -> within(rest, weekStart, weekEnd) >= 24 * 60)
                .mapToLong(Stretch::minutes)
                .max()
                .orElse(0);
    }

    private static long within(Stretch rest, Instant from, Instant until) {
        return new Stretch(
                        rest.start().isAfter(from) ? rest.start() : from,
                        rest.end().isBefore(until) ? rest.end() : until)
                .minutes();
    }

    /** Where the activity or an agreement lets rest fall on another day, see {@link Standing#mayWorkSundays}. */
    static Rule weeklyRestOnSunday() {
        return Rule.ofDay(
                "weekly-rest-on-sunday",
                "C. trav. L3132-3",
                "Weekly rest is on Sunday, unless the activity or an agreement lets it fall on another day.",
                (employee, day) -> employee.standing().mayWorkSundays()
                        ? Stream.empty()
                        : day.datesWorked().stream()
                                .filter(date -> date.getDayOfWeek() == DayOfWeek.SUNDAY)
                                .map(date -> "work on Sunday " + date));
    }

    static Rule nobodyWorksOnMayDay() {
        return Rule.ofDay(
                "nobody-works-on-may-day",
                "C. trav. L3133-4",
                "The first of May is a holiday.",
                (employee, day) -> day.datesWorked().stream()
                        .filter(date -> MonthDay.from(date).equals(MAY_DAY))
                        .map(date -> "work on " + date));
    }

    static long effectiveMinutes(List<WorkDay> days) {
        return days.stream().mapToLong(WorkDay::effectiveMinutes).sum();
    }

    private static long daysOf(List<WorkDay> days) {
        return days.stream().map(WorkDay::day).distinct().count();
    }
}
