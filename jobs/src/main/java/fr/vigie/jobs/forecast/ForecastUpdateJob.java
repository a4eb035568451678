package fr.vigie.jobs.forecast;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import fr.vigie.jobs.Stage;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.forecast.UpdatedDay.Place;
import fr.vigie.jobs.lake.ForecastInUse;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.LoadIntervals;
import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.load.DayLoad;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;

/**
 * Today as its morning shows it: the forecast of the day that has begun, with what came in the intervals that are over and,
 * for the rest, what each group's morning says of it. The day's first forecast stays as it is.
 */
public final class ForecastUpdateJob implements Stage {
    @Override
    public String noun() {
        return "forecast-update";
    }

    @Override
    public String block() {
        return "forecast";
    }

    @Override
    public Class<? extends Record> configuration() {
        return ForecastConfig.class;
    }

    @Override
    public List<Table<?>> reads() {
        return List.of(
                Tables.LOAD, Tables.PRACTICE, Tables.PRACTITIONER, Tables.ABSENCE, Tables.EVENT, Tables.FORECAST);
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(Tables.FORECAST_UPDATE);
    }

    @Override
    public void run(StageRun run) {
        var config = run.config(ForecastConfig.class);
        var zone = run.service().zone();
        var today = run.asOf();
        var load = run.read(Tables.LOAD);
        var forecast = forecast(run, config.models().get(0));
        var moment = moment(load, today, config.intervalMinutes(), zone);
        var plan = ForecastJob.plan(run, load);
        var day = new UpdatedDay(plan, forecast, came(load, config, today, zone), moment);
        var factors = day.factors(history(load, plan));
        run.replaceAsOf(
                Tables.FORECAST_UPDATE, run.spark().createDataset(day.rows(factors), Tables.FORECAST_UPDATE.encoder()));
        run.metric(
                "minutes-known",
                Duration.between(today.atStartOfDay(zone).toInstant(), moment).toMinutes());
        factors.forEach((group, factor) -> run.metric("factor " + group, factor));
    }

    private static List<ForecastRow> forecast(StageRun run, String model) {
        var asOfToday = run.read(Tables.FORECAST).where(col("asOf").equalTo(lit(run.asOf())));
        if (asOfToday.isEmpty()) {
            throw UserError.failed(
                    "There is no forecast of %1$s as of that day to update.\nMaybe run 'vigie forecast --as-of %1$s' first."
                            .formatted(run.asOf()));
        }
        var rows = ForecastInUse.of(asOfToday.where(col("localDate").equalTo(lit(run.asOf()))), model)
                .collectAsList();
        if (rows.isEmpty()) {
            throw UserError.failed(
                    "Lines are closed on %s: there is nothing to update.\nMaybe name another day by --as-of."
                            .formatted(run.asOf()));
        }
        return rows;
    }

    /** The start of the last interval with a call: what was before it is over. */
    private static Instant moment(Dataset<LoadRow> load, LocalDate today, int minutes, ZoneId zone) {
        var last = load.where(col("localDate")
                        .equalTo(lit(today))
                        .and(col("level").equalTo(lit(DayLoad.NETWORK)))
                        .and(col("arrivals").gt(lit(0))))
                .agg(max(col("startsAt")))
                .collectAsList()
                .get(0);
        if (last.isNullAt(0)) {
            throw UserError.failed(
                    "There is no call of %s in the load.\nMaybe ingest the morning's calls and run 'vigie load' first."
                            .formatted(today));
        }
        Instant quarter = last.getAs(0);
        return quarter.minus(Duration.ofMinutes(quarter.atZone(zone).getMinute() % minutes));
    }

    /** Today's calls, by place and interval. */
    private static Map<Place, Double> came(Dataset<LoadRow> load, ForecastConfig config, LocalDate today, ZoneId zone) {
        var came = new HashMap<Place, Double>();
        for (var row : intervals(load.where(col("localDate").equalTo(lit(today))), config, zone)) {
            came.put(new Place(row.level(), row.id(), row.startsAt()), calls(row, config.demand()));
        }
        return came;
    }

    /** The calls of groups in the weeks before, on the plan's timeline. */
    private static SortedMap<String, double[]> history(Dataset<LoadRow> load, ForecastPlan plan) {
        var timeline = plan.timeline();
        var history = new TreeMap<String, double[]>();
        var recent = load.where(col("level")
                .equalTo(lit(UpdatedDay.GROUP))
                .and(col("localDate").geq(lit(UpdatedDay.since(plan))))
                .and(col("localDate").lt(lit(plan.asOf()))));
        for (var row : intervals(recent, plan.config(), plan.zone())) {
            history.computeIfAbsent(row.id(), id -> new double[timeline.length()])[
                            timeline.indexContaining(row.startsAt())] +=
                    calls(row, plan.config().demand());
        }
        return history;
    }

    private static List<LoadRow> intervals(Dataset<LoadRow> quarters, ForecastConfig config, ZoneId zone) {
        return LoadIntervals.of(quarters, config.intervalMinutes(), zone).collectAsList();
    }

    private static double calls(LoadRow row, ForecastConfig.Demand demand) {
        return switch (demand) {
            case FIRST_ATTEMPTS -> row.firstAttempts();
            case OFFERED -> row.offered();
        };
    }
}
