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

    /** An interval of a place and what is expected of it, as corrections go through. */
    private static final class Cell {
        private final ForecastRow row;
        private double value;

        Cell(ForecastRow row) {
            this.row = row;
            value = row.mean();
        }

        boolean isOf(String level) {
            return row.level().equals(level);
        }

        String place() {
            return row.level() + " " + row.id();
        }
    }

    private static Iterator<ForecastRow> corrected(
            Instant at, Iterator<ForecastRow> rows, List<Factor> factors, Map<String, String> groups) {
        var latest = new HashMap<String, Double>();
        for (var factor : factors) {
            if (!at.isBefore(factor.from()) && at.isBefore(factor.until())) {
                latest.put(factor.level() + " " + factor.id(), factor.factor());
            }
        }
        var all = new ArrayList<Cell>();
        rows.forEachRemaining(row -> all.add(new Cell(row)));
        var practices = all.stream().filter(cell -> cell.isOf(PRACTICE)).toList();
        var wholes = all.stream().filter(cell -> cell.isOf(GROUP)).toList();
        practices.forEach(practice -> practice.value *= latest.getOrDefault(practice.place(), 1.0));
        for (var group : wholes) {
            var own = practices.stream()
                    .filter(practice -> groups.getOrDefault(practice.row.id(), DayLoad.NO_GROUP)
                            .equals(group.row.id()))
                    .toList();
            correct(group, own, own, latest);
        }
        var parts = Stream.concat(wholes.stream(), practices.stream()).toList();
        all.stream().filter(cell -> cell.isOf(NETWORK)).forEach(network -> correct(network, wholes, parts, latest));
        return all.stream()
                .filter(cell -> cell.row.mean() > 0 && cell.value != cell.row.mean())
                .map(cell -> cell.row.times(ForecastInUse.OVERRIDE, cell.value / cell.row.mean()))
                .iterator();
    }

    /** A whole takes over what changed in its parts or, where it is corrected itself, passes that on to all below. */
    private static void correct(Cell whole, List<Cell> parts, List<Cell> below, Map<String, Double> latest) {
        double changed = whole.row.mean();
        for (var part : parts) {
            changed += part.value - part.row.mean();
        }
        Double factor = latest.get(whole.place());
        whole.value = factor == null ? changed : whole.row.mean() * factor;
        if (factor != null && changed > 0) {
            double share = whole.value / changed;
            below.forEach(part -> part.value *= share);
        }
    }
}
