package fr.vigie.jobs.load;

import fr.vigie.call.Outcome;
import fr.vigie.jobs.lake.Cells;
import fr.vigie.jobs.lake.DayPartitioner;
import fr.vigie.jobs.lake.Digest;
import fr.vigie.jobs.lake.MonthFiles;
import fr.vigie.load.DayLoad;
import fr.vigie.load.LoadCall;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Tuple2;

/** Calls to load: a business day at a time, each day by {@link DayLoad}, written into files of its month. */
final class Loads {
    /** The columns of calls that the load is counted from, in this order. */
    static final List<String> COLUMNS = List.of(
            "local_date",
            "practice_id",
            "arrived_at",
            "queued_at",
            "answered_at",
            "ended_at",
            "wrap_seconds",
            "outcome",
            "attempt");

    private static final long CALLS_OF_PARTITION = 400_000;
    private static final int FLUSH_CALLS = 200_000;

    /** Where a row of load has its date; after it so many counts and so many sums of seconds. */
    private static final int LOCAL_DATE = 4;

    private static final int COUNTS = 16;
    private static final int SECONDS = 5;
    private static final byte[][] LEVELS = levels();

    private Loads() {}

    /** What was written: data files that are not yet part of the table, and their content. */
    record Written(List<DataFile> files, Digest digest) implements Serializable {}

    /**
     * Counts and writes the load of days.
     *
     * @param calls the calls of these days, with {@link #COLUMNS}
     * @param count about how many they are
     * @param days every business date to be written, with or without calls
     * @param rules how a day is counted
     */
    static List<Written> write(
            Dataset<Row> calls, long count, List<LocalDate> days, DayLoad rules, Table table, String runId) {
        var spark = JavaSparkContext.fromSparkContext(calls.sparkSession().sparkContext());
        var partitioner = DayPartitioner.forSize(count, CALLS_OF_PARTITION);
        JavaPairRDD<Integer, byte[]> packed =
                calls.queryExecution().toRdd().toJavaRDD().mapPartitionsToPair(Loads::packed);
        var empty = new LoadBlock().bytes();
        var everyDay = spark.parallelizePairs(
                days.stream()
                        .map(day -> new Tuple2<>((int) day.toEpochDay(), empty))
                        .toList(),
                1);
        Broadcast<DayLoad> shared = spark.broadcast(rules);
        Broadcast<Table> target = spark.broadcast(table);
        return packed.union(everyDay)
                .partitionBy(partitioner)
                .mapPartitions(blocks -> written(blocks, shared.value(), target.value(), runId))
                .collect();
    }

    /** Writes rows of the table as they stand. */
    static List<Written> copy(Dataset<Row> rows, Table table, String runId) {
        var spark = JavaSparkContext.fromSparkContext(rows.sparkSession().sparkContext());
        Broadcast<Table> target = spark.broadcast(table);
        return rows.coalesce(1)
                .sortWithinPartitions("local_date", "level", "id", "starts_at")
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(sorted -> {
                    var files = new MonthFiles<InternalRow>(target.value(), runId, Loads::copy);
                    sorted.forEachRemaining(row -> files.add(row.getInt(LOCAL_DATE), row));
                    return List.of(new Written(files.close(), files.digest())).iterator();
                })
                .collect();
    }

    /** A row of the table cell by cell: two texts, then numbers. */
    private static void copy(InternalRow row, Cells cells) {
        cells.bytes(row.getUTF8String(0).getBytes());
        cells.bytes(row.getUTF8String(1).getBytes());
        cells.number(row.getInt(2));
        cells.number(row.getLong(3));
        cells.number(row.getInt(LOCAL_DATE));
        int at = LOCAL_DATE + 1;
        for (int i = 0; i < COUNTS; i++) {
            cells.number(row.getLong(at++));
        }
        for (int i = 0; i < SECONDS; i++) {
            cells.number(row.getDouble(at++));
        }
        cells.number(row.getInt(at));
    }

    private static Iterator<Tuple2<Integer, byte[]>> packed(Iterator<InternalRow> rows) {
        var numbers = new HashMap<UTF8String, Integer>();
        var names = new ArrayList<String>();
        var outcomes = new HashMap<UTF8String, Outcome>();
        for (var outcome : Outcome.values()) {
            outcomes.put(UTF8String.fromString(outcome.name().toLowerCase(Locale.ROOT)), outcome);
        }
        return new Iterator<>() {
            private Iterator<Tuple2<Integer, byte[]>> ready = java.util.Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                if (!ready.hasNext() && rows.hasNext()) {
                    var blocks = new HashMap<Integer, LoadBlock>();
                    for (int n = 0; n < FLUSH_CALLS && rows.hasNext(); n++) {
                        var row = rows.next();
                        int practice = practice(row.getUTF8String(1));
                        blocks.computeIfAbsent(row.getInt(0), d -> new LoadBlock())
                                .add(practice, call(names.get(practice), row));
                    }
                    ready = blocks.entrySet().stream()
                            .map(e -> new Tuple2<>(e.getKey(), e.getValue().bytes()))
                            .iterator();
                }
                return ready.hasNext();
            }

            @Override
            public Tuple2<Integer, byte[]> next() {
                if (!hasNext()) {
                    throw new java.util.NoSuchElementException();
                }
                return ready.next();
            }

            private LoadCall call(String practice, InternalRow row) {
                long arrived = row.getLong(2) / 1000;
                var outcome = outcomes.get(row.getUTF8String(7));
                if (outcome == null) {
                    throw new IllegalStateException(
                            "The lake holds an outcome that is unknown: " + row.getUTF8String(7));
                }
                return new LoadCall(
                        practice,
                        arrived,
                        row.isNullAt(3) ? arrived : row.getLong(3) / 1000,
                        row.isNullAt(4) ? -1 : row.getLong(4) / 1000,
                        row.getLong(5) / 1000,
                        row.getInt(6),
                        outcome,
                        row.getInt(8));
            }

            private int practice(UTF8String id) {
                var known = numbers.get(id);
                if (known == null) {
                    known = names.size();
                    names.add(id.toString());
                    numbers.put(id.copy(), known);
                }
                return known;
            }
        };
    }

    private static Iterator<Written> written(
            Iterator<Tuple2<Integer, byte[]>> blocks, DayLoad rules, Table table, String runId) {
        var days = new TreeMap<Integer, List<byte[]>>();
        blocks.forEachRemaining(keyed ->
                days.computeIfAbsent(keyed._1(), d -> new ArrayList<>()).add(keyed._2()));
        var files = new MonthFiles<Dated>(table, runId, Loads::write);
        while (!days.isEmpty()) {
            var day = days.pollFirstEntry();
            // Practice by practice: what a practice is counted in then stays at hand.
            var calls = new TreeMap<String, List<LoadCall>>();
            day.getValue().forEach(block -> LoadBlock.read(block, calls));
            var all = calls.values().stream().flatMap(List::stream).toList();
            for (var interval : rules.of(LocalDate.ofEpochDay(day.getKey()), all)) {
                files.add(day.getKey(), new Dated(day.getKey(), interval));
            }
        }
        return List.of(new Written(files.close(), files.digest())).iterator();
    }

    private record Dated(int day, DayLoad.Interval interval) {}

    /** The cells, in the order of {@link fr.vigie.jobs.lake.LoadRow}. */
    private static void write(Dated dated, Cells cells) {
        var interval = dated.interval();
        var n = interval.count();
        cells.bytes(LEVELS[interval.level().ordinal()]);
        cells.bytes(interval.id().getBytes(StandardCharsets.UTF_8));
        cells.number(DayLoad.INTERVAL_MINUTES);
        cells.number(1000 * interval.startsAt());
        cells.number(dated.day());
        cells.number(n.arrivals());
        cells.number(n.offered());
        cells.number(n.firstAttempts());
        cells.number(n.answered());
        cells.number(n.abandoned());
        cells.number(n.overflowed());
        cells.number(n.voicemail());
        cells.number(n.blocked());
        cells.number(n.closed());
        cells.number(n.deflected());
        cells.number(n.answeredWithin());
        cells.number(n.abandonedWithin());
        cells.number(n.abandonedShort());
        cells.number(n.waitedLong());
        cells.number(n.carried());
        cells.number(n.handled());
        cells.number(n.handledMillis() / 1000.0);
        cells.number(n.talkMillis() / 1000.0);
        cells.number(n.wrapMillis() / 1000.0);
        cells.number(n.waitMillis() / 1000.0);
        cells.number(n.answeredWaitMillis() / 1000.0);
        cells.number(n.maxConcurrent());
    }

    private static byte[][] levels() {
        var levels = DayLoad.Level.values();
        var words = new byte[levels.length][];
        for (var level : levels) {
            words[level.ordinal()] = level.name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
        }
        return words;
    }
}
