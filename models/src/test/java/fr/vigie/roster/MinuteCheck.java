package fr.vigie.roster;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The law once more, minute by minute: shares nothing with {@link RosterCheck} but the names of the rules. */
final class MinuteCheck {
    /** The rules that are judged here, each as the law, or the strictest profile, has it. */
    static final Set<String> RULES = Set.of(
            "one-place-at-a-time",
            "nobody-works-during-an-absence",
            "at-most-10-hours-of-work-a-day",
            "a-break-of-20-minutes-by-6-hours",
            "at-least-11-hours-of-daily-rest",
            "at-most-48-hours-of-work-a-week",
            "at-most-44-hours-on-12-weeks-average",
            "at-most-6-days-a-week",
            "at-least-35-hours-of-weekly-rest",
            "nobody-works-on-may-day",
            "amplitude-at-most-13-hours",
            "no-work-sequence-over-3-hours",
            "part-time-extra-hours-at-most-a-third",
            "weekly-rest-on-sunday",
            "overtime-at-most-70-hours-a-year",
            "minors-at-most-8-hours-of-work-a-day",
            "minors-at-most-35-hours-of-work-a-week",
            "minors-a-break-of-30-minutes-by-4-hours-and-a-half",
            "minors-at-least-12-hours-of-daily-rest");

    private static final int DAILY_REST = 11 * 60;

    private final Employee employee;
    private final ZoneId zone;
    private final LocalDate week;
    private final Instant origin;
    private final LocalDate[] dates;
    private final boolean[] working;
    private final boolean[] present;
    private final boolean[] absent;
    private final boolean[] twice;
    private final List<int[]> days = new ArrayList<>();
    private final Set<String> broken = new TreeSet<>();

    private MinuteCheck(Employee employee, ZoneId zone, LocalDate week, LocalDate known) {
        this.employee = employee;
        this.zone = zone;
        this.week = week;
        this.origin = known.atStartOfDay(zone).toInstant();
        var end = week.plusDays(28);
        this.dates = new LocalDate[minute(end.atStartOfDay(zone).toInstant())];
        known.datesUntil(end)
                .forEach(day -> Arrays.fill(
                        dates,
                        minute(day.atStartOfDay(zone).toInstant()),
                        minute(day.plusDays(1).atStartOfDay(zone).toInstant()),
                        day));
        this.working = new boolean[dates.length];
        this.present = new boolean[dates.length];
        this.absent = new boolean[dates.length];
        this.twice = new boolean[dates.length];
    }

    /** The rules that one person's pieces break in a week; pieces of the twelve weeks before may be among them. */
    static Set<String> broken(Employee employee, List<Shift> pieces, ZoneId zone, LocalDate week) {
        var first = pieces.stream()
                .map(piece -> LocalDate.ofInstant(piece.startsAt(), zone))
                .min(LocalDate::compareTo)
                .filter(day -> day.isBefore(week))
                .orElse(week)
                .minusDays(2);
        var check = new MinuteCheck(employee, zone, week, first);
        pieces.forEach(check::draw);
        check.findDays();
        check.judge();
        return check.broken;
    }

    private void draw(Shift piece) {
        for (int m = minute(piece.startsAt()); m < minute(piece.endsAt()); m++) {
            if (piece.activity() == Activity.ABSENCE) {
                absent[m] = true;
                continue;
            }
            twice[m] |= present[m];
            present[m] = true;
            working[m] = piece.activity() != Activity.BREAK;
        }
    }

    /** What begins on one date, or goes on within two hours, is one day at work. */
    private void findDays() {
        int last = -1;
        for (int m = 0; m < present.length; m++) {
            if (!present[m]) {
                continue;
            }
            var open = days.isEmpty() ? null : days.get(days.size() - 1);
            if (open == null || (m - last > 120 && !date(m).equals(date(open[0])))) {
                open = new int[] {m, m};
                days.add(open);
            }
            open[1] = m + 1;
            last = m;
        }
    }

    private void judge() {
        for (int d = 0; d < days.size(); d++) {
            if (inWeek(days.get(d)[0])) {
                judgeDay(days.get(d)[0], days.get(d)[1]);
                int rest = d > 0 ? days.get(d)[0] - days.get(d - 1)[1] : DAILY_REST + 60;
                breaks(rest < DAILY_REST, "at-least-11-hours-of-daily-rest");
                breaks(rest < 12 * 60 && isMinor(days.get(d)[0]), "minors-at-least-12-hours-of-daily-rest");
            }
        }
        int start = minute(week.atStartOfDay(zone).toInstant());
        int end = minute(week.plusWeeks(1).atStartOfDay(zone).toInstant());
        var own = days.stream().filter(day -> inWeek(day[0])).toList();
        int worked =
                own.stream().mapToInt(day -> count(working, day[0], day[1])).sum();
        breaks(worked > 48 * 60, "at-most-48-hours-of-work-a-week");
        breaks(worked > 35 * 60 && isMinor(start), "minors-at-most-35-hours-of-work-a-week");
        breaks(worked > 35 * 60 && overtime() > 70 * 60, "overtime-at-most-70-hours-a-year");
        int twelve = days.stream()
                .filter(day -> date(day[0]).isBefore(week.plusWeeks(1))
                        && !date(day[0]).isBefore(week.minusWeeks(11)))
                .mapToInt(day -> count(working, day[0], day[1]))
                .sum();
        breaks(!own.isEmpty() && twelve > 12 * 44 * 60, "at-most-44-hours-on-12-weeks-average");
        breaks(own.stream().map(day -> date(day[0])).distinct().count() > 6, "at-most-6-days-a-week");
        breaks(!own.isEmpty() && longestRest(start, end) < 35 * 60, "at-least-35-hours-of-weekly-rest");
        int paid = own.stream().mapToInt(day -> paid(day[0], day[1])).sum();
        breaks(
                !own.isEmpty()
                        && employee.contractMinutes() < 35 * 60
                        && (3 * paid > 4 * employee.contractMinutes() || paid >= 35 * 60),
                "part-time-extra-hours-at-most-a-third");
    }

    /** Minutes beyond 35 hours in this week and those before it that begin in the same year. */
    private int overtime() {
        int over = 0;
        for (var first = week;
                first.getYear() == week.getYear() && minute(start(first)) >= 0;
                first = first.minusWeeks(1)) {
            var monday = first;
            int worked = days.stream()
                    .filter(day ->
                            !date(day[0]).isBefore(monday) && date(day[0]).isBefore(monday.plusWeeks(1)))
                    .mapToInt(day -> count(working, day[0], day[1]))
                    .sum();
            over += Math.max(0, worked - 35 * 60);
        }
        return over;
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private boolean isMinor(int minute) {
        var adultOn = employee.standing().adultOn();
        return adultOn != null && adultOn.isAfter(date(minute));
    }

    private void judgeDay(int from, int until) {
        int worked = count(working, from, until);
        breaks(worked > 8 * 60 && isMinor(from), "minors-at-most-8-hours-of-work-a-day");
        breaks(worked > 10 * 60, "at-most-10-hours-of-work-a-day");
        breaks(until - from > 13 * 60, "amplitude-at-most-13-hours");
        int sinceBreak = 0;
        int sinceHalfHour = 0;
        int sequence = 0;
        int pause = 0;
        for (int m = from; m < until; m++) {
            if (working[m]) {
                sinceBreak = (pause >= 20 ? 0 : sinceBreak) + 1;
                sinceHalfHour = (pause >= 30 ? 0 : sinceHalfHour) + 1;
                sequence = (pause > 0 ? 0 : sequence) + 1;
                pause = 0;
            } else {
                pause++;
            }
            breaks(sinceBreak > 360 || (worked == 360 && sinceBreak == 360), "a-break-of-20-minutes-by-6-hours");
            breaks(sinceHalfHour > 270 && isMinor(from), "minors-a-break-of-30-minutes-by-4-hours-and-a-half");
            breaks(
                    working[m]
                            && date(m).getDayOfWeek() == DayOfWeek.SUNDAY
                            && !employee.standing().mayWorkSundays(),
                    "weekly-rest-on-sunday");
            breaks(twice[m], "one-place-at-a-time");
            breaks(sequence > 180, "no-work-sequence-over-3-hours");
            breaks(
                    working[m] && date(m).getMonth() == Month.MAY && date(m).getDayOfMonth() == 1,
                    "nobody-works-on-may-day");
            breaks(
                    absent[m] || (working[m] && employee.unavailable().contains(date(m))),
                    "nobody-works-during-an-absence");
        }
    }

    /** The longest rest of which a day lies in the week; beyond what is known eleven hours are granted. */
    private int longestRest(int start, int end) {
        int longest = 0;
        int from = start - DAILY_REST;
        for (var day : days) {
            longest = Math.max(longest, rest(from, day[0], start, end));
            from = day[1];
        }
        return Math.max(longest, rest(from, end + DAILY_REST, start, end));
    }

    private static int rest(int from, int until, int start, int end) {
        return Math.min(until, end) - Math.max(from, start) >= 24 * 60 ? until - from : 0;
    }

    /** Work and pauses shorter than half an hour. */
    private int paid(int from, int until) {
        int paid = 0;
        int pause = 0;
        for (int m = from; m < until; m++) {
            if (working[m]) {
                paid += 1 + (pause < 30 ? pause : 0);
                pause = 0;
            } else {
                pause++;
            }
        }
        return paid;
    }

    private static int count(boolean[] minutes, int from, int until) {
        int count = 0;
        for (int m = from; m < until; m++) {
            count += minutes[m] ? 1 : 0;
        }
        return count;
    }

    private void breaks(boolean is, String rule) {
        if (is) {
            broken.add(rule);
        }
    }

    private boolean inWeek(int minute) {
        return !date(minute).isBefore(week) && date(minute).isBefore(week.plusWeeks(1));
    }

    private int minute(Instant moment) {
        return (int) ChronoUnit.MINUTES.between(origin, moment);
    }

    private LocalDate date(int minute) {
        return dates[minute];
    }
}
