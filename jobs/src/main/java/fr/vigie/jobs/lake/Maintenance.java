package fr.vigie.jobs.lake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.actions.RewriteDataFiles;
import org.apache.iceberg.actions.SizeBasedFileRewritePlanner;
import org.apache.iceberg.spark.actions.SparkActions;

/**
 * Keeps the tables' files few: many small ones are packed together, old snapshots forgotten, and files that no snapshot
 * knows removed. No content and no version changes. Whether anything is due is read from the tables' metadata alone.
 */
public final class Maintenance {
    /** So many files, this small on average, are worth packing. */
    private static final int MANY_FILES = 24;

    private static final long SMALL_BYTES = 8L << 20;

    /** Files that one partition has to have before its files are packed. */
    private static final int FILES_PACKED = 8;

    /** The last so many snapshots are kept, and younger ones whatever their number. */
    private static final int SNAPSHOTS_KEPT = 100;

    private static final Duration SNAPSHOT_AGE = Duration.ofDays(7);

    /** Snapshots are forgotten so many at a time. */
    private static final int SNAPSHOTS_FORGOTTEN = 20;

    /** A file that no snapshot knows may be of a write that is still going on, unless it is this old. */
    private static final Duration ORPHAN_AGE = Duration.ofDays(3);

    private static final Duration BETWEEN_SWEEPS = Duration.ofDays(7);
    private static final String SWEPT_AT = "vigie.swept-at";

    private final Lake lake;
    private final List<Table<?>> tables;
    private final Table<?> calendar;

    /** Over all tables. */
    public Maintenance(Lake lake) {
        this(lake, Tables.ALL, Tables.RUN);
    }

    /** Over some tables; one of them remembers when orphans were last looked for. */
    Maintenance(Lake lake, List<Table<?>> tables, Table<?> calendar) {
        this.lake = lake;
        this.tables = List.copyOf(tables);
        this.calendar = calendar;
    }

    /**
     * What was done.
     *
     * @param packed data files that others took the place of
     * @param snapshots snapshots forgotten
     * @param orphans files removed
     */
    public record Done(int packed, int snapshots, int orphans) {
        public boolean isNothing() {
            return packed + snapshots + orphans == 0;
        }

        private Done plus(Done other) {
            return new Done(packed + other.packed, snapshots + other.snapshots, orphans + other.orphans);
        }
    }

    /** Does what is due. */
    public Done run(Instant now) {
        var done = new Done(0, 0, 0);
        var existing = tables.stream().filter(lake::exists).toList();
        for (var table : existing) {
            var iceberg = lake.iceberg(table);
            done = done.plus(new Done(pack(iceberg), forget(iceberg, now), 0));
        }
        if (existing.contains(calendar) && isSweepDue(now)) {
            for (var table : existing) {
                done = done.plus(new Done(0, 0, sweep(table, now)));
            }
        }
        return done;
    }

    private int pack(org.apache.iceberg.Table table) {
        var snapshot = table.currentSnapshot();
        if (snapshot == null || !hasManySmallFiles(snapshot)) {
            return 0;
        }
        var rewrite = SparkActions.get(lake.spark())
                .rewriteDataFiles(table)
                .binPack()
                .option(SizeBasedFileRewritePlanner.MIN_INPUT_FILES, Integer.toString(FILES_PACKED));
        carriedOver(snapshot)
                .forEach(key -> rewrite.snapshotProperty(key, snapshot.summary().get(key)));
        RewriteDataFiles.Result result = rewrite.execute();
        return result.rewrittenDataFilesCount();
    }

    /** Nothing has been written since files were last packed, or there are few, or they are large. */
    private static boolean hasManySmallFiles(Snapshot snapshot) {
        if (snapshot.operation().equals(DataOperations.REPLACE)) {
            return false;
        }
        long files = total(snapshot, SnapshotSummary.TOTAL_DATA_FILES_PROP);
        return files >= MANY_FILES && total(snapshot, SnapshotSummary.TOTAL_FILE_SIZE_PROP) / files < SMALL_BYTES;
    }

    private static long total(Snapshot snapshot, String property) {
        return Long.parseLong(snapshot.summary().getOrDefault(property, "0"));
    }

    /** Other programs may forget the snapshot that was packed: the new one says itself what it holds. */
    private static List<String> carriedOver(Snapshot snapshot) {
        return snapshot.summary().keySet().stream()
                .filter(key -> key.startsWith("vigie."))
                .toList();
    }

    private static int forget(org.apache.iceberg.Table table, Instant now) {
        long before = now.minus(SNAPSHOT_AGE).toEpochMilli();
        var newestFirst = StreamSupport.stream(table.snapshots().spliterator(), false)
                .sorted((a, b) -> Long.compare(b.timestampMillis(), a.timestampMillis()))
                .toList();
        long due = newestFirst.stream()
                .skip(SNAPSHOTS_KEPT)
                .filter(snapshot -> snapshot.timestampMillis() < before)
                .count();
        if (due < SNAPSHOTS_FORGOTTEN) {
            return 0;
        }
        table.expireSnapshots()
                .expireOlderThan(before)
                .retainLast(SNAPSHOTS_KEPT)
                .commit();
        return (int) due;
    }

    /** The first time there is nothing yet that could be old enough: the week begins. */
    private boolean isSweepDue(Instant now) {
        var table = lake.iceberg(calendar);
        var last = Optional.ofNullable(table.properties().get(SWEPT_AT)).map(Instant::parse);
        if (last.isPresent() && now.isBefore(last.get().plus(BETWEEN_SWEEPS))) {
            return false;
        }
        table.updateProperties().set(SWEPT_AT, now.toString()).commit();
        return last.isPresent();
    }

    private int sweep(Table<?> table, Instant now) {
        var result = SparkActions.get(lake.spark())
                .deleteOrphanFiles(lake.iceberg(table))
                .olderThan(now.minus(ORPHAN_AGE).toEpochMilli())
                .execute();
        int files = 0;
        for (var ignored : result.orphanFileLocations()) {
            files++;
        }
        return files;
    }
}
