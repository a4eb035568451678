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

/** What ingest does to rows of any kind but calls: the last of a key stays, what is new is told from what is known. */
final class Ingests {
    private static final String SEQUENCE = "sequence";

    private Ingests() {}

    /** The rows that were parsed, one for each key: the last one. */
    static <R extends Record> Dataset<R> latest(Dataset<Parsed> parsed, Table<R> table) {
        var latest = Window.partitionBy(hashFirst(keys(table))).orderBy(desc(SEQUENCE));
        return parsed.filter(col("row").isNotNull())
                .select(col("row.*"), col(SEQUENCE))
                .withColumn("rank", row_number().over(latest))
                .filter(col("rank").equalTo(1))
                .select(components(table))
                .as(table.encoder());
    }

    /** The rows without what was removed of rows before an instant, by the limits of retention, and stays so. */
    static <R extends Record> Dataset<R> kept(Dataset<R> rows, Table<R> table, Instant first) {
        if (table.equals(Tables.PRESENCE)) {
            return rows.filter(col("startsAt").geq(lit(first)));
        }
        var text = FreeText.of(table);
        if (text.isPresent()) {
            var since = col(text.get().since());
            var column = text.get().column();
            return rows.withColumn(column, when(since.isNull().or(since.geq(lit(first))), col(column)))
                    .as(table.encoder());
        }
        return rows;
    }

    /** Those rows whose key is not there yet or whose content differs. */
    static <R extends Record> Dataset<R> fresh(Dataset<R> rows, Dataset<R> existing, Table<R> table) {
        var known = existing.select(with(keys(table), content(table)));
        return rows.withColumn("content", content(table))
                .as("n")
                .join(known.as("e"), sameKey(table).and(col("n.content").equalTo(col("e.content"))), "left_anti")
                .select(components(table))
                .as(table.encoder());
    }

    /** The existing rows without those that fresh ones replace, and the fresh ones. */
    static <R extends Record> Dataset<R> merged(Dataset<R> fresh, Dataset<R> existing, Table<R> table) {
        return existing.as("n")
                .join(fresh.select(keys(table)).as("e"), sameKey(table), "left_anti")
                .select(components(table))
                .as(table.encoder())
                .union(fresh);
    }

    private static Column[] components(Table<?> table) {
        return Arrays.stream(table.row().getRecordComponents())
                .map(c -> col(c.getName()))
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
