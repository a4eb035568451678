package fr.vigie.jobs.lake;

import java.io.Serializable;
import java.time.LocalDate;
import org.apache.spark.Partitioner;

/**
 * Where the rows of a business date, its days since 1970, are dealt with: those of a quarter of a month together, so that
 * a data file holds days that follow each other.
 */
public final class DayPartitioner extends Partitioner implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LEAST = 8;
    private static final int MOST = 512;

    private final int partitions;

    private DayPartitioner(int partitions) {
        this.partitions = partitions;
    }

    /** A partition for so much of the whole, within reason. */
    public static DayPartitioner forSize(long whole, long ofPartition) {
        return new DayPartitioner((int) Math.max(LEAST, Math.min(MOST, whole / ofPartition)));
    }

    @Override
    public int numPartitions() {
        return partitions;
    }

    @Override
    public int getPartition(Object day) {
        var date = LocalDate.ofEpochDay((Integer) day);
        int quarter = 4 * (12 * date.getYear() + date.getMonthValue()) + (date.getDayOfMonth() - 1) / 8;
        return quarter % partitions;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DayPartitioner same && same.partitions == partitions;
    }

    @Override
    public int hashCode() {
        return partitions;
    }
}
