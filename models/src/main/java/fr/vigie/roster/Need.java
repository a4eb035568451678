package fr.vigie.roster;

import fr.vigie.input.Shift;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * How many must be on the telephone in each quarter of an hour of seven days.
 *
 * <p>Quarters are counted as time goes by, so that rests and breaks are as long as they seem; a day on which clocks change
 * has 92 or 100 of them.
 */
public final class Need {
    private static final int QUARTER = 15;

    private final LocalDate firstDay;
    private final ZoneId zone;
    private final int[] agents;

    /** The quarter of the week in which each day begins, and the end of the week. */
    private final int[] begins;

    private Need(LocalDate firstDay, ZoneId zone, int[] agents, int[] begins) {
        this.firstDay = firstDay;
        this.zone = zone;
        this.agents = agents;
        this.begins = begins;
    }

    /**
     * The need by interval.
     *
     * @param firstDay the first day of the week
     * @param zone the zone of the clock
     * @param intervalMinutes the length of an interval, a multiple of 15
     * @param agents the agents by start of interval, zero or more; what lies outside the week is left out, an interval
     *     that is not there needs nobody
     */
    public static Need of(LocalDate firstDay, ZoneId zone, int intervalMinutes, Map<Instant, Integer> agents) {
        if (intervalMinutes <= 0 || intervalMinutes % QUARTER != 0) {
            throw new IllegalArgumentException(
                    "The interval (%d minutes) must be a multiple of 15.\nMaybe 15, 30 or 60."
                            .formatted(intervalMinutes));
        }
        var start = firstDay.atStartOfDay(zone).toInstant();
        var begins = new int[8];
        for (int day = 0; day < begins.length; day++) {
            begins[day] =
                    quarters(start, firstDay.plusDays(day).atStartOfDay(zone).toInstant());
        }
        var quarters = new int[begins[7]];
        agents.forEach((from, count) -> {
            if (count < 0) {
                throw new IllegalArgumentException(
                        "The need at %s (%d) must not be negative.\nMaybe the staffing table is damaged."
                                .formatted(from, count));
            }
            int first = quarters(start, from);
            for (int q = Math.max(0, first); q < Math.min(quarters.length, first + intervalMinutes / QUARTER); q++) {
                quarters[q] = count;
            }
        });
        return new Need(firstDay, zone, quarters, begins);
    }

    /** The same need, and none on some days of the week. */
    Need without(Set<LocalDate> days) {
        var left = agents.clone();
        for (int day = 0; day < 7; day++) {
            if (days.contains(firstDay.plusDays(day))) {
                Arrays.fill(left, begins[day], begins[day + 1], 0);
            }
        }
        return new Need(firstDay, zone, left, begins);
    }

    private static int quarters(Instant from, Instant until) {
        return Math.toIntExact(Math.floorDiv(ChronoUnit.MINUTES.between(from, until), (long) QUARTER));
    }

    /** The first day of the week. */
    public LocalDate firstDay() {
        return firstDay;
    }

    /** The zone of the clock. */
    public ZoneId zone() {
        return zone;
    }

    /** The quarters of the week: 672, four more or fewer where clocks change. */
    int length() {
        return agents.length;
    }

    /** Whether a day of the week (0 is its first) is a Saturday or a Sunday. */
    boolean isWeekend(int day) {
        return firstDay.plusDays(day).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    /** Whether a day of the week is a Sunday. */
    boolean isSunday(int day) {
        return firstDay.plusDays(day).getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The quarter of the week in which a day begins. */
    int begin(int day) {
        return begins[day];
    }

    /** The quarters of a day. */
    int lengthOf(int day) {
        return begins[day + 1] - begins[day];
    }

    /** The quarter of a day in which it is noon. */
    int noon(int day) {
        var date = firstDay.plusDays(day);
        return quarters(
                date.atStartOfDay(zone).toInstant(),
                date.atTime(LocalTime.NOON).atZone(zone).toInstant());
    }

    /** The need in a quarter of an hour of the week. */
    int at(int quarter) {
        return agents[quarter];
    }

    /** The need of a day in quarters of an hour of work. */
    int ofDay(int day) {
        int sum = 0;
        for (int quarter = begins[day]; quarter < begins[day + 1]; quarter++) {
            sum += agents[quarter];
        }
        return sum;
    }

    /** The first quarter of a day in which somebody is needed; the day's length if nobody is. */
    int opens(int day) {
        int quarter = 0;
        while (quarter < lengthOf(day) && agents[begins[day] + quarter] == 0) {
            quarter++;
        }
        return quarter;
    }

    /** The quarter of a day after the last one in which somebody is needed; 0 if nobody is. */
    int closes(int day) {
        int quarter = lengthOf(day);
        while (quarter > 0 && agents[begins[day] + quarter - 1] == 0) {
            quarter--;
        }
        return quarter;
    }

    /** The last quarter to which a day at work that begins on this day may reach: nights go on into the next day. */
    int leavesBy(int day) {
        return closes(day) == lengthOf(day) && day < 6 && opens(day + 1) == 0
                ? lengthOf(day) + closes(day + 1)
                : closes(day);
    }

    /** Whether absences leave enough of a day of the week, at a stretch, for the shortest day at work. */
    public boolean leavesADay(LocalDate day, Collection<Shift> absences) {
        var left = longestBeside((int) (day.toEpochDay() - firstDay.toEpochDay()), absences);
        return left.end() - left.start() >= WorkingDays.SHORTEST_DAY;
    }

    /** The longest stretch of a day's opening beside absences, in quarters of the day; the first of equals. */
    Terms.Span longestBeside(int day, Collection<Shift> absences) {
        var longest = new Terms.Span(opens(day), opens(day));
        int from = opens(day);
        for (int quarter = opens(day); quarter < leavesBy(day); quarter++) {
            var start = start(begins[day] + quarter);
            var end = start.plus(QUARTER, ChronoUnit.MINUTES);
            if (absences.stream()
                    .anyMatch(absence ->
                            absence.startsAt().isBefore(end) && absence.endsAt().isAfter(start))) {
                from = quarter + 1;
            } else if (quarter + 1 - from > longest.end() - longest.start()) {
                longest = new Terms.Span(from, quarter + 1);
            }
        }
        return longest;
    }

    /** The moment at which a quarter of the week begins. */
    Instant start(int quarter) {
        return firstDay.atStartOfDay(zone).toInstant().plus(15L * quarter, ChronoUnit.MINUTES);
    }
}
