package fr.vigie.jobs.forecast;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import fr.vigie.jobs.lake.ForecastInUse;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.ForecastTotalRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.RecordEncoder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/** Days and weeks of which planners corrected a part: as many calls more or less, and quantiles in proportion. */
final class OverriddenTotals {
    private OverriddenTotals() {}

    /** What corrections add to a day of a place. */
    public record Change(String level, String id, LocalDate localDate, double calls) {}

    /**
     * The corrected days and weeks of all places that a correction touches.
     *
     * @param totals one model's days and weeks of one date
     * @param forecast its intervals
     * @param corrected what planners made of them
     */
    static Dataset<ForecastTotalRow> of(
            Dataset<ForecastTotalRow> totals, Dataset<ForecastRow> forecast, Dataset<ForecastRow> corrected) {
        var changes = corrected
                .join(
                        forecast.select(
                                col("level"),
                                col("id"),
                                col("startsAt"),
                                col("mean").as("own")),
                        new String[] {"level", "id", "startsAt"})
                .groupBy("level", "id", "localDate")
                .agg(sum(col("mean").minus(col("own"))).as("calls"))
                .as(RecordEncoder.of(Change.class))
                .groupByKey(
                        (MapFunction<Change, String>) change -> change.level() + " " + change.id(), Encoders.STRING());
        return totals.groupByKey(
                        (MapFunction<ForecastTotalRow, String>) total -> total.level() + " " + total.id(),
                        Encoders.STRING())
                .cogroup(
                        changes,
                        (CoGroupFunction<String, ForecastTotalRow, Change, ForecastTotalRow>)
                                (place, own, changed) -> corrected(own, changed),
                        Tables.FORECAST_TOTAL.encoder());
    }

    private static Iterator<ForecastTotalRow> corrected(Iterator<ForecastTotalRow> totals, Iterator<Change> changes) {
        var all = new ArrayList<Change>();
        changes.forEachRemaining(all::add);
        var corrected = new ArrayList<ForecastTotalRow>();
        totals.forEachRemaining(total -> {
            var end = total.localDate().plusDays(total.days());
            double calls = all.stream()
                    .filter(change -> !change.localDate().isBefore(total.localDate())
                            && change.localDate().isBefore(end))
                    .mapToDouble(Change::calls)
                    .sum();
            if (calls != 0 && total.mean() > 0) {
                corrected.add(total.times(ForecastInUse.OVERRIDE, Math.max(0, 1 + calls / total.mean())));
            }
        });
        return corrected.iterator();
    }
}
