package fr.vigie.jobs.forecast;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.unix_seconds;

import fr.vigie.forecast.Score;
import fr.vigie.jobs.lake.BacktestRow;
import fr.vigie.jobs.lake.EffectRow;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.ForecastTotalRow;
import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.spark.RecordEncoder;
import fr.vigie.load.DayLoad;
import fr.vigie.load.DayLoad.Level;
import fr.vigie.series.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.jspecify.annotations.Nullable;

/** Load to forecasts and scores: a planning group at a time, and the network by itself. */
final class Forecasts {
    /** All practices taken together. */
    private static final String ALL = "all";

    private Forecasts() {}

    /** The count of an interval of a place, seconds since 1970. */
    public record Count(String level, String id, long startsAt, long calls, long handled, long handledMillis) {}

    /**
     * The forecast of an interval or of a day or week, a score, an effect that explains forecasts, or what the network needs to know of
     * a group.
     *
     * @param calls the calls that came in the intervals scored
     * @param intervals how many they were
     */
    public record Made(
            @Nullable ForecastRow forecast,
            @Nullable ForecastTotalRow total,
            @Nullable BacktestRow score,
            @Nullable EffectRow effect,
            @Nullable GroupPath path,
            double calls,
            int intervals) {
        static Made of(ForecastRow row) {
            return new Made(row, null, null, null, null, 0, 0);
        }

        static Made of(ForecastTotalRow row) {
            return new Made(null, row, null, null, null, 0, 0);
        }

        static Made of(EffectRow row) {
            return new Made(null, null, null, row, null, 0, 0);
        }

        static Made of(GroupPath path) {
            return new Made(null, null, null, null, path, 0, 0);
        }

        /** The score, where it is one. */
        BacktestRow row() {
            return Objects.requireNonNull(score);
        }

        static Made of(BacktestRow row, Score score) {
            return new Made(null, null, row, null, null, score.calls(), score.intervals());
        }
    }

    /** The forecasts and scores of all groups and practices. */
    static Dataset<Made> ofGroups(Dataset<LoadRow> load, ForecastPlan plan) {
        return counts(load, plan)
                .where(col("level").notEqual(word(Level.NETWORK)))
                .groupByKey((MapFunction<Count, String>) count -> groupOf(count, plan), Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Count, Made>) (group, own) -> ofGroup(group, own, plan),
                        RecordEncoder.of(Made.class));
    }

    /**
     * Those of the network.
     *
     * @param groups what was made for groups; it is read here once more
     */
    static Dataset<Made> ofNetwork(Dataset<LoadRow> load, Dataset<Made> groups, ForecastPlan plan) {
        MapFunction<Count, String> one = count -> DayLoad.NETWORK;
        var paths = groups.where(col("path").isNotNull())
                .select("path.*")
                .as(RecordEncoder.of(GroupPath.class))
                .groupByKey((MapFunction<GroupPath, String>) path -> DayLoad.NETWORK, Encoders.STRING());
        return counts(load, plan)
                .where(col("level").equalTo(word(Level.GROUP)))
                .groupByKey(one, Encoders.STRING())
                .cogroup(
                        paths,
                        (CoGroupFunction<String, Count, GroupPath, Made>)
                                (network, own, expected) -> ofNetwork(own, expected, plan),
                        RecordEncoder.of(Made.class));
    }

    private static Dataset<Count> counts(Dataset<LoadRow> load, ForecastPlan plan) {
        return load.where(col("localDate")
                        .geq(lit(plan.from()))
                        .and(col("localDate").lt(lit(plan.asOf()))))
                .select(
                        col("level"),
                        col("id"),
                        unix_seconds(col("startsAt")).as("startsAt"),
                        col(calls(plan.config().demand())).as("calls"),
                        col("handled"),
                        round(col("handledSeconds").multiply(1000)).cast("long").as("handledMillis"))
                .as(RecordEncoder.of(Count.class));
    }

    /** The column of the load that counts those calls. */
    static String calls(ForecastConfig.Demand demand) {
        return switch (demand) {
            case FIRST_ATTEMPTS -> "firstAttempts";
            case OFFERED -> "offered";
        };
    }

    /**
     * The scores of all practices taken together, by model and horizon: as if they were one long series.
     *
     * @param scores what was made for single places
     */
    static List<BacktestRow> together(List<Made> scores) {
        var byHorizon = new TreeMap<String, List<Made>>();
        scores.stream()
                .filter(made -> made.row().level().equals(word(Level.PRACTICE)))
                .sorted(Comparator.comparing(made -> made.row().id()))
                .forEach(made -> byHorizon
                        .computeIfAbsent(made.row().model() + " " + made.row().horizon(), k -> new ArrayList<>())
                        .add(made));
        return byHorizon.values().stream().map(Forecasts::mean).toList();
    }

    private static BacktestRow mean(List<Made> scores) {
        var first = scores.get(0).row();
        double calls = scores.stream().mapToDouble(Made::calls).sum();
        double errors = scores.stream()
                .mapToDouble(made -> made.calls() * zeroIfNone(made.row().wape()))
                .sum();
        return new BacktestRow(
                first.asOf(),
                first.model(),
                first.level(),
                ALL,
                first.horizon(),
                calls > 0 ? errors / calls : null,
                mean(scores, row -> zeroIfNone(row.mase())),
                mean(scores, row -> zeroIfNone(row.smape())),
                mean(scores, row -> zeroIfNone(row.pinball())),
                mean(scores, row -> zeroIfNone(row.coverage50())),
                mean(scores, row -> zeroIfNone(row.coverage80())),
                mean(scores, row -> zeroIfNone(row.coverage95())));
    }

    private static double mean(List<Made> scores, ToDoubleFunction<BacktestRow> value) {
        double sum = 0;
        int intervals = 0;
        for (var made : scores) {
            sum += value.applyAsDouble(made.row()) * made.intervals();
            intervals += made.intervals();
        }
        return sum / intervals;
    }

    /** What was relative to no calls weighs nothing. */
    private static double zeroIfNone(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    private static String groupOf(Count count, ForecastPlan plan) {
        return count.level().equals(word(Level.GROUP))
                ? count.id()
                : plan.groups().getOrDefault(count.id(), DayLoad.NO_GROUP);
    }

    private static Iterator<Made> ofGroup(String group, Iterator<Count> counts, ForecastPlan plan) {
        var timeline = plan.timeline();
        var whole = new PoolForecast.Place(timeline.length());
        var practices = new TreeMap<String, PoolForecast.Place>();
        while (counts.hasNext()) {
            var count = counts.next();
            var place = count.level().equals(word(Level.GROUP))
                    ? whole
                    : practices.computeIfAbsent(count.id(), id -> new PoolForecast.Place(timeline.length()));
            place.add(slot(timeline, count), count.calls(), count.handled(), count.handledMillis());
        }
        return new PoolForecast(plan, timeline).group(group, whole, practices).iterator();
    }

    private static Iterator<Made> ofNetwork(Iterator<Count> counts, Iterator<GroupPath> expected, ForecastPlan plan) {
        var timeline = plan.timeline();
        var groups = new TreeMap<String, PoolForecast.Place>();
        while (counts.hasNext()) {
            var count = counts.next();
            groups.computeIfAbsent(count.id(), id -> new PoolForecast.Place(timeline.length()))
                    .add(slot(timeline, count), count.calls(), count.handled(), count.handledMillis());
        }
        var paths = new ArrayList<GroupPath>();
        expected.forEachRemaining(paths::add);
        return new PoolForecast(plan, timeline).network(groups, paths).iterator();
    }

    private static int slot(Timeline timeline, Count count) {
        return timeline.indexContaining(Instant.ofEpochSecond(count.startsAt()));
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
