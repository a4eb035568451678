package fr.vigie.jobs.staffing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.lake.ForecastInUse;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.PromiseRow;
import fr.vigie.jobs.lake.StaffingRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.load.ServiceLevelTarget;
import fr.vigie.staffing.PooledPractice;
import fr.vigie.staffing.PooledTeam;
import fr.vigie.staffing.ServiceLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What each practice can expect in the week from a run's date on: the levels of its team's intervals, weighed by when its own
 * calls come, and what its promise costs the team.
 */
final class Promises {
    private final StageRun run;
    private final StaffingRules rules;
    private final Contracts contracts;
    private final LocalDate until;

    /** A team's interval: the levels by promise, and the hours that each promise costs. */
    private record Levels(
            Map<ServiceLevelTarget, Double> needed,
            Map<ServiceLevelTarget, Double> planned,
            Map<ServiceLevelTarget, Double> priceHours) {}

    private record Moment(String team, Instant startsAt) {}

    Promises(StageRun run, StaffingRules rules, Contracts contracts) {
        this.run = run;
        this.rules = rules;
        this.contracts = contracts;
        until = run.asOf().plusWeeks(1);
    }

    /**
     * The rows, a practice with calls each.
     *
     * @param forecast of the teams
     * @param staffing what they need
     * @param queues who waits when the lines open
     * @param planned who is on calls
     */
    List<PromiseRow> rows(
            StaffingConfig config,
            List<ForecastRow> forecast,
            Collection<StaffingRow> staffing,
            OpeningQueues queues,
            PlannedAgents planned) {
        var practices = ofPractices(config);
        var levels = levels(week(forecast), practices, needed(staffing), queues, planned);
        var last = forecast.stream()
                .map(ForecastRow::localDate)
                .filter(day -> day.isBefore(until))
                .max(LocalDate::compareTo)
                .orElse(run.asOf());
        var rows = new ArrayList<PromiseRow>();
        for (var promise : contracts.all()) {
            var calls = practices.getOrDefault(promise.practiceId(), Map.of());
            double all =
                    calls.values().stream().mapToDouble(Double::doubleValue).sum();
            if (all > 0) {
                rows.add(new PromiseRow(
                        run.asOf(),
                        promise.practiceId(),
                        promise.team(),
                        word(promise.level()),
                        promise.isOwn() ? "contract" : "service",
                        run.asOf(),
                        last.plusDays(1),
                        all,
                        mean(promise, calls, levels, false),
                        mean(promise, calls, levels, true),
                        price(promise, levels)));
            }
        }
        return rows;
    }

    private List<ForecastRow> week(List<ForecastRow> forecast) {
        return forecast.stream()
                .filter(row -> row.localDate().isBefore(until))
                .sorted(Staffings.IN_TIME)
                .toList();
    }

    /** Calls expected by practice and moment. */
    private Map<String, Map<Instant, Double>> ofPractices(StaffingConfig config) {
        var rows = ForecastInUse.of(
                run.read(Tables.FORECAST)
                        .where(col("asOf")
                                .equalTo(lit(run.asOf()))
                                .and(col("level").equalTo(lit("practice")))
                                .and(col("localDate").lt(lit(until)))),
                config.forecastModel());
        return rows.collectAsList().stream()
                .collect(Collectors.groupingBy(
                        ForecastRow::id,
                        TreeMap::new,
                        Collectors.toMap(ForecastRow::startsAt, ForecastRow::mean, (a, b) -> b, TreeMap::new)));
    }

    private static Map<Moment, Integer> needed(Collection<StaffingRow> staffing) {
        var needed = new HashMap<Moment, Integer>();
        staffing.forEach(row -> needed.put(new Moment(row.group(), row.startsAt()), row.agents()));
        return needed;
    }

    private Map<Moment, Levels> levels(
            List<ForecastRow> week,
            Map<String, Map<Instant, Double>> practices,
            Map<Moment, Integer> needed,
            OpeningQueues queues,
            PlannedAgents planned) {
        var levels = new HashMap<Moment, Levels>();
        for (var stretch : Staffings.stretches(week)) {
            var team = stretch.get(0).id();
            var promised = contracts.levels().getOrDefault(team, List.of());
            if (promised.isEmpty()) {
                continue;
            }
            var measures = promised.stream()
                    .map(level -> ServiceLevel.offered(level.seconds()))
                    .toList();
            double waiting = queues.share(stretch.get(0));
            var opens = stretch.get(0).startsAt();
            int length = stretch.get(0).intervalMinutes();
            var withNeeded = new ExpectedService(rules, waiting, (id, start, minutes) -> {
                        long before = opens.until(start, ChronoUnit.MINUTES) / length * length;
                        return needed.get(new Moment(id, opens.plusSeconds(60 * before)));
                    })
                    .of(stretch, measures);
            var withPlanned = new ExpectedService(rules, waiting, planned::at).of(stretch, measures);
            for (int i = 0; i < stretch.size(); i++) {
                levels.put(
                        new Moment(team, stretch.get(i).startsAt()),
                        new Levels(
                                at(promised, withNeeded, i),
                                at(promised, withPlanned, i),
                                prices(stretch.get(i), promised, practices)));
            }
        }
        return levels;
    }

    private static Map<ServiceLevelTarget, Double> at(
            List<ServiceLevelTarget> promised, List<List<@Nullable Double>> levels, int i) {
        var values = new HashMap<ServiceLevelTarget, Double>();
        for (int m = 0; m < promised.size(); m++) {
            var level = levels.get(m).get(i);
            if (level != null) {
                values.put(promised.get(m), level);
            }
        }
        return values;
    }

    /** What each promise costs in an interval, by Erlang A; nothing where all are promised the same. */
    private Map<ServiceLevelTarget, Double> prices(
            ForecastRow interval, List<ServiceLevelTarget> promised, Map<String, Map<Instant, Double>> practices) {
        var calls = new HashMap<ServiceLevelTarget, Double>();
        contracts.all().stream()
                .filter(promise -> promise.team().equals(interval.id()))
                .forEach(promise -> calls.merge(
                        promise.level(),
                        practices.getOrDefault(promise.practiceId(), Map.of()).getOrDefault(interval.startsAt(), 0.0),
                        Double::sum));
        var parts = promised.stream()
                .filter(level -> calls.getOrDefault(level, 0.0) > 0)
                .map(level -> new PooledPractice(
                        word(level),
                        calls.getOrDefault(level, 0.0) * 60 / interval.intervalMinutes(),
                        interval.ahtSeconds(),
                        rules.promising(level)))
                .toList();
        var prices = new HashMap<ServiceLevelTarget, Double>();
        if (parts.size() < 2) {
            return prices;
        }
        var sizing = rules.sizing();
        var team = new PooledTeam(parts, rules.patienceSeconds(), sizing.minAgents(), sizing.maxAgents());
        for (var level : promised) {
            if (calls.getOrDefault(level, 0.0) > 0) {
                prices.put(level, team.priceOfPromise(word(level)) * interval.intervalMinutes() / 60.0);
            }
        }
        return prices;
    }

    private static @Nullable Double mean(
            Contracts.Promise promise, Map<Instant, Double> calls, Map<Moment, Levels> levels, boolean isPlanned) {
        double weight = 0;
        double sum = 0;
        for (var each : calls.entrySet()) {
            var there = levels.get(new Moment(promise.team(), each.getKey()));
            var level = there == null ? null : (isPlanned ? there.planned() : there.needed()).get(promise.level());
            if (level != null) {
                weight += each.getValue();
                sum += each.getValue() * level;
            }
        }
        return weight > 0 ? sum / weight : null;
    }

    private @Nullable Double price(Contracts.Promise promise, Map<Moment, Levels> levels) {
        if (contracts.levels().getOrDefault(promise.team(), List.of()).size() < 2) {
            return null;
        }
        return levels.entrySet().stream()
                .filter(each -> each.getKey().team().equals(promise.team()))
                .mapToDouble(each -> each.getValue().priceHours().getOrDefault(promise.level(), 0.0))
                .sum();
    }

    private static String word(ServiceLevelTarget level) {
        return level.share() + "@"
                + (level.seconds() == Math.rint(level.seconds())
                        ? String.valueOf((long) level.seconds())
                        : String.valueOf(level.seconds()));
    }
}
