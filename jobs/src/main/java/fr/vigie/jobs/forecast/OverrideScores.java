package fr.vigie.jobs.forecast;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import fr.vigie.forecast.HorizonBucket;
import fr.vigie.forecast.QuantileScores;
import fr.vigie.jobs.lake.BacktestRow;
import fr.vigie.jobs.lake.ForecastInUse;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.ForecastTotalRow;
import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.lake.Tables;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** How planners' corrections of the past did, and the models that they corrected, on the same intervals. */
final class OverrideScores {
    /** The name under which the model is scored where it was corrected. */
    private static final String OVERRIDDEN = "overridden";

    private static final String DAILY = "daily-";
    private static final String ALL = "all";
    private static final String PRACTICE = "practice";

    private OverrideScores() {}

    private record Key(String model, String level, String id, String horizon) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::level)
                    .thenComparing(Key::id)
                    .thenComparing(Key::horizon)
                    .thenComparing(Key::model)
                    .compare(this, other);
        }
    }

    /**
     * The scores over all corrected intervals, and whole days, before a date; practices are taken together.
     *
     * @param forecast forecasts of all dates
     * @param totals their days and weeks
     * @param load the load by quarters
     * @param models which one was corrected, in the forecasts of those dates
     * @param calls the column of the load that was forecast
     */
    static List<BacktestRow> of(
            Dataset<ForecastRow> forecast,
            Dataset<ForecastTotalRow> totals,
            Dataset<LoadRow> load,
            Function<Collection<LocalDate>, Map<LocalDate, String>> models,
            String calls,
            LocalDate asOf) {
        var past = forecast.where(col("localDate").lt(lit(asOf)).and(col("asOf").lt(lit(asOf))));
        var corrected = past.where(col("model").equalTo(lit(ForecastInUse.OVERRIDE)));
        if (corrected.isEmpty()) {
            return List.of();
        }
        var scores = new TreeMap<Key, QuantileScores>();
        add(scores, ForecastInUse.OVERRIDE, corrected, load, calls);
        var isCorrected = isCorrected(corrected, models);
        var own = past.where(isCorrected)
                .join(
                        corrected.select("asOf", "level", "id", "startsAt"),
                        new String[] {"asOf", "level", "id", "startsAt"},
                        "left_semi")
                .as(Tables.FORECAST.encoder());
        add(scores, OVERRIDDEN, own, load, calls);
        addDays(scores, totals, past.where(isCorrected), isCorrected, load, calls, asOf);
        return scores.entrySet().stream()
                .map(entry -> row(asOf, entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Of rows of any date and model, whether they are of the model that was corrected on that date. */
    private static Column isCorrected(
            Dataset<ForecastRow> corrected, Function<Collection<LocalDate>, Map<LocalDate, String>> models) {
        var dates = corrected.select("asOf").distinct().as(Encoders.LOCALDATE()).collectAsList();
        return models.apply(dates).entrySet().stream()
                .collect(groupingBy(Map.Entry::getValue, TreeMap::new, mapping(Map.Entry::getKey, toList())))
                .entrySet()
                .stream()
                .map(each -> col("model")
                        .equalTo(lit(each.getKey()))
                        .and(col("asOf").isin(each.getValue().toArray())))
                .reduce(lit(false), Column::or);
    }

    private static void add(
            TreeMap<Key, QuantileScores> scores,
            String model,
            Dataset<ForecastRow> forecast,
            Dataset<LoadRow> load,
            String calls) {
        withCalls(forecast, load, calls)
                .groupBy(
                        "asOf",
                        "localDate",
                        "startsAt",
                        "level",
                        "id",
                        "mean",
                        "q025",
                        "q05",
                        "q10",
                        "q25",
                        "q50",
                        "q75",
                        "q90",
                        "q95",
                        "q975")
                .agg(coalesce(sum(col("c")), lit(0L)).as("came"))
                .orderBy("level", "id", "asOf", "startsAt")
                .collectAsList()
                .forEach(row -> add(scores, key("", model, row), row));
    }

    private static void add(TreeMap<Key, QuantileScores> scores, Key key, Row row) {
        scores.computeIfAbsent(key, k -> new QuantileScores())
                .add(
                        row.<Long>getAs("came"),
                        row.<Double>getAs("mean"),
                        new double[] {
                            row.<Double>getAs("q05"),
                            row.<Double>getAs("q10"),
                            row.<Double>getAs("q25"),
                            row.<Double>getAs("q50"),
                            row.<Double>getAs("q75"),
                            row.<Double>getAs("q90"),
                            row.<Double>getAs("q95")
                        },
                        row.<Double>getAs("q025"),
                        row.<Double>getAs("q975"));
    }

    /** Each interval with the quarters of load that lie in it. */
    private static Dataset<Row> withCalls(Dataset<ForecastRow> forecast, Dataset<LoadRow> load, String calls) {
        var came = load.select(
                col("level").as("l"),
                col("id").as("i"),
                col("startsAt").as("s"),
                col("localDate").as("d"),
                col(calls).as("c"));
        var during = col("l").equalTo(col("level"))
                .and(col("i").equalTo(col("id")))
                .and(col("d").equalTo(col("localDate")))
                .and(col("s").geq(col("startsAt")))
                .and(col("s").lt(expr("startsAt + make_dt_interval(0, 0, intervalMinutes)")));
        return forecast.join(came, during, "left_outer");
    }

    /** Days in which any interval was corrected, against what came in the intervals of the model. */
    private static void addDays(
            TreeMap<Key, QuantileScores> scores,
            Dataset<ForecastTotalRow> totals,
            Dataset<ForecastRow> own,
            Column isCorrected,
            Dataset<LoadRow> load,
            String calls,
            LocalDate asOf) {
        var day = new String[] {"asOf", "level", "id", "localDate"};
        var days = totals.where(col("days")
                .equalTo(1)
                .and(col("localDate").lt(lit(asOf)))
                .and(col("asOf").lt(lit(asOf))));
        var corrected = days.where(col("model").equalTo(lit(ForecastInUse.OVERRIDE)));
        var intervals = own.join(corrected.select("asOf", "level", "id", "localDate"), day, "left_semi")
                .as(Tables.FORECAST.encoder());
        var came = withCalls(intervals, load, calls)
                .groupBy("asOf", "level", "id", "localDate")
                .agg(coalesce(sum(col("c")), lit(0L)).as("came"));
        days.where(isCorrected.or(col("model").equalTo(lit(ForecastInUse.OVERRIDE))))
                .join(came, day)
                .orderBy("level", "id", "asOf", "localDate")
                .collectAsList()
                .forEach(row ->
                        add(scores, key(DAILY, isOverride(row) ? ForecastInUse.OVERRIDE : OVERRIDDEN, row), row));
    }

    private static boolean isOverride(Row row) {
        return row.<String>getAs("model").equals(ForecastInUse.OVERRIDE);
    }

    private static Key key(String prefix, String model, Row row) {
        String level = row.getAs("level");
        long days = ChronoUnit.DAYS.between(row.<LocalDate>getAs("asOf"), row.<LocalDate>getAs("localDate"));
        return new Key(
                model,
                level,
                level.equals(PRACTICE) ? ALL : row.getAs("id"),
                prefix + HorizonBucket.ofDays(days).label());
    }

    private static BacktestRow row(LocalDate asOf, Key key, QuantileScores scores) {
        return new BacktestRow(
                asOf,
                key.model(),
                key.level(),
                key.id(),
                key.horizon(),
                scores.calls() > 0 ? scores.wape() : null,
                null,
                scores.smape(),
                scores.pinball(),
                scores.coverage50(),
                scores.coverage80(),
                scores.coverage95());
    }
}
