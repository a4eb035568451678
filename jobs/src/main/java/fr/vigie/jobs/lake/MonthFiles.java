package fr.vigie.jobs.lake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.parquet.Parquet;
import org.apache.spark.TaskContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows, day after day, into data files of a table that is partitioned by month: one file for each month. The files
 * become part of the table by {@link DatedFiles#exchange}. To be used within a task of Spark.
 */
public final class MonthFiles<T> {
    private final Table table;
    private final Cells.Layout<T> layout;
    private final OutputFileFactory factory;
    private final List<DataFile> files = new ArrayList<>();
    private @Nullable DataWriter<T> writer;
    private @Nullable Cells cells;
    private Digest digest = Digest.none();
    private int month = Integer.MIN_VALUE;
    private int day = Integer.MIN_VALUE;

    /**
     * Begins to write.
     *
     * @param run the run's id, part of the files' names
     * @param layout how a row is taken apart
     */
    public MonthFiles(Table table, String run, Cells.Layout<T> layout) {
        this.table = table;
        this.layout = layout;
        var task = TaskContext.get();
        factory = OutputFileFactory.builderFor(table, task.partitionId(), task.taskAttemptId())
                // A run that was killed leaves files that no table knows; one that completes it must not meet them.
                .operationId(run + "-" + UUID.randomUUID())
                .format(FileFormat.PARQUET)
                .build();
    }

    /** Adds a row of a day, not before the last one's month. */
    public void add(int epochDay, T row) {
        if (epochDay != day) {
            day = epochDay;
            var date = LocalDate.ofEpochDay(epochDay);
            int since1970 = 12 * (date.getYear() - 1970) + date.getMonthValue() - 1;
            if (since1970 != month) {
                finish();
                month = since1970;
            }
        }
        if (writer == null) {
            writer = open();
        }
        writer.write(row);
    }

    /** Closes the last file and names all of them. */
    public List<DataFile> close() {
        finish();
        return files;
    }

    /** What the closed files contain. */
    public Digest digest() {
        return digest;
    }

    private DataWriter<T> open() {
        var partition = new PartitionData(table.spec().partitionType());
        partition.set(0, month);
        try {
            return Parquet.writeData(factory.newOutputFile(table.spec(), partition))
                    .forTable(table)
                    .withSpec(table.spec())
                    .withPartition(partition)
                    .createWriterFunc(type -> {
                        cells = new Cells(type);
                        return Cells.writer(cells, layout);
                    })
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void finish() {
        if (writer != null) {
            try {
                writer.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            files.add(writer.toDataFile());
            digest = digest.plus(requireNonNull(cells).digest());
            writer = null;
        }
    }
}
