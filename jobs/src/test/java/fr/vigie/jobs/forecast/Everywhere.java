package fr.vigie.jobs.forecast;

import fr.vigie.jobs.lake.LoadRow;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.storage.StorageLevel;

/** The forecasts of all places, as the stage makes them. */
final class Everywhere {
    private Everywhere() {}

    static List<Forecasts.Made> made(Dataset<LoadRow> load, ForecastPlan plan) {
        var groups = Forecasts.ofGroups(load, plan).persist(StorageLevel.MEMORY_AND_DISK());
        var made = groups.union(Forecasts.ofNetwork(load, groups, plan)).collectAsList();
        groups.unpersist();
        return made;
    }
}
