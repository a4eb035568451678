package fr.vigie.jobs.ingest;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.spark.RecordEncoder;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Observation;

/** Rows of any kind but calls from files to their table: those whose keys are known are replaced where they differ. */
final class RowIngest<R extends Record> implements Ingest {
    private static final long SMALL_BYTES = 32L << 20;
    private static final String ALL = "all";
    private static final String AGAIN = "again";
    private static final String VANISHED = "vanished";

    private final Lake lake;
    private final Reading reading;
    private final Together files;
    private final Table<R> table;
    private final String runId;

    /** Makes the work ready; whether the files are read together depends on their format. */
    RowIngest(Lake lake, Reading reading, Together files, Table<R> table, String runId) {
        this.lake = lake;
        this.reading = reading;
        this.files = files;
        this.table = table;
        this.runId = runId;
    }

    @Override
    public Counts run() {
        var read = new Observation("read");
        var parsed = parsed().observe(
                        read,
                        count(lit(1)).as(ALL),
                        coalesce(sum(Ingests.again()), lit(0L)).as(AGAIN),
                        coalesce(sum(when(col(VANISHED), 1).otherwise(0)), lit(0L))
                                .as(VANISHED));
        var existing = lake.read(table);
        var fates = Ingests.fates(parsed, existing, table, reading.firstKept()).persist();
        try {
            var counts = Ingests.counts(fates);
            check(counts.total(), read);
            var stays = number(read, VANISHED) == 0
                    ? existing
                    // One that another file tells otherwise stays.
                    : existing.except(Ingests.vanished(parsed(), table)).persist();
            if (counts.total().kept() > 0 || !lake.exists(table) || stays.count() < existing.count()) {
                lake.rewrite(
                        table,
                        Ingests.merged(Ingests.kept(fates, table), stays, table).coalesce(1),
                        runId);
            }
            return counts;
        } finally {
            fates.unpersist();
        }
    }

    /** What was read is counted before anything is done with it: no record may be lost or doubled on the way. */
    private static void check(FileCounts fates, Observation read) {
        long records = number(read, ALL) - number(read, AGAIN);
        if (records != fates.read()) {
            throw new IllegalStateException(
                    "Records were lost: %d were read, %d are accounted for.".formatted(records, fates.read()));
        }
    }

    private static long number(Observation read, String what) {
        try {
            return (Long) requireNonNull(read.getAsJava().get(what));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while files were read.", e);
        }
    }

    private Dataset<Parsed> parsed() {
        var all = files;
        var how = reading;
        boolean together = reading.format().joinsFiles();
        long bytes = files.files().stream()
                .mapToLong(f -> f.path().toFile().length())
                .sum();
        var numbers =
                IntStream.range(0, together ? 1 : files.files().size()).boxed().toList();
        var dataset = lake.spark().createDataset(numbers, Encoders.INT());
        // Little files are read one after the other: nothing then has to be shuffled.
        return (bytes < SMALL_BYTES ? dataset.coalesce(1) : dataset.repartition(numbers.size()))
                .flatMap(
                        (FlatMapFunction<Integer, Parsed>) number -> new RowReader(
                                how,
                                together
                                        ? all
                                        : Together.one(number, all.files().get(number))),
                        RecordEncoder.of(Parsed.class, "row", table.row()));
    }

    @Override
    public boolean readsAgain() {
        return files.known() > 0;
    }

    @Override
    public Dataset<Refused> refused() {
        return parsed().filter(col("reject").isNotNull()).select("reject.*").as(RecordEncoder.of(Refused.class));
    }

    @Override
    public Dataset<Arrived> arrived() {
        var how = reading;
        var columns = table.key();
        return parsed().filter(col("row").isNotNull().and(not(col(VANISHED))))
                .mapPartitions(
                        (MapPartitionsFunction<Parsed, Arrived>) ofPartition -> {
                            var key = RecordKey.of(how);
                            return each(
                                    ofPartition,
                                    parsed -> new Arrived(
                                            key(key, requireNonNull(parsed.row()), columns), parsed.sequence()));
                        },
                        RecordEncoder.of(Arrived.class));
    }

    @Override
    public Dataset<String> standing() {
        var how = reading;
        var columns = table.key();
        return lake.read(table)
                .mapPartitions(
                        (MapPartitionsFunction<R, String>) ofPartition -> {
                            var key = RecordKey.of(how);
                            return each(ofPartition, row -> key(key, row, columns));
                        },
                        Encoders.STRING());
    }

    private static String key(RecordKey key, Record row, List<String> columns) {
        return requireNonNull(key.shown(RecordKey.of(row, columns)));
    }

    private static <A, B> Iterator<B> each(Iterator<A> from, Function<A, B> change) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return from.hasNext();
            }

            @Override
            public B next() {
                return change.apply(from.next());
            }
        };
    }
}
