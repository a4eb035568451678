package fr.vigie.roster;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** How many must be on the telephone in each quarter of an hour of seven days, by the clock. */
public final class Need {
    static final int DAY = 96;
    static final int WEEK = 7 * DAY;

    private final LocalDate firstDay;
    private final ZoneId zone;
    private final int[] agents;

    private Need(LocalDate firstDay, ZoneId zone, int[] agents) {
        this.firstDay = firstDay;
        this.zone = zone;
        this.agents = agents;
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
        if (intervalMinutes <= 0 || intervalMinutes % 15 != 0) {
            throw new IllegalArgumentException(
                    "The interval (%d minutes) must be a multiple of 15.\nMaybe 15, 30 or 60."
                            .formatted(intervalMinutes));
        }
        var quarters = new int[WEEK];
        agents.forEach((start, count) -> {
            if (count < 0) {
                throw new IllegalArgumentException(
                        "The need at %s (%d) must not be negative.\nMaybe the staffing table is damaged."
                                .formatted(start, count));
            }
            for (int minute = 0; minute < intervalMinutes; minute += 15) {
                var local = start.plus(minute, ChronoUnit.MINUTES).atZone(zone);
                long day = ChronoUnit.DAYS.between(firstDay, local.toLocalDate());
                if (day >= 0 && day < 7) {
                    int quarter = (int) day * DAY + local.toLocalTime().toSecondOfDay() / 900;
                    // The hour that the autumn change repeats needs the larger of both.
                    quarters[quarter] = Math.max(quarters[quarter], count);
                }
            }
        });
        return new Need(firstDay, zone, quarters);
    }

    /** The first day of the week. */
    public LocalDate firstDay() {
        return firstDay;
    }

    /** The zone of the clock. */
    public ZoneId zone() {
        return zone;
    }

    /** The need in a quarter of an hour of the week, 0 to 671. */
    int at(int quarter) {
        return quarter < WEEK ? agents[quarter] : 0;
    }

    /** Whether a day of the week (0 is its first) is a Saturday or a Sunday. */
    boolean isWeekend(int day) {
        return firstDay.plusDays(day).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    /** The need of a day (0 is the first) in quarters of an hour of work. */
    int ofDay(int day) {
        int sum = 0;
        for (int quarter = day * DAY; quarter < (day + 1) * DAY; quarter++) {
            sum += agents[quarter];
        }
        return sum;
    }

    /** The first quarter of a day in which somebody is needed, in quarters of the day; 96 if nobody is. */
    int opens(int day) {
        int quarter = 0;
        while (quarter < DAY && agents[day * DAY + quarter] == 0) {
            quarter++;
        }
        return quarter;
    }

    /** The quarter of a day after the last one in which somebody is needed. */
    int closes(int day) {
        int quarter = DAY;
        while (quarter > 0 && agents[day * DAY + quarter - 1] == 0) {
            quarter--;
        }
        return quarter;
    }

    /** The last quarter to which a day at work that begins on this day may reach: nights go on into the next day. */
    int leavesBy(int day) {
        return closes(day) == DAY && day < 6 && opens(day + 1) == 0 ? DAY + closes(day + 1) : closes(day);
    }

    /** The moment at which a quarter of the week begins. */
    Instant start(int quarter) {
        return firstDay.plusDays(quarter / DAY)
                .atStartOfDay()
                .plusMinutes(15L * (quarter % DAY))
                .atZone(zone)
                .toInstant();
    }
}
