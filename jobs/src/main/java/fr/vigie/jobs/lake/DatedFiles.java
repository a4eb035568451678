package fr.vigie.jobs.lake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;

/** The data files of a table with business dates, for those who write files of their own. */
public final class DatedFiles {
    /** The snapshot property that names the business dates whose rows a commit changed. */
    static final String DAYS = "vigie.days";

    private static final String LOCAL_DATE = "local_date";

    private final Lake lake;
    private final fr.vigie.jobs.lake.Table<?> table;

    public DatedFiles(Lake lake, fr.vigie.jobs.lake.Table<?> table) {
        this.lake = lake;
        this.table = table;
    }

    /** The table, made first where there is none. */
    public Table table() {
        lake.createIfAbsent(table);
        return lake.iceberg(table);
    }

    /** Its files; none when nothing has been written to it yet. */
    public List<DatedFile> list() {
        if (!lake.exists(table)) {
            return List.of();
        }
        var iceberg = lake.iceberg(table);
        int column = iceberg.schema().findField(LOCAL_DATE).fieldId();
        var files = new ArrayList<DatedFile>();
        try (var scan = iceberg.newScan().includeColumnStats().planFiles()) {
            scan.forEach(task -> files.add(new DatedFile(
                    task.file().copy(),
                    date(requireNonNull(task.file().lowerBounds().get(column))),
                    date(requireNonNull(task.file().upperBounds().get(column))))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /**
     * The business dates whose rows have changed since the table had a version.
     *
     * @return empty when that version is not among those that the table still knows of: then all may have changed
     */
    public Optional<SortedSet<LocalDate>> changedSince(String version) {
        var days = new TreeSet<LocalDate>();
        if (!lake.exists(table)) {
            return Optional.empty();
        }
        var iceberg = lake.iceberg(table);
        for (var snapshot = iceberg.currentSnapshot();
                snapshot != null;
                snapshot = snapshot.parentId() == null ? null : iceberg.snapshot(snapshot.parentId())) {
            if (version.equals(snapshot.summary().get(Lake.VERSION))) {
                return Optional.of(days);
            }
            var named = snapshot.summary().get(DAYS);
            boolean sameRows = snapshot.operation().equals(DataOperations.REPLACE);
            if (named == null && !sameRows) {
                return Optional.empty();
            }
            if (named != null) {
                Arrays.stream(named.split(" ")).map(LocalDate::parse).forEach(days::add);
            }
        }
        return Optional.empty();
    }

    private static int date(java.nio.ByteBuffer bound) {
        return Objects.requireNonNull(Conversions.<Integer>fromByteBuffer(Types.DateType.get(), bound));
    }

    /**
     * Puts files in place of others, in one commit.
     *
     * @param days the business dates whose rows are others than before
     */
    public void exchange(List<DataFile> removed, List<DataFile> added, String runId, Collection<LocalDate> days) {
        exchange(removed, added, runId, lake.follow(table, runId), days);
    }

    /** The same, where the run's input alone decides what the table then contains. */
    public void exchangeAll(List<DataFile> removed, List<DataFile> added, String runId, Collection<LocalDate> days) {
        exchange(removed, added, runId, runId, days);
    }

    private void exchange(
            List<DataFile> removed, List<DataFile> added, String runId, String version, Collection<LocalDate> days) {
        var overwrite = lake.iceberg(table).newOverwrite();
        removed.forEach(overwrite::deleteFile);
        added.forEach(overwrite::addFile);
        overwrite
                .set(Lake.RUN, runId)
                .set(Lake.VERSION, version)
                .set(DAYS, days.stream().map(LocalDate::toString).collect(Collectors.joining(" ")))
                .commit();
    }

    /** Deletes files that were written and are not to be part of the table. */
    public void discard(List<DataFile> files) {
        var io = lake.iceberg(table).io();
        files.forEach(file -> io.deleteFile(file.location()));
    }
}
