package fr.vigie.jobs.forecast;

import fr.vigie.forecast.DayUpdate;
import fr.vigie.forecast.Outlook;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.ForecastUpdateRow;
import fr.vigie.load.DayLoad;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A day that has begun, with its first forecast and what came. Practices follow their group, and the network is the sum of
 * its groups.
 *
 * @param forecast the day's forecast, of all levels
 * @param came calls of the day so far; none where a place is absent
 * @param moment what was before it is over
 */
record UpdatedDay(ForecastPlan plan, List<ForecastRow> forecast, Map<Place, Double> came, Instant moment) {
    static final String GROUP = "group";
    private static final int WEEKS_OF_HISTORY = 26;

    /** An interval of a practice, a group or the network. */
    record Place(String level, String id, Instant startsAt) {}

    /** The first day that matters for what a morning says. */
    static LocalDate since(ForecastPlan plan) {
        var since = plan.asOf().minusWeeks(WEEKS_OF_HISTORY);
        return since.isAfter(plan.from()) ? since : plan.from();
    }

    /**
     * What the morning says of the rest, as a factor by group.
     *
     * @param history calls of groups before the day, on the plan's timeline
     */
    SortedMap<String, Double> factors(SortedMap<String, double[]> history) {
        var timeline = plan.timeline();
        var factors = new TreeMap<String, Double>();
        history.forEach((group, calls) -> {
            double morning = 0;
            double due = 0;
            for (var row : forecast) {
                if (row.level().equals(GROUP) && row.id().equals(group) && isOver(row)) {
                    morning += cameIn(row);
                    due += row.mean();
                }
            }
            var series = plan.series(timeline, plan.open(timeline, group), calls, since(plan));
            var update = DayUpdate.learn(
                    Outlook.of(series, plan.specialDays().almanac(group)),
                    plan.present(timeline),
                    timeline.indexOf(moment));
            factors.put(group, update.factor(morning, due));
        });
        return factors;
    }

    /** The day as it is seen now: what came in intervals that are over, the forecast times its factor in the others. */
    List<ForecastUpdateRow> rows(Map<String, Double> factors) {
        var networks = new HashMap<Instant, Double>();
        for (var row : forecast) {
            if (row.level().equals(GROUP)) {
                networks.merge(row.startsAt(), row.mean() * factors.getOrDefault(row.id(), 1.0), Double::sum);
            }
        }
        return forecast.stream()
                .map(row -> isOver(row)
                        ? ForecastUpdateRow.came(row, moment, cameIn(row))
                        : ForecastUpdateRow.expected(row, moment, factor(row, factors, networks)))
                .toList();
    }

    private double factor(ForecastRow row, Map<String, Double> factors, Map<Instant, Double> networks) {
        if (row.level().equals(DayLoad.NETWORK)) {
            return row.mean() > 0 ? networks.getOrDefault(row.startsAt(), row.mean()) / row.mean() : 1;
        }
        var group = row.level().equals(GROUP) ? row.id() : plan.groups().getOrDefault(row.id(), DayLoad.NO_GROUP);
        return factors.getOrDefault(group, 1.0);
    }

    private double cameIn(ForecastRow row) {
        return came.getOrDefault(new Place(row.level(), row.id(), row.startsAt()), 0.0);
    }

    private boolean isOver(ForecastRow row) {
        return !row.startsAt().plus(Duration.ofMinutes(row.intervalMinutes())).isAfter(moment);
    }
}
