package fr.vigie.jobs.forecast;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import fr.vigie.calendar.OpeningHours;
import fr.vigie.jobs.Stage;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.load.DayLoad;
import java.time.LocalDate;
import java.util.List;
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
        return List.of(Tables.LOAD, Tables.PRACTICE);
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(Tables.FORECAST, Tables.BACKTEST, Tables.EFFECT);
    }

    @Override
    public void run(StageRun run) {
        var load = run.read(Tables.LOAD);
        var made = Forecasts.of(load, plan(run, load)).persist(StorageLevel.MEMORY_AND_DISK());
        var forecast =
                made.where(col("forecast").isNotNull()).select("forecast.*").as(Tables.FORECAST.encoder());
        run.replaceAsOf(Tables.FORECAST, forecast);
        var scores = made.where(col("score").isNotNull());
        var together = run.spark().createDataset(Forecasts.together(scores.collectAsList()), Tables.BACKTEST.encoder());
        run.replaceAsOf(
                Tables.BACKTEST,
                scores.select("score.*").as(Tables.BACKTEST.encoder()).union(together));
        run.replaceAsOf(
                Tables.EFFECT,
                made.where(col("effect").isNotNull()).select("effect.*").as(Tables.EFFECT.encoder()));
        made.unpersist();
    }

    private static ForecastPlan plan(StageRun run, Dataset<LoadRow> load) {
        var config = run.config(ForecastConfig.class);
        var service = run.service();
        var from = firstDay(load, run.asOf().minusDays(config.historyDays()), run.asOf());
        var until = run.asOf().plusDays(config.horizonDays());
        var groups = new TreeMap<String, String>();
        var clients = new TreeMap<String, ForecastPlan.Client>();
        for (PracticeRow practice : run.read(Tables.PRACTICE).collectAsList()) {
            if (practice.group() != null) {
                groups.put(practice.practiceId(), practice.group());
            }
            clients.put(
                    practice.practiceId(),
                    new ForecastPlan.Client(
                            practice.clientSince() == null ? LocalDate.MAX : practice.clientSince(),
                            practice.clientUntil() == null ? LocalDate.MAX : practice.clientUntil()));
        }
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
                service.publicHolidays(from.minusDays(BEYOND), until.plusDays(BEYOND)),
                service.schools().orElse(null),
                clients);
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
