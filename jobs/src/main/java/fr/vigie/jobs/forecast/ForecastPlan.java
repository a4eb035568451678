package fr.vigie.jobs.forecast;

import fr.vigie.calendar.OpeningHours;
import fr.vigie.forecast.ForecastModel;
import fr.vigie.series.Series;
import fr.vigie.series.Timeline;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every task of a forecast needs to know.
 *
 * @param config what is forecast
 * @param zone zone of business dates
 * @param from first day of the history
 * @param asOf the first day that is not known
 * @param groups the group of each practice; those without one are absent
 * @param hours opening hours by group, from the first day to the last one ahead
 * @param specialDays the special days over the same time and some days beyond
 * @param weekStart the day on which the service's weeks begin
 * @param clients from when to when each practice is a client, where that is known
 * @param newcomers practices with few calls of their own, or none
 */
record ForecastPlan(
        ForecastConfig config,
        ZoneId zone,
        LocalDate from,
        LocalDate asOf,
        Map<String, String> groups,
        Map<String, OpeningHours> hours,
        SpecialDays specialDays,
        DayOfWeek weekStart,
        Map<String, Client> clients,
        Newcomers newcomers)
        implements Serializable {
    /** Days before the present that tell how much a practice calls. */
    static final int RECENT_DAYS = 56;

    /** Origins before the scored ones, from whose errors the first widths are learnt. */
    private static final int TEACHING_ORIGINS = 4;

    private static final int QUARTER = 15;

    /** First and last day as a client; a date far away where there is none. */
    record Client(LocalDate since, LocalDate until) implements Serializable {
        /** One of whom nobody says anything. */
        static final Client ALWAYS = new Client(LocalDate.MAX, LocalDate.MAX);

        /** Calls on fewer days, before or after, are tests and strays. */
        private static final int DAYS_OF_PROOF = 5;

        /** What a register says; null where it does not. */
        static Client of(@Nullable LocalDate since, @Nullable LocalDate until) {
            return new Client(since == null ? LocalDate.MAX : since, until == null ? LocalDate.MAX : until);
        }

        /** Whether calls outside that time, on so many days, tell that the register is wrong. */
        static boolean proves(long daysWithCalls) {
            return daysWithCalls >= DAYS_OF_PROOF;
        }
    }

    List<ForecastModel> models() {
        return config.models().stream().map(ForecastModel::named).toList();
    }

    /** All intervals from the first day of the history to the last one ahead. */
    Timeline timeline() {
        var start = startOf(from);
        var minutes = Duration.between(start, startOf(asOf.plusDays(config.horizonDays())))
                .toMinutes();
        return Timeline.ofClock(start, config.intervalMinutes(), zone, (int) (minutes / config.intervalMinutes()));
    }

    /** The index of the first interval ahead. */
    int present(Timeline timeline) {
        return timeline.indexOf(startOf(asOf));
    }

    /** Which intervals a group is open in, in whole or in part. */
    boolean[] open(Timeline timeline, String group) {
        var open = new boolean[timeline.length()];
        for (int i = 0; i < open.length; i++) {
            open[i] = isOpen(timeline, group, i);
        }
        return open;
    }

    private boolean isOpen(Timeline timeline, String group, int i) {
        var own = hours.get(group);
        var day = timeline.date(timeline.day(i));
        int minute = timeline.slotOfDay(i) * timeline.minutes();
        for (int m = minute; own != null && m < minute + timeline.minutes(); m += QUARTER) {
            if (own.isOpen(day, m)) {
                return true;
            }
        }
        return false;
    }

    /** The first interval in which any group is open. */
    int firstOpen(Timeline timeline) {
        return hours.keySet().stream()
                .mapToInt(group -> firstOpen(timeline, group))
                .min()
                .orElse(timeline.length());
    }

    private int firstOpen(Timeline timeline, String group) {
        int i = 0;
        while (i < timeline.length() && !isOpen(timeline, group, i)) {
            i++;
        }
        return i;
    }

    /** How many weekly origins before the present models walk at most. */
    int origins() {
        return TEACHING_ORIGINS + config.backtestWeeks();
    }

    /** The day of the earliest one. */
    LocalDate firstOrigin() {
        return asOf.minusWeeks(origins());
    }

    /** How many of the recent days the history has. */
    long recentDays() {
        return Math.min(RECENT_DAYS, ChronoUnit.DAYS.between(from, asOf));
    }

    /** A series of counts: known in open intervals of the past from a day on, closed outside opening hours. */
    Series series(Timeline timeline, boolean[] open, double[] calls, LocalDate since) {
        int first = timeline.indexOf(startOf(since));
        int present = present(timeline);
        var series = Series.on(timeline);
        for (int i = 0; i < open.length; i++) {
            if (!open[i]) {
                series.closed(i);
            } else if (first <= i && i < present) {
                series.known(i, calls[i]);
            }
        }
        return series.build();
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
