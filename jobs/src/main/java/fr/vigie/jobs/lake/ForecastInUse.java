package fr.vigie.jobs.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;

/** The forecast that later stages take: a model's, with planners' corrections in place of what they correct. */
public final class ForecastInUse {
    /** The model that corrected intervals stand under, beside the model's own. */
    public static final String OVERRIDE = "override";

    private ForecastInUse() {}

    /**
     * The rows of a model, corrected.
     *
     * @param rows rows of one or more dates
     */
    public static Dataset<ForecastRow> of(Dataset<ForecastRow> rows, String model) {
        var corrected = rows.where(col("model").equalTo(lit(OVERRIDE)));
        return without(rows.where(col("model").equalTo(lit(model))), corrected).union(corrected);
    }

    /**
     * The days and weeks of a model, corrected.
     *
     * @param rows rows of one or more dates
     */
    public static Dataset<ForecastTotalRow> totals(Dataset<ForecastTotalRow> rows, String model) {
        var corrected = rows.where(col("model").equalTo(lit(OVERRIDE)));
        var same = corrected.select("asOf", "level", "id", "days", "localDate").as("same");
        var condition = Stream.of("asOf", "level", "id", "days", "localDate")
                .map(key -> col("own." + key).equalTo(col("same." + key)))
                .reduce(lit(true), Column::and);
        return rows.where(col("model").equalTo(lit(model)))
                .as("own")
                .join(same, condition, "left_anti")
                .as(Tables.FORECAST_TOTAL.encoder())
                .union(corrected);
    }

    private static Dataset<ForecastRow> without(Dataset<ForecastRow> rows, Dataset<ForecastRow> others) {
        var same = others.select("asOf", "level", "id", "startsAt").as("same");
        var condition = col("own.asOf")
                .equalTo(col("same.asOf"))
                .and(col("own.level").equalTo(col("same.level")))
                .and(col("own.id").equalTo(col("same.id")))
                .and(col("own.startsAt").equalTo(col("same.startsAt")));
        return rows.as("own").join(same, condition, "left_anti").as(Tables.FORECAST.encoder());
    }

    /**
     * The same where today has been updated: a part of a forecast of one date, with what the morning showed.
     *
     * @param updates of that date and part; none on most days
     */
    public static Dataset<ForecastRow> of(Dataset<ForecastRow> rows, String model, Dataset<ForecastUpdateRow> updates) {
        var columns = Arrays.stream(ForecastRow.class.getRecordComponents())
                .map(part -> col(part.getName()))
                .toArray(Column[]::new);
        var updated = updates.select(columns).as(Tables.FORECAST.encoder());
        return without(of(rows, model), updated).union(updated);
    }
}
