package fr.vigie.jobs.ingest;

import static org.apache.spark.sql.functions.col;

import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.Tables;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/**
 * Calls of which versions arrived on different days, such as one that is sent again after its clock was put right: days
 * are worked out one by one, so that these have to be found beforehand. They are rare, and looked for by hashes of their
 * names; only the few whose hashes meet are looked at.
 */
final class CallMoves {
    private static final long WITHOUT_DAY = ~0xFFFFL;

    private CallMoves() {}

    /**
     * A version of a call.
     *
     * @param day on which it arrived
     * @param updatedAt the phone system's time of the version, {@link PackedCall#NEVER} where it has none
     * @param sequence order among the records of this ingest
     * @param existing whether it stands in the lake
     */
    private record Version(String callId, int day, long updatedAt, long sequence, boolean existing)
            implements Serializable {
        boolean replaces(Version other) {
            var mine = packed();
            return mine.replaces(other.packed());
        }

        private PackedCall packed() {
            var call = new PackedCall();
            call.updatedAt = updatedAt;
            call.sequence = sequence;
            call.existing = existing;
            return call;
        }
    }

    /** The calls that move. */
    record Moves(Map<String, Integer> staysOn, Set<Integer> days) {
        static Moves none() {
            return new Moves(Map.of(), Set.of());
        }
    }

    /** Of the hashes of a bucket, those that stand on different days. */
    static long[] onDifferentDays(long[] hashes) {
        Arrays.sort(hashes);
        var found = new CallCensus.Longs();
        for (int i = 1; i < hashes.length; i++) {
            if (hashes[i] != hashes[i - 1] && (hashes[i] & WITHOUT_DAY) == (hashes[i - 1] & WITHOUT_DAY)) {
                found.add(hashes[i] & WITHOUT_DAY);
            }
        }
        return found.toArray();
    }

    /** The hashes in the blocks of a bucket. */
    static long[] hashes(Iterator<Tuple2<Integer, byte[]>> blocks) {
        var all = new CallCensus.Longs();
        while (blocks.hasNext()) {
            var block = blocks.next();
            if (block._1() != CallPacker.CENSUS) {
                var values = ByteBuffer.wrap(block._2()).asLongBuffer();
                while (values.hasRemaining()) {
                    all.add(values.get());
                }
            }
        }
        return all.toArray();
    }

    /**
     * Finds the calls of the lake that are read again with another day: names meet in their buckets, and no node has all of
     * them.
     *
     * @return in the partitions of the buckets, hashes without the day
     */
    static JavaRDD<long[]> againstLake(
            Lake lake, Reading reading, CallCensus census, JavaPairRDD<Integer, byte[]> read, CallKeys keys) {
        var names = stored(lake, reading, census)
                .mapPartitionsToPair(CallMoves::names)
                .partitionBy(keys);
        return read.zipPartitions(names, (fresh, known) -> List.of(onOtherDays(hashes(fresh), hashes(known)))
                .iterator());
    }

    private static Iterator<Tuple2<Integer, byte[]>> names(Iterator<InternalRow> rows) {
        var buckets = new CallCensus.Longs[CallPacker.BUCKETS];
        Arrays.setAll(buckets, i -> new CallCensus.Longs());
        while (rows.hasNext()) {
            long hash = hash(rows.next());
            buckets[(int) (hash >>> 60)].add(hash);
        }
        return IntStream.range(0, buckets.length)
                .mapToObj(i -> new Tuple2<>(CallPacker.bucket(i), CallPacker.bytes(buckets[i].toArray())))
                .iterator();
    }

    /** Those of many hashes that stand, with another day, among others. */
    static long[] onOtherDays(long[] fresh, long[] known) {
        Arrays.sort(fresh);
        var found = new CallCensus.Longs();
        for (long hash : known) {
            int at = Arrays.binarySearch(fresh, hash & WITHOUT_DAY);
            for (int i = at < 0 ? -1 - at : at;
                    i < fresh.length && (fresh[i] & WITHOUT_DAY) == (hash & WITHOUT_DAY);
                    i++) {
                if (fresh[i] != hash) {
                    found.add(hash & WITHOUT_DAY);
                }
            }
        }
        return found.toArray();
    }

    private static JavaRDD<InternalRow> stored(Lake lake, Reading reading, CallCensus census) {
        return lake.readColumns(Tables.CALL)
                .filter(col("source")
                        .equalTo(reading.source())
                        .and(col("call_id").between(census.firstId(), census.lastId())))
                .select("call_id", "local_date", "updated_at")
                .queryExecution()
                .toRdd()
                .toJavaRDD();
    }

    private static long hash(InternalRow row) {
        var id = row.getUTF8String(0).getBytes();
        return CallPacker.withDay(CallPacker.idHash(id, 0, id.length), row.getInt(1));
    }

    /** Decides for each of the hashes that met which version of its call stays, if they are versions of one call. */
    static Moves decide(
            Lake lake,
            Reading reading,
            CallCensus census,
            JavaPairRDD<Integer, byte[]> read,
            Set<Long> met,
            boolean lakeHasCalls) {
        if (met.isEmpty()) {
            return Moves.none();
        }
        var wanted = new HashSet<>(met);
        var versions = new ArrayList<>(
                read.mapPartitions(blocks -> versions(blocks, wanted)).collect());
        if (lakeHasCalls) {
            versions.addAll(stored(lake, reading, census)
                    .mapPartitions(rows -> versionsOfRows(rows, wanted))
                    .collect());
        }
        var byCall = new TreeMap<String, List<Version>>();
        versions.forEach(
                v -> byCall.computeIfAbsent(v.callId, c -> new ArrayList<>()).add(v));
        var staysOn = new HashMap<String, Integer>();
        var days = new HashSet<Integer>();
        byCall.forEach((call, all) -> {
            if (all.stream().mapToInt(Version::day).distinct().count() > 1) {
                var last = all.stream().reduce((a, b) -> b.replaces(a) ? b : a).orElseThrow();
                staysOn.put(call, last.day);
                all.stream().filter(Version::existing).forEach(v -> days.add(v.day));
            }
        });
        return new Moves(Map.copyOf(staysOn), Set.copyOf(days));
    }

    private static Iterator<Version> versions(Iterator<Tuple2<Integer, byte[]>> blocks, Set<Long> wanted) {
        var found = new ArrayList<Version>();
        var call = new PackedCall();
        while (blocks.hasNext()) {
            var keyed = blocks.next();
            if (keyed._1() < 0 || CallPacker.isContext(keyed._1())) {
                continue;
            }
            var reader = new CallBlock.Reader(keyed._2(), new Interner());
            for (int i = 0; i < reader.count(); i++) {
                reader.read(call);
                long hash = CallPacker.idHash(call.callId, call.callIdFrom, call.callIdLength) & WITHOUT_DAY;
                if (wanted.contains(hash)) {
                    found.add(new Version(call.callId(), keyed._1(), call.updatedAt, call.sequence, false));
                }
            }
        }
        return found.iterator();
    }

    private static Iterator<Version> versionsOfRows(Iterator<InternalRow> rows, Set<Long> wanted) {
        var found = new ArrayList<Version>();
        while (rows.hasNext()) {
            var row = rows.next();
            if (wanted.contains(hash(row) & WITHOUT_DAY)) {
                found.add(new Version(
                        row.getUTF8String(0).toString(),
                        row.getInt(1),
                        row.isNullAt(2) ? PackedCall.NEVER : row.getLong(2),
                        0,
                        true));
            }
        }
        return found.iterator();
    }
}
