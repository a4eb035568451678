package fr.vigie.jobs.ingest;

import fr.vigie.jobs.lake.MonthFiles;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/** Writes the days of a partition of {@link CallKeys}: a data file for each month. */
record CallDayWriter(
        Broadcast<Table> table, String runId, long windowMicros, String source, Broadcast<Map<String, Integer>> staysIn)
        implements Serializable {

    /**
     * What was written.
     *
     * @param files the data files, not yet part of the table
     * @param kept new or different calls, by the number of their file within the ingest
     * @param duplicates calls that changed nothing, likewise
     * @param changed days whose content is another than before
     */
    record Written(
            List<DataFile> files, Map<Integer, Long> kept, Map<Integer, Long> duplicates, TreeSet<Integer> changed)
            implements Serializable {}

    Iterator<Written> write(Iterator<Tuple2<Integer, byte[]>> blocks) {
        var own = new TreeMap<Integer, List<byte[]>>();
        var context = new HashMap<Integer, List<byte[]>>();
        blocks.forEachRemaining(keyed -> (CallPacker.isContext(keyed._1()) ? context : own)
                .computeIfAbsent(CallPacker.day(keyed._1()), d -> new ArrayList<>())
                .add(keyed._2()));
        if (own.isEmpty()) {
            return java.util.Collections.emptyIterator();
        }
        return List.of(new Days(own, context).write()).iterator();
    }

    /** The work of one partition. */
    private final class Days {
        private final TreeMap<Integer, List<byte[]>> own;
        private final Map<Integer, List<byte[]>> context;
        private final Interner words = new Interner();
        private final StoredCall stored = new StoredCall();
        private final MonthFiles<StoredCall> files = new MonthFiles<>(table.value(), runId, StoredCall.layout(words));
        private final TreeMap<Integer, Long> kept = new TreeMap<>();
        private final TreeSet<Integer> changed = new TreeSet<>();
        private final TreeMap<Integer, Long> duplicates = new TreeMap<>();

        Days(TreeMap<Integer, List<byte[]>> own, Map<Integer, List<byte[]>> context) {
            this.own = own;
            this.context = context;
        }

        Written write() {
            while (!own.isEmpty()) {
                // Blocks are let go of as soon as their day is written.
                var day = own.pollFirstEntry();
                write(day.getKey(), day.getValue());
            }
            return new Written(files.close(), kept, duplicates, changed);
        }

        private void write(int number, List<byte[]> blocks) {
            var day = new CallDay(number, windowMicros, source, staysIn.value());
            var late = context.get(number);
            stored.day = number;
            day.work(blocks, late == null ? List.of() : late, words, (call, attempt, isNew) -> {
                stored.call = call;
                stored.attempt = attempt;
                files.add(number, stored);
                if (isNew) {
                    kept.merge(Refused.file(call.sequence), 1L, Long::sum);
                }
                if (isNew || attempt != call.attempt) {
                    changed.add(number);
                }
            });
            day.duplicates().forEach((file, calls) -> duplicates.merge(file, calls, Long::sum));
            if (day.removedSome()) {
                changed.add(number);
            }
        }
    }
}
