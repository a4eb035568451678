package fr.vigie.jobs.ingest;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import fr.vigie.jobs.format.InputFile;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.spark.RecordEncoder;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;

/** Rows of any kind but calls from files to their table: those whose keys are known are replaced where they differ. */
final class RowIngest<R extends Record> implements Ingest {
    private static final long SMALL_BYTES = 32L << 20;
    private static final String READ = "read";
    private static final String REJECTED = "rejected";
    private static final String AMBIGUOUS = "ambiguous";

    private final Lake lake;
    private final Reading reading;
    private final List<InputFile> files;
    private final Table<R> table;
    private final String runId;

    RowIngest(Lake lake, Reading reading, List<InputFile> files, Table<R> table, String runId) {
        this.lake = lake;
        this.reading = reading;
        this.files = List.copyOf(files);
        this.table = table;
        this.runId = runId;
    }

    @Override
    public Counts run() {
        var records = new Observation("records");
        var parsed = parsed().observe(
                        records,
                        count(lit(1)).as(READ),
                        count(col("reject")).as(REJECTED),
                        coalesce(sum(col("ambiguousTimes")), lit(0L)).as(AMBIGUOUS));
        var existing = lake.read(table);
        var purgedBefore = lake.purgedBefore(table)
                .map(day -> day.atStartOfDay(reading.serviceZone()).toInstant())
                .orElse(null);
        var fates = Ingests.fates(parsed, existing, table, purgedBefore).persist();
        try {
            var counts = counts(fates, records);
            if (counts.kept() > 0 || !lake.exists(table)) {
                var kept = Ingests.kept(fates, table);
                lake.rewrite(table, Ingests.merged(kept, existing, table).coalesce(1), runId);
            }
            return counts;
        } finally {
            fates.unpersist();
        }
    }

    private static Counts counts(Dataset<Row> fates, Observation records) {
        long kept = 0;
        long duplicates = 0;
        for (var row : Ingests.countBy(fates, Ingests.FATE)) {
            if (row.getString(0).equals(Ingests.KEPT)) {
                kept += row.getLong(1);
            } else {
                duplicates += row.getLong(1);
            }
        }
        try {
            var seen = records.getAsJava();
            return new Counts(
                    (Long) requireNonNull(seen.get(READ)),
                    kept,
                    duplicates,
                    (Long) requireNonNull(seen.get(REJECTED)),
                    (Long) requireNonNull(seen.get(AMBIGUOUS)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while files were read.", e);
        }
    }

    private Dataset<Parsed> parsed() {
        var all = files;
        var how = reading;
        boolean together = reading.format().joinsFiles();
        long bytes = files.stream().mapToLong(f -> f.path().toFile().length()).sum();
        var numbers =
                together ? List.of(0) : IntStream.range(0, files.size()).boxed().toList();
        var dataset = lake.spark().createDataset(numbers, Encoders.INT());
        // Little files are read one after the other: nothing then has to be shuffled.
        return (bytes < SMALL_BYTES ? dataset.coalesce(1) : dataset.repartition(numbers.size()))
                .flatMap(
                        (FlatMapFunction<Integer, Parsed>)
                                number -> new RowReader(how, number, together ? all : List.of(all.get(number))),
                        RecordEncoder.of(Parsed.class, "row", table.row()));
    }

    @Override
    public Dataset<Refused> refused() {
        return parsed().filter(col("reject").isNotNull()).select("reject.*").as(RecordEncoder.of(Refused.class));
    }

    @Override
    public Dataset<String> arrived() {
        return keys(parsed().filter(col("row").isNotNull()).select("row.*").as(table.encoder()));
    }

    @Override
    public Dataset<String> standing() {
        return keys(lake.read(table));
    }

    private Dataset<String> keys(Dataset<R> rows) {
        var how = reading;
        var columns = table.key();
        return rows.mapPartitions(
                (MapPartitionsFunction<R, String>) ofPartition -> keys(ofPartition, columns, RecordKey.of(how)),
                Encoders.STRING());
    }

    private static <R extends Record> Iterator<String> keys(Iterator<R> rows, List<String> columns, RecordKey key) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public String next() {
                return requireNonNull(key.shown(RecordKey.of(rows.next(), columns)));
            }
        };
    }
}
