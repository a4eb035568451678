package fr.vigie.jobs.bench;

import fr.vigie.calendar.Almanac;
import fr.vigie.forecast.Outlook;
import fr.vigie.forecast.PooledErrors;
import fr.vigie.series.Observed;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The errors of the combination's members by kind of series, pooled over what development may look at. */
final class PooledSeries {
    private static final int SEED = 2;
    private static final int ORIGINS = 8;

    private PooledSeries() {}

    /** Below thirty calls an interval: the groups of a simulated service at weekly origins. */
    static void few() {
        var service = new SimulatedService(SEED);
        var pooled = new PooledErrors();
        for (var group : service.groups()) {
            for (int origin : service.origins(ORIGINS)) {
                pooled.add(group.outlook(), origin, service.horizon());
            }
        }
        pooled.print("FEW");
    }

    /** A call centre at weekly origins back from the last one. */
    static void weekly(
            PooledErrors pooled, SeriesTable all, LocalDateTime last, int origins, int horizon, Set<LocalDate> holidays) {
        for (int week = 0; week < origins; week++) {
            var origin = last.minusWeeks(week);
            add(pooled, all.where((id, at) -> at.isBefore(origin)), horizon, holidays);
        }
    }

    /** Each series once, from its end. */
    static void add(PooledErrors pooled, SeriesTable past, int horizon, Set<LocalDate> holidays) {
        past.series().values().forEach(points -> {
            var observed = new Observed(points.entrySet().stream()
                    .map(PooledSeries::point)
                    .toList());
            var series = observed.onClock(ZoneOffset.UTC, horizon);
            int present = observed.present();
            pooled.add(Outlook.of(series, new Almanac(holidays, Optional.empty())), present, series.length() - present);
        });
    }

    private static Observed.Point point(Map.Entry<LocalDateTime, Double> each) {
        return new Observed.Point(each.getKey().toInstant(ZoneOffset.UTC), OptionalDouble.of(each.getValue()));
    }
}
