package fr.vigie.jobs.ingest;

import fr.vigie.jobs.lake.DayPartitioner;
import java.io.Serializable;
import org.apache.spark.Partitioner;

/** Where a key of {@link CallPacker} is dealt with: names of calls in the first partitions, then the days. */
final class CallKeys extends Partitioner implements Serializable {
    private static final long serialVersionUID = 1L;

    private final DayPartitioner ofDays;

    CallKeys(DayPartitioner ofDays) {
        this.ofDays = ofDays;
    }

    @Override
    public int numPartitions() {
        return CallPacker.BUCKETS + ofDays.numPartitions();
    }

    @Override
    public int getPartition(Object key) {
        int number = (Integer) key;
        if (number == CallPacker.CENSUS) {
            return 0;
        }
        if (number < 0) {
            return -2 - number;
        }
        return CallPacker.BUCKETS + ofDays.getPartition(CallPacker.day(number));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallKeys keys && keys.ofDays.equals(ofDays);
    }

    @Override
    public int hashCode() {
        return ofDays.hashCode();
    }
}
