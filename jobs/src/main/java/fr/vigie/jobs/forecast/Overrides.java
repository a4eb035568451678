package fr.vigie.jobs.forecast;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import fr.vigie.jobs.lake.ForecastInUse;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.OverrideRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.load.DayLoad;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/**
 * Planners' corrections, kept coherent between levels. A correction stands against the model's value; where one of a
 * whole and one of its parts meet, that of the whole prevails and the parts keep their shares.
 */
final class Overrides {
    private static final String PRACTICE = "practice";
    private static final String GROUP = "group";
    private static final String NETWORK = "network";

    private Overrides() {}

    /** What counts at a place over a stretch. */
    private record Factor(String level, String id, Instant from, Instant until, double factor)
            implements Serializable {}

    /**
     * The corrected intervals of all places that a correction touches.
     *
     * @param forecast one model's forecast of one date
     * @param overrides in any order
     * @param groups the group of each practice
     */
    static Dataset<ForecastRow> of(
            Dataset<ForecastRow> forecast, List<OverrideRow> overrides, Map<String, String> groups) {
        var factors = overrides.stream()
                .sorted(Comparator.comparing(OverrideRow::at).thenComparing(OverrideRow::toString))
                .flatMap(override -> factor(forecast, override))
                .toList();
        var touched = factors.stream()
                .map(factor -> within(factor.from(), factor.until()))
                .reduce(lit(false), Column::or);
        return forecast.where(touched)
                .groupByKey((MapFunction<ForecastRow, Instant>) ForecastRow::startsAt, Encoders.INSTANT())
                .flatMapGroups(
                        (FlatMapGroupsFunction<Instant, ForecastRow, ForecastRow>)
                                (at, rows) -> corrected(at, rows, factors, groups),
                        Tables.FORECAST.encoder());
    }

    private static Column within(Instant from, Instant until) {
        return col("startsAt").geq(lit(from)).and(col("startsAt").lt(lit(until)));
    }

    /** A number of calls as a factor on what the model expects; nothing where it expects no call. */
    private static Stream<Factor> factor(Dataset<ForecastRow> forecast, OverrideRow override) {
        Double factor = override.factor();
        Double calls = override.calls();
        if (calls != null) {
            var expected = forecast.where(within(override.startsAt(), override.endsAt())
                            .and(col("level").equalTo(lit(override.level())))
                            .and(col("id").equalTo(lit(override.id()))))
                    .agg(sum(col("mean")))
                    .collectAsList()
                    .get(0);
            factor = expected.isNullAt(0) || expected.getDouble(0) == 0 ? null : calls / expected.getDouble(0);
        }
        return factor == null
                ? Stream.empty()
                : Stream.of(
                        new Factor(override.level(), override.id(), override.startsAt(), override.endsAt(), factor));
    }

    private static Iterator<ForecastRow> corrected(
            Instant at, Iterator<ForecastRow> rows, List<Factor> factors, Map<String, String> groups) {
        var all = new ArrayList<ForecastRow>();
        rows.forEachRemaining(all::add);
        var latest = new HashMap<String, Double>();
        for (var factor : factors) {
            if (!at.isBefore(factor.from()) && at.isBefore(factor.until())) {
                latest.put(factor.level() + " " + factor.id(), factor.factor());
            }
        }
        var means = new HashMap<String, Double>();
        var values = new HashMap<String, Double>();
        for (var row : all) {
            means.put(key(row), row.mean());
            values.put(key(row), row.mean() * (row.level().equals(PRACTICE) ? latest.getOrDefault(key(row), 1.0) : 1));
        }
        var practices = all.stream().filter(row -> row.level().equals(PRACTICE)).toList();
        var wholes = all.stream().filter(row -> row.level().equals(GROUP)).toList();
        for (var group : wholes) {
            var own = practices.stream()
                    .filter(practice ->
                            groups.getOrDefault(practice.id(), DayLoad.NO_GROUP).equals(group.id()))
                    .toList();
            correct(group, own, own, latest, means, values);
        }
        var parts = Stream.concat(wholes.stream(), practices.stream()).toList();
        all.stream()
                .filter(row -> row.level().equals(NETWORK))
                .forEach(network -> correct(network, wholes, parts, latest, means, values));
        return all.stream()
                .filter(row -> row.mean() > 0 && !values.get(key(row)).equals(row.mean()))
                .map(row -> row.times(ForecastInUse.OVERRIDE, values.get(key(row)) / row.mean()))
                .iterator();
    }

    private static String key(ForecastRow row) {
        return row.level() + " " + row.id();
    }

    /** A whole takes over what changed in its parts or, where it is corrected itself, passes that on to all below. */
    private static void correct(
            ForecastRow whole,
            List<ForecastRow> parts,
            List<ForecastRow> below,
            Map<String, Double> latest,
            Map<String, Double> means,
            Map<String, Double> values) {
        double changed = whole.mean();
        for (var part : parts) {
            changed += values.get(key(part)) - means.get(key(part));
        }
        Double factor = latest.get(key(whole));
        double value = factor == null ? changed : whole.mean() * factor;
        values.put(key(whole), value);
        if (factor != null && changed > 0) {
            for (var part : below) {
                values.put(key(part), values.get(key(part)) * value / changed);
            }
        }
    }
}
