package fr.vigie.jobs.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.timestamp_millis;
import static org.apache.spark.sql.functions.unix_millis;

import java.util.ArrayList;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;

/** The load by 30 or 60 minutes, derived from the quarters of an hour that the lake stores. */
public final class LoadIntervals {
    private static final Set<String> KEYS = Set.of("level", "id", "intervalMinutes", "startsAt", "localDate");

    private LoadIntervals() {}

    /**
     * Sums the quarters; the most calls at one moment is the most of any quarter.
     *
     * @param minutes 15, 30 or 60
     */
    public static Dataset<LoadRow> of(Dataset<LoadRow> quarters, int minutes) {
        if (minutes == 15) {
            return quarters;
        }
        if (minutes != 30 && minutes != 60) {
            throw new IllegalArgumentException("The interval (%d minutes) must be 15, 30 or 60.".formatted(minutes));
        }
        long millis = minutes * 60_000L;
        var start = unix_millis(col("startsAt"));
        var sums = new ArrayList<Column>();
        var all = new ArrayList<Column>();
        for (var component : LoadRow.class.getRecordComponents()) {
            var name = component.getName();
            if (name.equals("intervalMinutes")) {
                all.add(lit(minutes).as(name));
                continue;
            }
            all.add(col(name));
            if (KEYS.contains(name)) {
                continue;
            }
            if (name.equals("maxConcurrent")) {
                sums.add(max(col(name)).as(name));
            } else if (component.getType() == double.class) {
                // Seconds are whole milliseconds: added as such, the order of the quarters does not matter.
                sums.add(sum(round(col(name).multiply(1000)).cast("long"))
                        .divide(1000)
                        .as(name));
            } else {
                sums.add(sum(col(name)).as(name));
            }
        }
        return quarters.groupBy(
                        col("level"),
                        col("id"),
                        timestamp_millis(start.minus(start.mod(millis))).as("startsAt"),
                        col("localDate"))
                .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
                .select(all.toArray(Column[]::new))
                .as(Tables.LOAD.encoder());
    }
}
