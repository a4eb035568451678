package fr.vigie.jobs.staffing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.vigie.calendar.OpeningHours;
import fr.vigie.jobs.Stage;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.ForecastInUse;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.PromiseRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.staffing.StaffingConfig.Pooling;
import fr.vigie.load.DayLoad;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/** The forecast to the operators that it needs, with all targets kept together. */
public final class StaffingJob implements Stage {
    private static final int WEEKS_OF_OPENINGS = 8;

    @Override
    public String noun() {
        return "staffing";
    }

    @Override
    public Class<? extends Record> configuration() {
        return StaffingConfig.class;
    }

    @Override
    public List<Table<?>> reads() {
        return List.of(
                Tables.FORECAST,
                Tables.FORECAST_UPDATE,
                Tables.CALL,
                Tables.PRACTICE,
                Tables.CONTRACT,
                Tables.OPERATOR,
                Tables.SHIFT,
                Tables.ROSTER_PUBLISHED);
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(Tables.STAFFING, Tables.CALLERS, Tables.PROMISE);
    }

    @Override
    public void run(StageRun run) {
        var config = run.config(StaffingConfig.class);
        var callers = Callers.of(run, config);
        var rules = callers.rules(config, run.service());
        var contracts = Contracts.of(run, config.pooling());
        var forecast = forecast(run, config).cache();
        var teams = forecast.select("id").distinct().as(Encoders.STRING()).collectAsList();
        var planned = planned(run, teams);
        var queues = queues(run, config.pooling(), forecast);
        var intervals = forecast.collectAsList();
        run.replaceAsOf(Tables.STAFFING, Staffings.of(forecast, byDay(intervals, rules, contracts), queues, planned));
        var staffing = run.read(Tables.STAFFING)
                .where(col("asOf").equalTo(lit(run.asOf())))
                .collectAsList();
        var promises = new Promises(run, rules, contracts).rows(config, intervals, staffing, queues, planned);
        forecast.unpersist();
        run.replaceAsOf(Tables.PROMISE, run.spark().createDataset(promises, Tables.PROMISE.encoder()));
        run.replaceAsOf(Tables.CALLERS, run.spark().createDataset(callers.rows(), Tables.CALLERS.encoder()));
        run.metric("patience-seconds", callers.patienceSeconds());
        run.metric("redial-probability", callers.redialProbability());
        run.metric(
                "intervals-out-of-reach",
                staffing.stream().filter(row -> !row.broken().isEmpty()).count());
        run.metric(
                "practices-below-promise",
                promises.stream()
                        .filter(PromiseRow::isBelow)
                        .map(PromiseRow::practiceId)
                        .distinct()
                        .count());
    }

    /** The rules of each day of each team of a forecast, the contracts included that its practices have then. */
    private static TreeMap<String, StaffingRules> byDay(
            List<ForecastRow> intervals, StaffingRules rules, Contracts contracts) {
        var byDay = new TreeMap<String, StaffingRules>();
        for (var interval : intervals) {
            byDay.computeIfAbsent(
                    Staffings.day(interval.id(), interval.localDate()),
                    day -> contracts.keptBeside(rules, interval.id(), interval.localDate()));
        }
        return byDay;
    }

    static Dataset<ForecastRow> forecast(StageRun run, StaffingConfig config) {
        var ofDate = run.read(Tables.FORECAST).where(col("asOf").equalTo(lit(run.asOf())));
        var models = ofDate.select("model").distinct().as(Encoders.STRING()).collectAsList().stream()
                .filter(model -> !model.equals(ForecastInUse.OVERRIDE))
                .sorted()
                .toList();
        if (models.isEmpty()) {
            throw UserError.failed(
                    "There is no forecast of %s to staff for.\nMaybe run 'vigie forecast' first, or name its date with --as-of."
                            .formatted(run.asOf()));
        }
        if (!models.contains(config.forecastModel())) {
            throw UserError.usage("The forecast of %s has no model '%s'; it has %s.\nMaybe set staffing.forecast-model."
                    .formatted(run.asOf(), config.forecastModel(), String.join(", ", models)));
        }
        var level = config.pooling().name().toLowerCase(Locale.ROOT);
        var atLevel = col("level").equalTo(lit(level));
        return ForecastInUse.of(
                ofDate.where(atLevel),
                config.forecastModel(),
                run.read(Tables.FORECAST_UPDATE)
                        .where(col("asOf").equalTo(lit(run.asOf())).and(atLevel)));
    }

    /** Who waited when the lines opened, in the weeks before. */
    private static OpeningQueues queues(StageRun run, Pooling pooling, Dataset<ForecastRow> forecast) {
        var from = run.asOf().minusWeeks(WEEKS_OF_OPENINGS);
        var service = run.service();
        var hours = new TreeMap<String, OpeningHours>();
        if (pooling == Pooling.NETWORK) {
            hours.put(DayLoad.NETWORK, service.openingHours(from, run.asOf()));
        } else {
            forecast.select("id")
                    .distinct()
                    .as(Encoders.STRING())
                    .collectAsList()
                    .forEach(group -> hours.put(group, service.openingHours(group, from, run.asOf())));
        }
        return OpeningQueues.of(
                run.readColumns(Tables.CALL)
                        .where(col("local_date")
                                .geq(lit(from))
                                .and(col("local_date").lt(lit(run.asOf())))),
                run.read(Tables.PRACTICE),
                hours,
                from.datesUntil(run.asOf()).toList(),
                service.zone(),
                service.queueOpensBefore(),
                forecast.select("intervalMinutes").as(Encoders.INT()).takeAsList(1).stream()
                        .findFirst()
                        .orElse(30));
    }

    /** Who is planned from the run's date on. */
    static PlannedAgents planned(StageRun run, Collection<String> teams) {
        var zone = run.service().zone();
        var shifts = run.shifts(
                run.asOf().atStartOfDay(zone).toInstant(),
                run.asOf().plusYears(1).atStartOfDay(zone).toInstant());
        return new PlannedAgents(zone, shifts, run.teams(teams, run.asOf()));
    }
}
