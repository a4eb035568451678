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
            LocalDate day,
            Map<ServiceLevelTarget, Double> needed,
            Map<ServiceLevelTarget, Double> planned,
            Map<ServiceLevelTarget, Double> priceHours) {}

    /** What is promised to a practice from one day to another, half-open. */
    private record Term(Contracts.Promise promise, LocalDate from, LocalDate until) {
        boolean has(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }

    private record Moment(String team, Instant startsAt) {}

    Promises(StageRun run, StaffingRules rules, Contracts contracts) {
        this.run = run;
        this.rules = rules;
        this.contracts = contracts;
        until = run.asOf().plusWeeks(1);
    }

    /**
     * The rows, a practice with calls each, two where another contract begins within the week.
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
        var zone = run.service().zone();
        var rows = new ArrayList<PromiseRow>();
        for (var term : terms(last.plusDays(1))) {
            var promise = term.promise();
            var calls = new TreeMap<>(practices.getOrDefault(promise.practiceId(), Map.of()));
            calls.keySet().removeIf(start -> !term.has(LocalDate.ofInstant(start, zone)));
            double all =
                    calls.values().stream().mapToDouble(Double::doubleValue).sum();
            if (all > 0) {
                rows.add(new PromiseRow(
                        run.asOf(),
                        promise.practiceId(),
                        promise.team(),
                        word(promise.level()),
                        promise.isOwn() ? "contract" : "service",
                        term.from(),
                        term.until(),
                        all,
                        mean(promise, calls, levels, false),
                        mean(promise, calls, levels, true),
                        price(term, levels)));
            }
        }
        return rows;
    }

    /** The promises of the days from the run's date on, those that stay the same as one, by practice and time. */
    private List<Term> terms(LocalDate end) {
        var terms = new TreeMap<String, List<Term>>();
        run.asOf().datesUntil(end).forEach(day -> {
            for (var promise : contracts.on(day)) {
                var own = terms.computeIfAbsent(promise.practiceId(), id -> new ArrayList<>());
                var last = own.isEmpty() ? null : own.get(own.size() - 1);
                if (last != null
                        && last.promise().equals(promise)
                        && last.until().equals(day)) {
                    own.set(own.size() - 1, new Term(promise, last.from(), day.plusDays(1)));
                } else {
                    own.add(new Term(promise, day, day.plusDays(1)));
                }
            }
        });
        return terms.values().stream().flatMap(List::stream).toList();
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
            var promised = contracts.levels(team, stretch.get(0).localDate());
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
                                stretch.get(i).localDate(),
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
        contracts.on(interval.localDate()).stream()
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

    private @Nullable Double price(Term term, Map<Moment, Levels> levels) {
        var promise = term.promise();
        if (term.from()
                .datesUntil(term.until())
                .noneMatch(day -> contracts.levels(promise.team(), day).size() > 1)) {
            return null;
        }
        return levels.entrySet().stream()
                .filter(each -> each.getKey().team().equals(promise.team())
                        && term.has(each.getValue().day()))
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
