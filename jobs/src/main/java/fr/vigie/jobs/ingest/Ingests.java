package fr.vigie.jobs.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import fr.vigie.jobs.lake.FreeText;
import fr.vigie.jobs.lake.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.TreeMap;
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

    private static final String REFUSED = "refused";
    private static final String SEQUENCE = "sequence";
    private static final String AGAIN = "again";
    private static final String FILE = "file";
    private static final String AMBIGUOUS_TIMES = "ambiguousTimes";
    private static final String STARTS_AT = "startsAt";

    private Ingests() {}

    /**
     * The records that were parsed, each with its {@value #FATE}: {@value #REFUSED} where it has no row; {@value #KEPT}
     * where its row is the last of its key and the key is not there yet or says something else; else a word for why it is
     * a duplicate.
     *
     * @param purgedBefore free text of rows before that instant was removed, by the limits of retention, and stays so; null
     *     where none was
     */
    static <R extends Record> Dataset<Row> fates(
            Dataset<Parsed> parsed, Dataset<R> existing, Table<R> table, @Nullable Instant purgedBefore) {
        // Those without a row have no key: each stands alone.
        var latest = Window.partitionBy(hashFirst(with(keys(table), when(col(REFUSED), col(SEQUENCE)))))
                .orderBy(desc(SEQUENCE));
        var rows = parsed.withColumn(REFUSED, col("reject").isNotNull())
                .select(col("row.*"), col(SEQUENCE), col(REFUSED), col(AMBIGUOUS_TIMES), again().as(AGAIN))
                .filter(col(AGAIN).equalTo(0))
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
                        when(col(REFUSED), REFUSED)
                                .when(col("rank").gt(1), "superseded")
                                .when(col("e.content").isNotNull(), "known")
                                .otherwise(KEPT))
                .withColumn(FILE, shiftright(col(SEQUENCE), Refused.LINE_BITS).cast("int"))
                .select(with(with(with(components(table, "n."), col(FATE)), col(FILE)), col(AMBIGUOUS_TIMES)));
    }

    /**
     * 1 for what is no record of this ingest: it was refused before, in a file that is read once more with new ones, or
     * vanished; else 0.
     */
    static Column again() {
        return when(col("reject.again").or(col("vanished")), 1).otherwise(0);
    }

    /** The rows that vanished. */
    static <R extends Record> Dataset<R> vanished(Dataset<Parsed> parsed, Table<R> table) {
        return parsed.filter(col("vanished")).select("row.*").as(table.encoder());
    }

    /** What the fates come to. */
    static Ingest.Counts counts(Dataset<Row> fates) {
        boolean dated = Arrays.asList(fates.columns()).contains(STARTS_AT);
        var files = new TreeMap<Integer, FileCounts>();
        var until = new TreeMap<Integer, Instant>();
        long ambiguousTimes = 0;
        for (var row : fates.groupBy(FILE, FATE)
                .agg(
                        count(lit(1)).as("records"),
                        sum(AMBIGUOUS_TIMES).as(AMBIGUOUS_TIMES),
                        max(dated ? col(STARTS_AT) : lit(null).cast("timestamp"))
                                .as("until"))
                .collectAsList()) {
            int file = row.getInt(0);
            files.merge(file, one(row.getString(1), row.getLong(2)), FileCounts::plus);
            ambiguousTimes += row.getLong(3);
            if (!row.isNullAt(4)) {
                until.merge(file, row.getInstant(4), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return new Ingest.Counts(files, until, ambiguousTimes);
    }

    private static FileCounts one(String fate, long records) {
        return switch (fate) {
            case KEPT -> new FileCounts(records, records, 0, 0);
            case REFUSED -> new FileCounts(records, 0, 0, records);
            default -> new FileCounts(records, 0, records, 0);
        };
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
}
