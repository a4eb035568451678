package fr.vigie.roster;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is known of a person's work: the roster under judgement and what surrounds it.
 *
 * @param employee whose it is
 * @param zone the zone of clock times
 * @param weekStart the day that the weeks of the law begin on
 * @param pieces all pieces in order of time, absences included
 * @param days the days at work, in order
 */
public record Timesheet(Employee employee, ZoneId zone, DayOfWeek weekStart, List<Shift> pieces, List<WorkDay> days) {
    /** A piece that begins on a new date but this soon after the last one belongs to the same day at work: a night. */
    private static final Duration SAME_NIGHT = Duration.ofHours(2);

    /** What is known of a person from pieces given in any order. */
    static Timesheet of(Employee employee, ZoneId zone, DayOfWeek weekStart, List<Shift> pieces) {
        var sorted = inOrder(pieces);
        return new Timesheet(employee, zone, weekStart, sorted, days(zone, sorted));
    }

    /** The days at work of a person's pieces, given in any order. */
    static List<WorkDay> days(ZoneId zone, List<Shift> pieces) {
        var days = new ArrayList<WorkDay>();
        var open = new ArrayList<Shift>();
        for (var piece : inOrder(pieces)) {
            if (piece.activity() == Activity.ABSENCE) {
                continue;
            }
            if (!open.isEmpty() && !belongs(open, piece, zone)) {
                days.add(day(open, zone));
                open.clear();
            }
            open.add(piece);
        }
        if (!open.isEmpty()) {
            days.add(day(open, zone));
        }
        return List.copyOf(days);
    }

    private static List<Shift> inOrder(List<Shift> pieces) {
        return pieces.stream()
                .sorted(Comparator.comparing(Shift::startsAt).thenComparing(Shift::endsAt))
                .toList();
    }

    private static boolean belongs(List<Shift> open, Shift piece, ZoneId zone) {
        var last = open.get(open.size() - 1);
        return date(open.get(0), zone).equals(date(piece, zone))
                || Duration.between(last.endsAt(), piece.startsAt()).compareTo(SAME_NIGHT) < 0;
    }

    private static WorkDay day(List<Shift> open, ZoneId zone) {
        return new WorkDay(date(open.get(0), zone), zone, open);
    }

    private static LocalDate date(Shift piece, ZoneId zone) {
        return LocalDate.ofInstant(piece.startsAt(), zone);
    }

    /** The days at work of each week, by its first day: a Monday unless an agreement says otherwise (C. trav. L3121-35). */
    SortedMap<LocalDate, List<WorkDay>> weeks() {
        var weeks = new TreeMap<LocalDate, List<WorkDay>>();
        for (var day : days) {
            var week = day.day().with(TemporalAdjusters.previousOrSame(weekStart));
            weeks.computeIfAbsent(week, w -> new ArrayList<>()).add(day);
        }
        return weeks;
    }
}
