package fr.vigie.jobs.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.minute;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.timestamp_millis;
import static org.apache.spark.sql.functions.unix_millis;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;

/**
 * The load by 30 or 60 minutes, derived from the quarters of an hour that the lake stores.
 *
 * <p>An interval begins on the hour, or half hour, of the zone's clock. The hour that an autumn change repeats is two
 * intervals; where a change cuts an hour short (Lord Howe Island moves by half an hour), the quarters up to the next
 * full hour belong to the one before.
 */
public final class LoadIntervals {
    private static final Set<String> KEYS = Set.of("level", "id", "intervalMinutes", "startsAt", "localDate");

    private LoadIntervals() {}

    /**
     * Sums the quarters; the most calls at one moment is the most of any quarter.
     *
     * @param minutes 15, 30 or 60
     * @param zone of the clock
     */
    public static Dataset<LoadRow> of(Dataset<LoadRow> quarters, int minutes, ZoneId zone) {
        if (minutes == 15) {
            return quarters;
        }
        if (minutes != 30 && minutes != 60) {
            throw new IllegalArgumentException("The interval (%d minutes) must be 15, 30 or 60.".formatted(minutes));
        }
        // What a clock change leads back to is no full hour yet.
        var start = floor(floor(col("startsAt"), minutes, zone), minutes, zone);
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
        return quarters.groupBy(col("level"), col("id"), start.as("startsAt"), col("localDate"))
                .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
                .select(all.toArray(Column[]::new))
                .as(Tables.LOAD.encoder());
    }

    private static Column floor(Column moment, int minutes, ZoneId zone) {
        var clock = from_utc_timestamp(moment, zone.getId());
        var past = hour(clock).multiply(60).plus(minute(clock)).mod(minutes);
        return timestamp_millis(unix_millis(moment).minus(past.multiply(60_000L)));
    }
}
