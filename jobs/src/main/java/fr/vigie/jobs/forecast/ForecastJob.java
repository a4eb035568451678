package fr.vigie.jobs.forecast;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import fr.vigie.calendar.OpeningHours;
import fr.vigie.forecast.PlaceOccasions;
import fr.vigie.jobs.Json;
import fr.vigie.jobs.Stage;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.BacktestRow;
import fr.vigie.jobs.lake.EffectRow;
import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.load.DayLoad;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.storage.StorageLevel;

/** Load to the forecast of every practice, group and the network, and the scores of the models. */
public final class ForecastJob implements Stage {
    /** A public holiday this many days off may still make a bridge day or a day after. */
    private static final int BEYOND = 7;

    @Override
    public String noun() {
        return "forecast";
    }

    @Override
    public Class<? extends Record> configuration() {
        return ForecastConfig.class;
    }

    @Override
    public List<Table<?>> reads() {
        return List.of(
                Tables.LOAD, Tables.PRACTICE, Tables.PRACTITIONER, Tables.ABSENCE, Tables.EVENT, Tables.OVERRIDE);
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(Tables.FORECAST, Tables.FORECAST_TOTAL, Tables.BACKTEST, Tables.EFFECT);
    }

    @Override
    public void run(StageRun run) {
        var load = run.read(Tables.LOAD);
        var plan = plan(run, load);
        var model = plan.config().models().get(0);
        var groups = Forecasts.ofGroups(load, plan).persist(StorageLevel.MEMORY_AND_DISK());
        var network = Forecasts.ofNetwork(load, groups, plan).persist(StorageLevel.MEMORY_AND_DISK());
        var made = groups.union(network);
        var forecast = part(made, "forecast", Tables.FORECAST);
        var totals = part(made, "total", Tables.FORECAST_TOTAL);
        var overrides = run.read(Tables.OVERRIDE).collectAsList();
        if (overrides.isEmpty()) {
            run.replaceAsOf(Tables.FORECAST, forecast);
            run.replaceAsOf(Tables.FORECAST_TOTAL, totals);
        } else {
            // Beside the values of the first model, what planners made of them.
            var own = forecast.where(col("model").equalTo(lit(model)));
            var corrected = Overrides.of(own, overrides, plan.groups());
            run.replaceAsOf(Tables.FORECAST, forecast.union(corrected));
            run.replaceAsOf(
                    Tables.FORECAST_TOTAL,
                    totals.union(OverriddenTotals.of(totals.where(col("model").equalTo(lit(model))), own, corrected)));
        }
        run.replaceAsOf(Tables.EFFECT, part(made, "effect", Tables.EFFECT).union(without(run, plan)));
        run.replaceAsOf(Tables.BACKTEST, part(made, "score", Tables.BACKTEST).union(more(run, load, made, plan)));
        network.unpersist();
        groups.unpersist();
    }

    private static <R extends Record> Dataset<R> part(Dataset<Forecasts.Made> made, String name, Table<R> table) {
        return made.where(col(name).isNotNull()).select(name + ".*").as(table.encoder());
    }

    /** Why practices have no forecast. */
    private static Dataset<EffectRow> without(StageRun run, ForecastPlan plan) {
        return run.spark()
                .createDataset(
                        plan.newcomers().without().entrySet().stream()
                                .map(each -> EffectRow.of(run.asOf(), each.getKey(), each.getValue()))
                                .toList(),
                        Tables.EFFECT.encoder());
    }

    /** The scores of practices taken together, and those of planners. */
    private static Dataset<BacktestRow> more(
            StageRun run, Dataset<LoadRow> load, Dataset<Forecasts.Made> made, ForecastPlan plan) {
        var rows = new ArrayList<>(
                Forecasts.together(made.where(col("score").isNotNull()).collectAsList()));
        rows.addAll(OverrideScores.of(
                run.read(Tables.FORECAST),
                run.read(Tables.FORECAST_TOTAL),
                load,
                dates -> firstModels(run, dates, plan.config().models().get(0)),
                Forecasts.calls(plan.config().demand()),
                run.asOf()));
        return run.spark().createDataset(rows, Tables.BACKTEST.encoder());
    }

    /**
     * Those that planners corrected in the forecasts of those dates: the first ones configured then.
     *
     * @param now the first one today, where nothing is known of the run
     */
    private static Map<LocalDate, String> firstModels(StageRun run, Collection<LocalDate> dates, String now) {
        var configurations = run.configurations(Tables.FORECAST, dates);
        var models = new TreeMap<LocalDate, String>();
        dates.forEach(date -> models.put(
                date, firstModel(configurations.getOrDefault(date, "{}")).orElse(now)));
        return models;
    }

    private static Optional<String> firstModel(String configuration) {
        return Json.read(configuration).get("forecast") instanceof Map<?, ?> block
                        && block.get("models") instanceof List<?> models
                ? models.stream().map(String::valueOf).findFirst()
                : Optional.empty();
    }

    static ForecastPlan plan(StageRun run, Dataset<LoadRow> load) {
        var config = run.config(ForecastConfig.class);
        var service = run.service();
        var from = firstDay(load, run.asOf().minusDays(config.historyDays()), run.asOf());
        var until = run.asOf().plusDays(config.horizonDays());
        var practices = run.read(Tables.PRACTICE).collectAsList();
        var groups = new TreeMap<String, String>();
        practices.forEach(practice -> {
            if (practice.group() != null) {
                groups.put(practice.practiceId(), practice.group());
            }
        });
        var past = Past.of(load, run.read(Tables.PRACTICE), Forecasts.calls(config.demand()), from, run.asOf());
        var clients = clients(practices, past, run.asOf());
        var hours = new TreeMap<String, OpeningHours>();
        for (var group : load.where(col("level").equalTo("group"))
                .select("id")
                .distinct()
                .as(Encoders.STRING())
                .collectAsList()) {
            hours.put(group, service.openingHours(group, from, until));
        }
        hours.computeIfAbsent(DayLoad.NO_GROUP, group -> service.openingHours(group, from, until));
        return new ForecastPlan(
                config,
                service.zone(),
                from,
                run.asOf(),
                groups,
                hours,
                specialDays(run, config, from.minusDays(BEYOND), until.plusDays(BEYOND), shares(past, groups)),
                service.weekStart(),
                clients,
                Newcomers.of(
                        practices,
                        run.read(Tables.PRACTITIONER).collectAsList(),
                        callsPerDay(past, run.asOf()),
                        clients,
                        run.asOf(),
                        until));
    }

    /** Who is a client when, as far as the register and the calls tell. */
    private static Map<String, ForecastPlan.Client> clients(
            List<PracticeRow> practices, Map<String, Past> past, LocalDate asOf) {
        var clients = new TreeMap<String, ForecastPlan.Client>();
        past.forEach((id, own) -> clients.put(id, own.client(null, null, asOf)));
        for (var practice : practices) {
            var own = past.get(practice.practiceId());
            clients.put(
                    practice.practiceId(),
                    own == null
                            ? ForecastPlan.Client.of(practice.clientSince(), practice.clientUntil())
                            : own.client(practice.clientSince(), practice.clientUntil(), asOf));
        }
        return clients;
    }

    private static Map<String, Double> callsPerDay(Map<String, Past> past, LocalDate asOf) {
        var callsPerDay = new TreeMap<String, Double>();
        past.forEach((id, own) -> own.callsPerDay(asOf).ifPresent(calls -> callsPerDay.put(id, calls)));
        return callsPerDay;
    }

    /** What of its group's calls each practice makes up, by group. */
    private static Map<String, Map<String, Double>> shares(Map<String, Past> past, Map<String, String> groups) {
        var byGroup = new TreeMap<String, Map<String, Double>>();
        past.forEach((id, own) -> byGroup.computeIfAbsent(
                        groups.getOrDefault(id, DayLoad.NO_GROUP), group -> new TreeMap<>())
                .put(id, own.calls()));
        byGroup.values().forEach(own -> {
            double all = own.values().stream().mapToDouble(each -> each).sum();
            own.replaceAll((practice, each) -> all > 0 ? each / all : 0);
        });
        return byGroup;
    }

    private static SpecialDays specialDays(
            StageRun run,
            ForecastConfig config,
            LocalDate from,
            LocalDate until,
            Map<String, Map<String, Double>> shares) {
        var service = run.service();
        var told = run.read(Tables.EVENT).collectAsList();
        var events = new ArrayList<>(told);
        config.observances().forEach(observance -> events.addAll(observance.between(from, until, told)));
        var occasions = PlaceOccasions.of(
                events,
                run.read(Tables.ABSENCE).collectAsList(),
                run.read(Tables.PRACTITIONER).collectAsList(),
                from,
                until);
        return SpecialDays.of(
                service.publicHolidays(from, until),
                events,
                from,
                until,
                service.schools().orElse(null),
                occasions,
                shares);
    }

    private static LocalDate firstDay(Dataset<LoadRow> load, LocalDate earliest, LocalDate asOf) {
        var first = load.where(
                        col("localDate").geq(lit(earliest)).and(col("localDate").lt(lit(asOf))))
                .agg(min(col("localDate")))
                .collectAsList()
                .get(0);
        if (first.isNullAt(0)) {
            throw UserError.failed(
                    "There is no load from %s to the day before %s.\nMaybe another --as-of, or 'vigie load' first."
                            .formatted(earliest, asOf));
        }
        return first.getAs(0);
    }
}
