package fr.vigie.jobs.staffing;

import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.lake.ShortfallRow;
import fr.vigie.shortfall.Conditions;
import fr.vigie.shortfall.Factor;
import fr.vigie.shortfall.Interval;
import fr.vigie.shortfall.ServiceModel;
import fr.vigie.shortfall.Shortfall;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The forecast, the load and the phone time of a day to why its service level was not the one promised.
 *
 * @param asOf the run's date
 * @param zone of the clock
 * @param target the share that is promised
 * @param model the service level to expect
 */
record Shortfalls(LocalDate asOf, ZoneId zone, double target, ServiceModel model) {
    static final String DAY = "day";
    private static final int NOON = 12;
    private static final int AFTERNOON = 14;

    /** What came in an interval, and what was planned for it. */
    private record Came(ForecastRow planned, LoadSum seen, PhoneTime.Seats seats) {
        double hours() {
            return planned.intervalMinutes() / 60.0;
        }

        Interval interval(boolean redialsApart) {
            return new Interval(
                    planned.intervalMinutes(),
                    seats.rostered(),
                    new Conditions(Math.max(0, planned.mean()), planned.ahtSeconds(), 0, 0),
                    new Conditions(
                            seen.calls(redialsApart),
                            seen.handledSeconds() > 0 ? seen.handledSeconds() / seen.handled() : planned.ahtSeconds(),
                            seats.absent(),
                            seats.offPhone()),
                    seen.offered(),
                    seen.inTime());
        }
    }

    /** Quarters of an hour summed up. */
    private record LoadSum(long offered, long firstAttempts, long inTime, long handled, double handledSeconds) {
        static final LoadSum NONE = new LoadSum(0, 0, 0, 0, 0);

        static LoadSum of(LoadRow row) {
            return new LoadSum(
                    row.offered(), row.firstAttempts(), row.answeredWithin(), row.handled(), row.handledSeconds());
        }

        LoadSum plus(LoadSum other) {
            return new LoadSum(
                    offered + other.offered,
                    firstAttempts + other.firstAttempts,
                    inTime + other.inTime,
                    handled + other.handled,
                    handledSeconds + other.handledSeconds);
        }

        /** Where the model makes redials itself they are no calls of their own. */
        long calls(boolean redialsApart) {
            return redialsApart ? Math.min(offered, firstAttempts) : offered;
        }
    }

    /**
     * A row a team and part of the day; none for a team that nobody was rostered for, or that no call came to.
     *
     * @param forecast the day's forecast of the teams
     * @param load the day's quarters of an hour of the teams
     * @param phoneTime who was there
     */
    List<ShortfallRow> of(List<ForecastRow> forecast, List<LoadRow> load, PhoneTime phoneTime) {
        var rows = new ArrayList<ShortfallRow>();
        forecast.stream()
                .collect(Collectors.groupingBy(ForecastRow::id, TreeMap::new, Collectors.toList()))
                .forEach((team, intervals) -> {
                    var parts = new LinkedHashMap<String, List<Came>>();
                    intervals.stream()
                            .sorted(Comparator.comparing(ForecastRow::startsAt))
                            .map(interval -> came(interval, load, phoneTime))
                            .forEach(came -> {
                                parts.computeIfAbsent(DAY, part -> new ArrayList<>())
                                        .add(came);
                                parts.computeIfAbsent(part(came.planned()), part -> new ArrayList<>())
                                        .add(came);
                            });
                    parts.forEach((part, came) ->
                            row(team, part, came, phoneTime.isPresenceKnown()).ifPresent(rows::add));
                });
        return rows;
    }

    private static Came came(ForecastRow interval, List<LoadRow> load, PhoneTime phoneTime) {
        Instant end = interval.startsAt().plusSeconds(60L * interval.intervalMinutes());
        var seen = load.stream()
                .filter(row -> row.id().equals(interval.id())
                        && !row.startsAt().isBefore(interval.startsAt())
                        && row.startsAt().isBefore(end))
                .map(LoadSum::of)
                .reduce(LoadSum.NONE, LoadSum::plus);
        return new Came(interval, seen, phoneTime.of(interval.id(), interval.startsAt(), end));
    }

    private String part(ForecastRow interval) {
        int hour = interval.startsAt().atZone(zone).getHour();
        if (hour < NOON) {
            return "morning";
        }
        return hour < AFTERNOON ? "midday" : "afternoon";
    }

    private Optional<ShortfallRow> row(String team, String part, List<Came> came, boolean presenceKnown) {
        double rostered =
                came.stream().mapToDouble(c -> c.seats().rostered() * c.hours()).sum();
        if (rostered == 0) {
            return Optional.empty();
        }
        boolean redialsApart = model.redial() > 0;
        var intervals = came.stream().map(c -> c.interval(redialsApart)).toList();
        var all = came.stream().map(Came::seen).reduce(LoadSum.NONE, LoadSum::plus);
        double planned =
                intervals.stream().mapToDouble(i -> i.planned().calls()).sum();
        double plannedAht = meanAht(intervals.stream().map(Interval::planned).toList());
        return Shortfall.of(intervals, model)
                .map(shortfall -> new ShortfallRow(
                        asOf,
                        team,
                        came.get(0).planned().localDate(),
                        part,
                        target,
                        shortfall.promised(),
                        shortfall.seen(),
                        planned,
                        all.calls(redialsApart),
                        plannedAht,
                        all.handled() == 0 ? plannedAht : all.handledSeconds() / all.handled(),
                        rostered,
                        came.stream()
                                .mapToDouble(c -> c.seats().absent() * c.hours())
                                .sum(),
                        came.stream()
                                .mapToDouble(c -> c.seats().offPhone() * c.hours())
                                .sum(),
                        presenceKnown,
                        shortfall.part(Factor.VOLUME),
                        shortfall.part(Factor.HANDLING_TIME),
                        shortfall.part(Factor.ABSENCE),
                        shortfall.part(Factor.ADHERENCE),
                        shortfall.part(Factor.REST)));
    }

    /** The mean handling time of the calls forecast. */
    private static double meanAht(List<Conditions> planned) {
        double calls = 0;
        double seconds = 0;
        for (var conditions : planned) {
            calls += conditions.calls();
            seconds += conditions.calls() * conditions.ahtSeconds();
        }
        return calls == 0 ? planned.get(0).ahtSeconds() : seconds / calls;
    }
}
