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
import java.util.List;
import java.util.Map;

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
        Map<String, Client> clients)
        implements Serializable {
    private static final int QUARTER = 15;

    /** First and last day as a client; a date far away where there is none. */
    record Client(LocalDate since, LocalDate until) implements Serializable {}

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
        var own = hours.get(group);
        var open = new boolean[timeline.length()];
        for (int i = 0; own != null && i < open.length; i++) {
            var day = timeline.date(timeline.day(i));
            int minute = timeline.slotOfDay(i) * timeline.minutes();
            for (int m = minute; m < minute + timeline.minutes() && !open[i]; m += QUARTER) {
                open[i] = own.isOpen(day, m);
            }
        }
        return open;
    }

    /**
     * A series of counts: known in open intervals of the past from a day on, closed outside opening hours.
     *
     * @param since first day of which anything is known
     * @param until last day on which there are calls at all
     */
    Series series(Timeline timeline, boolean[] open, double[] calls, LocalDate since, LocalDate until) {
        int present = present(timeline);
        int first = timeline.indexOf(startOf(since));
        int last = until.equals(LocalDate.MAX) ? timeline.length() : timeline.indexOf(startOf(until.plusDays(1)));
        var series = Series.on(timeline);
        for (int i = 0; i < open.length; i++) {
            if (!open[i] || i >= last) {
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
