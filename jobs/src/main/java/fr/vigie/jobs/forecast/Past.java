package fr.vigie.jobs.forecast;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.lake.PracticeRow;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a practice in the history, beside what the register says of it.
 *
 * @param calls all of them
 * @param recent those of late ({@link ForecastPlan#RECENT_DAYS})
 * @param first the day of the first one
 * @param last the day of the last one
 * @param daysBefore days with calls before it became a client
 * @param daysAfter days with calls after its last day as a client
 * @param recentSince the recent ones since it became a client
 * @param firstSince the day of the first one since then; null where there is none
 */
record Past(
        double calls,
        double recent,
        LocalDate first,
        LocalDate last,
        long daysBefore,
        long daysAfter,
        double recentSince,
        @Nullable LocalDate firstSince) {
    /** Who has called so lately still calls. */
    private static final int DAYS_OF_SILENCE = 14;

    /** Those of all practices with calls between two days (half-open). */
    static Map<String, Past> of(
            Dataset<LoadRow> load, Dataset<PracticeRow> practices, String calls, LocalDate from, LocalDate asOf) {
        var recent = col("localDate").geq(lit(asOf.minusDays(ForecastPlan.RECENT_DAYS)));
        var before = col("localDate").lt(col("clientSince"));
        var since = col("localDate").geq(col("clientSince"));
        var after = col("localDate").gt(col("clientUntil"));
        var past = new TreeMap<String, Past>();
        load.where(col("level").equalTo("practice").and(col(calls).gt(0)))
                .where(col("localDate").geq(lit(from)).and(col("localDate").lt(lit(asOf))))
                .join(
                        practices.select(col("practiceId"), col("clientSince"), col("clientUntil")),
                        col("id").equalTo(col("practiceId")),
                        "left_outer")
                .groupBy("id")
                .agg(
                        sum(calls),
                        sumWhere(recent, calls),
                        min("localDate"),
                        max("localDate"),
                        count_distinct(when(before, col("localDate"))),
                        count_distinct(when(after, col("localDate"))),
                        sumWhere(recent.and(since), calls),
                        min(when(since, col("localDate"))))
                .collectAsList()
                .forEach(row -> past.put(
                        row.getString(0),
                        new Past(
                                ((Number) row.get(1)).doubleValue(),
                                ((Number) row.get(2)).doubleValue(),
                                row.getAs(3),
                                row.getAs(4),
                                row.getLong(5),
                                row.getLong(6),
                                ((Number) row.get(7)).doubleValue(),
                                row.getAs(8))));
        return past;
    }

    private static Column sumWhere(Column condition, String calls) {
        return sum(when(condition, col(calls)).otherwise(0));
    }

    /**
     * From when to when it is a client: where nobody says, since its first call; calls that go on after the last day tell that the
     * register is late.
     *
     * @param since what the register says
     * @param until likewise
     */
    ForecastPlan.Client client(@Nullable LocalDate since, @Nullable LocalDate until, LocalDate asOf) {
        var end = until == null ? LocalDate.MAX : until;
        if (ForecastPlan.Client.proves(daysAfter)) {
            end = last.isBefore(asOf.minusDays(DAYS_OF_SILENCE)) ? last : LocalDate.MAX;
        }
        return new ForecastPlan.Client(since == null ? first : since, end);
    }

    /** Recent calls of a calendar day since the first one; none where all calls were tests before it became a client. */
    OptionalDouble callsPerDay(LocalDate asOf) {
        boolean tests = daysBefore > 0 && !ForecastPlan.Client.proves(daysBefore);
        var start = tests ? firstSince : first;
        return start == null
                ? OptionalDouble.empty()
                : OptionalDouble.of((tests ? recentSince : recent)
                        / Math.min(ForecastPlan.RECENT_DAYS, ChronoUnit.DAYS.between(start, asOf)));
    }
}
