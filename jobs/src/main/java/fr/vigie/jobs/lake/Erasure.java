package fr.vigie.jobs.lake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.StreamSupport;
import org.apache.iceberg.spark.CommitMetadata;
import org.apache.iceberg.spark.actions.SparkActions;

/**
 * Takes rows, or what they tell of a person, out of a table for good: files that hold such rows are written anew, and the
 * snapshots before go with their files. The content counts as the same, so that nothing made from it becomes stale.
 */
public final class Erasure {
    private final Lake lake;

    public Erasure(Lake lake) {
        this.lake = lake;
    }

    /** How many rows fulfil a condition in SQL. */
    public long count(Table<?> table, String condition) {
        return lake.exists(table) ? lake.readColumns(table).filter(condition).count() : 0;
    }

    /**
     * Removes rows.
     *
     * @param condition in SQL
     * @return how many
     */
    public long delete(Table<?> table, String condition) {
        return change(table, condition, "DELETE FROM %s WHERE %s".formatted(quoted(table), condition));
    }

    /**
     * Empties columns of rows.
     *
     * @param condition in SQL, no longer fulfilled afterwards
     * @return how many rows
     */
    public long empty(Table<?> table, String condition, String... columns) {
        var assignments = String.join(" = NULL, ", columns) + " = NULL";
        return change(table, condition, "UPDATE %s SET %s WHERE %s".formatted(quoted(table), assignments, condition));
    }

    /** A table may have the name of a word of SQL. */
    private static String quoted(Table<?> table) {
        return "`" + table.qualifiedName().replace(".", "`.`") + "`";
    }

    private long change(Table<?> table, String condition, String statement) {
        long rows = count(table, condition);
        if (rows > 0) {
            CommitMetadata.withCommitProperties(
                    lake.carriedOver(table), () -> lake.spark().sql(statement), RuntimeException.class);
        }
        return rows;
    }

    /**
     * Forgets every snapshot but the last, and removes all files that it does not need, those of writes that were killed
     * among them. Nobody may be writing to the table.
     */
    public void forgetThePast(Table<?> table, Instant now) {
        if (!lake.exists(table)) {
            return;
        }
        var iceberg = lake.iceberg(table);
        if (StreamSupport.stream(iceberg.snapshots().spliterator(), false).count() > 1) {
            iceberg.expireSnapshots()
                    .expireOlderThan(Long.MAX_VALUE)
                    .retainLast(1)
                    .commit();
        }
        SparkActions.get(lake.spark())
                .deleteOrphanFiles(iceberg)
                .olderThan(now.toEpochMilli())
                .execute();
    }

    /** Notes that rows of earlier business dates were removed, so that no later file brings them back. */
    public void purgedBefore(Table<?> table, LocalDate date) {
        lake.iceberg(table)
                .updateProperties()
                .set(Lake.PURGED_BEFORE, date.toString())
                .commit();
    }
}
