package fr.vigie.jobs.load;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_millis;

import fr.vigie.jobs.lake.CallRow;
import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.spark.RecordEncoder;
import fr.vigie.load.DayLoad;
import fr.vigie.load.LoadCall;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/** Calls to load: a business day at a time, each day by {@link DayLoad}. */
final class Loads {
    private Loads() {}

    /** A call with its business date, as days since 1970. */
    public record DatedCall(int day, LoadCall call) {}

    /**
     * The load of every day.
     *
     * @param calls the calls
     * @param days every business date that the result covers, with or without calls
     * @param rules how a day is counted
     */
    static Dataset<LoadRow> of(Dataset<CallRow> calls, List<LocalDate> days, DayLoad rules) {
        var byDay = calls.select(
                        unix_date(col("localDate")).as("day"),
                        struct(
                                        col("practiceId"),
                                        unix_millis(col("arrivedAt")).as("arrivedAt"),
                                        unix_millis(coalesce(col("queuedAt"), col("arrivedAt")))
                                                .as("queuedAt"),
                                        coalesce(unix_millis(col("answeredAt")), lit(-1L))
                                                .as("answeredAt"),
                                        unix_millis(col("endedAt")).as("endedAt"),
                                        col("wrapSeconds"),
                                        col("outcome"),
                                        col("attempt"))
                                .as("call"))
                .as(RecordEncoder.of(DatedCall.class))
                .groupByKey((MapFunction<DatedCall, Integer>) DatedCall::day, Encoders.INT());
        var calendar = calls.sparkSession()
                .createDataset(days.stream().map(d -> (int) d.toEpochDay()).toList(), Encoders.INT())
                .groupByKey((MapFunction<Integer, Integer>) d -> d, Encoders.INT());
        return calendar.cogroup(
                byDay,
                (CoGroupFunction<Integer, Integer, DatedCall, LoadRow>) (day, known, dated) -> {
                    var ofDay = new ArrayList<LoadCall>();
                    dated.forEachRemaining(d -> ofDay.add(d.call()));
                    var date = LocalDate.ofEpochDay(day);
                    return rules.of(date, ofDay).stream()
                            .map(interval -> row(date, interval))
                            .iterator();
                },
                RecordEncoder.of(LoadRow.class));
    }

    private static LoadRow row(LocalDate day, DayLoad.Interval interval) {
        var n = interval.count();
        return new LoadRow(
                interval.level().name().toLowerCase(Locale.ROOT),
                interval.id(),
                DayLoad.INTERVAL_MINUTES,
                Instant.ofEpochMilli(interval.startsAt()),
                day,
                n.arrivals(),
                n.offered(),
                n.firstAttempts(),
                n.answered(),
                n.abandoned(),
                n.overflowed(),
                n.voicemail(),
                n.blocked(),
                n.closed(),
                n.deflected(),
                n.answeredWithin(),
                n.abandonedWithin(),
                n.abandonedShort(),
                n.waitedLong(),
                n.carried(),
                n.handled(),
                n.handledMillis() / 1000.0,
                n.talkMillis() / 1000.0,
                n.wrapMillis() / 1000.0,
                n.waitMillis() / 1000.0,
                n.answeredWaitMillis() / 1000.0,
                n.maxConcurrent());
    }
}
