package fr.vigie.jobs.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

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
        var own = rows.where(col("model").equalTo(lit(model))).as("own");
        var same = keys(corrected).as("same");
        var condition = col("own.asOf")
                .equalTo(col("same.asOf"))
                .and(col("own.level").equalTo(col("same.level")))
                .and(col("own.id").equalTo(col("same.id")))
                .and(col("own.startsAt").equalTo(col("same.startsAt")));
        return own.join(same, condition, "left_anti")
                .as(Tables.FORECAST.encoder())
                .union(corrected);
    }

    private static Dataset<?> keys(Dataset<ForecastRow> rows) {
        return rows.select("asOf", "level", "id", "startsAt");
    }
}
