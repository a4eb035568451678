package fr.vigie.jobs.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import fr.vigie.jobs.lake.FreeText;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.jspecify.annotations.Nullable;

/** What ingest does to rows of any kind but calls: the last of a key stays, what is new is told from what is known. */
final class Ingests {
    /** The column of a record's fate. */
    static final String FATE = "fate";

    /** The fate of a record that is kept. */
    static final String KEPT = "kept";

    private static final String SEQUENCE = "sequence";

    private Ingests() {}

    /**
     * The rows that were parsed, each with its {@value #FATE}: {@value #KEPT} where it is the last of its key and the key
     * is not there yet or says something else; else a word for why it is a duplicate.
     *
     * @param purgedBefore what was removed of rows before that instant, by the limits of retention, stays so; null where
     *     nothing was
     */
    static <R extends Record> Dataset<Row> fates(
            Dataset<Parsed> parsed, Dataset<R> existing, Table<R> table, @Nullable Instant purgedBefore) {
        var latest = Window.partitionBy(hashFirst(keys(table))).orderBy(desc(SEQUENCE));
        var rows = parsed.filter(col("row").isNotNull())
                .select(col("row.*"), col(SEQUENCE))
                .withColumn("rank", row_number().over(latest));
        if (purgedBefore != null) {
            rows = withoutPurgedText(rows, table, purgedBefore);
        }
        var known = existing.select(with(keys(table), content(table)));
        return rows.withColumn("content", content(table))
                .as("n")
                .join(known.as("e"), sameKey(table).and(col("n.content").equalTo(col("e.content"))), "left_outer")
                .withColumn(
                        FATE,
                        when(col("rank").gt(1), "superseded")
                                .when(isPurged(table, purgedBefore), "purged")
                                .when(col("e.content").isNotNull(), "known")
                                .otherwise(KEPT))
                .select(with(components(table, "n."), col(FATE)));
    }

    private static Dataset<Row> withoutPurgedText(Dataset<Row> rows, Table<?> table, Instant purgedBefore) {
        return FreeText.of(table)
                .map(text -> {
                    var since = col(text.since());
                    var column = text.column();
                    return rows.withColumn(column, when(since.isNull().or(since.geq(lit(purgedBefore))), col(column)));
                })
                .orElse(rows);
    }

    private static Column isPurged(Table<?> table, @Nullable Instant purgedBefore) {
        return purgedBefore != null && table.equals(Tables.PRESENCE)
                ? col("n.startsAt").lt(lit(purgedBefore))
                : lit(false);
    }

    /** Those rows that are kept. */
    static <R extends Record> Dataset<R> kept(Dataset<Row> fates, Table<R> table) {
        return fates.filter(col(FATE).equalTo(KEPT))
                .select(components(table, ""))
                .as(table.encoder());
    }

    /** The existing rows without those that fresh ones replace, and the fresh ones. */
    static <R extends Record> Dataset<R> merged(Dataset<R> fresh, Dataset<R> existing, Table<R> table) {
        return existing.as("n")
                .join(fresh.select(keys(table)).as("e"), sameKey(table), "left_anti")
                .select(components(table, "n."))
                .as(table.encoder())
                .union(fresh);
    }

    private static Column[] components(Table<?> table, String alias) {
        return Arrays.stream(table.row().getRecordComponents())
                .map(c -> col(alias + c.getName()))
                .toArray(Column[]::new);
    }

    private static Column[] keys(Table<?> table) {
        return Arrays.stream(table.row().getRecordComponents())
                .filter(c -> table.key().contains(Table.snakeCase(c.getName())))
                .map(c -> col(c.getName()))
                .toArray(Column[]::new);
    }

    /** A hash of everything that a file says of a row. */
    private static Column content(Table<?> table) {
        return xxhash64(Arrays.stream(table.row().getRecordComponents())
                        .map(c -> coalesce(col(c.getName()).cast("string"), lit("\u0000")))
                        .toArray(Column[]::new))
                .as("content");
    }

    /** Sorting compares eight bytes where the first column is a hash, and long common prefixes where it is a word. */
    private static Column[] hashFirst(Column... columns) {
        var all = new Column[columns.length + 1];
        all[0] = xxhash64(columns);
        System.arraycopy(columns, 0, all, 1, columns.length);
        return all;
    }

    private static Column[] with(Column[] columns, Column last) {
        var all = Arrays.copyOf(columns, columns.length + 1);
        all[columns.length] = last;
        return all;
    }

    private static Column sameKey(Table<?> table) {
        return Arrays.stream(table.row().getRecordComponents())
                .filter(c -> table.key().contains(Table.snakeCase(c.getName())))
                .map(c -> col("n." + c.getName()).eqNullSafe(col("e." + c.getName())))
                .reduce(Column::and)
                .orElseThrow(() -> new IllegalArgumentException("The table " + table.name() + " has no key."));
    }

    /** A dataset of rows counted by a column, as a list of (word, number). */
    static List<Row> countBy(Dataset<?> rows, String column) {
        return rows.groupBy(column).count().orderBy(column).collectAsList();
    }
}
