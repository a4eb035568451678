package fr.vigie.jobs.lake;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.iceberg.types.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriterV2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.catalyst.analysis.TableAlreadyExistsException;

/**
 * The tables of a workspace, in Apache Iceberg: a write is one atomic commit, and a reader sees the last one.
 *
 * <p>Every commit carries in its snapshot's properties the run that made it ({@value #RUN}) and the version of the
 * table's content ({@value #VERSION}); where a table is kept by date, also the run that made each date's rows
 * ({@value #RUNS}), which the version then follows from.
 */
public final class Lake {
    static final String RUN = "vigie.run";
    static final String VERSION = "vigie.version";
    static final String RUNS = "vigie.runs";
    static final String PURGED_BEFORE = "vigie.purged-before";
    private static final String EMPTY = "empty";

    private final SparkSession spark;

    public Lake(SparkSession spark) {
        this.spark = spark;
        // Spark sets a catalog up as the active session says when it is first named: this session names it.
        spark.catalog().databaseExists(Table.CATALOG + "." + Table.NAMESPACE);
    }

    public SparkSession spark() {
        return spark;
    }

    /** The table's rows; none when nothing has been written to it yet. */
    public <R extends Record> Dataset<R> read(Table<R> table) {
        if (!exists(table)) {
            return spark.createDataset(List.of(), table.encoder());
        }
        return stored(table).select(table.toComponents()).as(table.encoder());
    }

    /** The rows with the table's column names, for those who know neither its record nor its types. */
    public <R extends Record> Dataset<Row> readColumns(Table<R> table) {
        if (!exists(table)) {
            return spark.createDataset(List.<R>of(), table.encoder()).select(table.toColumns());
        }
        return stored(table);
    }

    /** A table as it is stored; what columns it lacks, since an older version made it, are null. */
    private Dataset<Row> stored(Table<?> table) {
        var stored = spark.table(table.qualifiedName());
        for (var column : table.lacking(List.of(stored.columns()))) {
            stored = stored.withColumn(column.name(), lit(null).cast(column.dataType()));
        }
        return stored;
    }

    /** Gives a table the columns that it lacks: its content, and the version of it, stay. */
    private void complete(Table<?> table) {
        var lacking = table.lacking(iceberg(table).schema().columns().stream()
                .map(Types.NestedField::name)
                .toList());
        if (!lacking.isEmpty()) {
            spark.sql("ALTER TABLE %s ADD COLUMNS (%s)"
                    .formatted(
                            table.qualifiedName(),
                            lacking.stream()
                                    .map(column -> column.name() + " "
                                            + column.dataType().sql())
                                    .collect(Collectors.joining(", "))));
        }
    }

    /** Whether anything was ever written to the table. */
    public boolean exists(Table<?> table) {
        return catalog().tableExists(table.identifier());
    }

    /**
     * The version of the table's content: the same version, the same content.
     *
     * @return {@code empty} where nothing has been written yet
     */
    public String version(Table<?> table) {
        return property(table, VERSION).orElse(EMPTY);
    }

    /** The run that made the table's current content. */
    public Optional<String> runOf(Table<?> table) {
        return property(table, RUN);
    }

    /** The run that made the table's rows of a date, or all of them where it is not kept by date. */
    public Optional<String> runOf(Table<?> table, LocalDate asOf) {
        return table.partition() == Table.Partition.AS_OF
                ? Optional.ofNullable(runsByDate(table).get(asOf))
                : runOf(table);
    }

    /** Replaces all rows. */
    public <R extends Record> Digest replace(Table<R> table, Dataset<R> rows, String runId) {
        return commit(table, rows, made(runId, runId), writer -> writer.overwrite(lit(true)));
    }

    /**
     * Replaces the rows of one {@code as_of} and leaves the others. The version names the runs of all dates: the same
     * run again changes nothing.
     */
    public <R extends Record> Digest replace(Table<R> table, Dataset<R> rows, String runId, LocalDate asOf) {
        var runs = runsByDate(table);
        runs.put(asOf, runId);
        var dates = runs.entrySet().stream()
                .map(date -> date.getKey() + "=" + date.getValue())
                .collect(Collectors.joining(","));
        var properties = new TreeMap<>(made(runId, Hash.of(dates)));
        properties.put(RUNS, dates);
        return commit(
                table, rows, properties, writer -> writer.overwrite(col("as_of").equalTo(lit(asOf))));
    }

    /** Replaces all rows by others that follow from them: the version follows from the last. */
    public <R extends Record> Digest rewrite(Table<R> table, Dataset<R> rows, String runId) {
        return commit(table, rows, made(runId, follow(table, runId)), writer -> writer.overwrite(lit(true)));
    }

    /** Replaces those partitions that the rows fall into and leaves the others; the version follows from the last. */
    public <R extends Record> Digest replacePartitions(Table<R> table, Dataset<R> rows, String runId) {
        return commit(table, rows, made(runId, follow(table, runId)), DataFrameWriterV2::overwritePartitions);
    }

    /** Adds rows; the version follows from the last. */
    public <R extends Record> Digest append(Table<R> table, Dataset<R> rows, String runId) {
        return commit(table, rows, made(runId, follow(table, runId)), DataFrameWriterV2::append);
    }

    /** Adds rows that no stage looks at: the version stays, and nothing becomes stale. */
    public <R extends Record> void note(Table<R> table, Dataset<R> rows) {
        commit(table, rows, carriedOver(table), DataFrameWriterV2::append);
    }

    /** What the current snapshot says of the content, for a commit after which it is to count as the same. */
    Map<String, String> carriedOver(Table<?> table) {
        var carried = new TreeMap<String, String>();
        for (var key : List.of(RUN, VERSION, RUNS, DatedFiles.DAYS)) {
            property(table, key).ifPresent(value -> carried.put(key, value));
        }
        return carried;
    }

    /** The business date before which rows of the table were removed by the limits of retention. */
    public Optional<LocalDate> purgedBefore(Table<?> table) {
        return exists(table)
                ? Optional.ofNullable(iceberg(table).properties().get(PURGED_BEFORE))
                        .map(LocalDate::parse)
                : Optional.empty();
    }

    /** Names the table's last commit. */
    public Optional<Long> snapshot(Table<?> table) {
        return exists(table)
                ? Optional.ofNullable(iceberg(table).currentSnapshot()).map(Snapshot::snapshotId)
                : Optional.empty();
    }

    /** What the table contains now. */
    public Digest digest(Table<?> table) {
        return digest(table, lit(true));
    }

    /** What those rows of the table contain that fulfil a condition. */
    public Digest digest(Table<?> table, Column condition) {
        var row = readColumns(table)
                .filter(condition)
                .agg(count(lit(1)), hashSum(table))
                .collectAsList()
                .get(0);
        return new Digest(row.getLong(0), row.getDecimal(1));
    }

    String follow(Table<?> table, String runId) {
        return Hash.of(version(table), runId);
    }

    private static Map<String, String> made(String runId, String version) {
        return Map.of(RUN, runId, VERSION, version);
    }

    private SortedMap<LocalDate, String> runsByDate(Table<?> table) {
        var runs = new TreeMap<LocalDate, String>();
        property(table, RUNS).ifPresent(dates -> {
            for (var date : dates.split(",", -1)) {
                int equals = date.indexOf('=');
                runs.put(LocalDate.parse(date.substring(0, equals)), date.substring(equals + 1));
            }
        });
        return runs;
    }

    /** A property of the snapshot that made the current content: one that rearranged files made none. */
    private Optional<String> property(Table<?> table, String key) {
        if (!exists(table)) {
            return Optional.empty();
        }
        var iceberg = iceberg(table);
        var snapshot = iceberg.currentSnapshot();
        while (snapshot != null
                && !snapshot.summary().containsKey(key)
                && snapshot.operation().equals(DataOperations.REPLACE)
                && snapshot.parentId() != null) {
            snapshot = iceberg.snapshot(snapshot.parentId());
        }
        return snapshot == null
                ? Optional.empty()
                : Optional.ofNullable(snapshot.summary().get(key));
    }

    /** The table as Iceberg knows it. */
    org.apache.iceberg.Table iceberg(Table<?> table) {
        return catalog().loadTable(table.identifier());
    }

    /** Asked without Spark, which would parse and analyse a query each time. */
    private Catalog catalog() {
        return Spark3Util.loadIcebergCatalog(spark, Table.CATALOG);
    }

    /** Makes the table, empty, where there is none. */
    public <R extends Record> void createIfAbsent(Table<R> table) {
        if (!exists(table)) {
            try {
                var none = spark.createDataset(List.<R>of(), table.encoder()).select(table.toColumns());
                create(table, none.writeTo(table.qualifiedName()));
            } catch (TableAlreadyExistsException e) {
                throw new IllegalStateException("The table " + table.name() + " changed while it was made.", e);
            }
        }
    }

    private interface Commit {
        void by(DataFrameWriterV2<Row> writer) throws NoSuchTableException;
    }

    private <R extends Record> Digest commit(
            Table<R> table, Dataset<R> rows, Map<String, String> properties, Commit commit) {
        var observation = new Observation(table.name());
        var columns = rows.select(table.toColumns())
                .observe(observation, count(lit(1)).as("rows"), hashSum(table).as("sum"));
        var writer = columns.writeTo(table.qualifiedName())
                .option("distribution-mode", "none")
                .option("fanout-enabled", "true");
        properties.forEach((key, value) -> writer.option("snapshot-property." + key, value));
        try {
            if (exists(table)) {
                complete(table);
                commit.by(writer);
            } else {
                create(table, writer);
            }
        } catch (NoSuchTableException | TableAlreadyExistsException e) {
            throw new IllegalStateException("The table " + table.name() + " changed while it was written.", e);
        }
        return observed(observation);
    }

    private static Digest observed(Observation observation) {
        try {
            var seen = observation.getAsJava();
            return new Digest((Long) requireNonNull(seen.get("rows")), (BigDecimal) requireNonNull(seen.get("sum")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a table was written.", e);
        }
    }

    private static void create(Table<?> table, DataFrameWriterV2<Row> writer) throws TableAlreadyExistsException {
        var creation = writer.using("iceberg")
                .tableProperty("format-version", "2")
                .tableProperty("write.parquet.compression-codec", "zstd")
                .tableProperty("write.parquet.compression-level", "1")
                // Identifiers and keys differ in every row: soon seen, and written as they are.
                .tableProperty("write.parquet.dict-size-bytes", "65536")
                .tableProperty("write.metadata.delete-after-commit.enabled", "true")
                .tableProperty("write.metadata.previous-versions-max", "20");
        var partitions = table.partition().columns();
        if (!partitions.isEmpty()) {
            creation.partitionedBy(
                    partitions.get(0), partitions.subList(1, partitions.size()).toArray(Column[]::new));
        }
        creation.create();
    }

    private static Column hashSum(Table<?> table) {
        var columns = table.columns().stream().map(name -> col(name)).toArray(Column[]::new);
        return coalesce(sum(xxhash64(columns).cast("decimal(20,0)")), lit(BigDecimal.ZERO));
    }
}
