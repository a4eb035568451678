package fr.vigie.jobs.ingest;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.col;

import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.Tables;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Calls of which versions stand in different slots: on different days, such as one that is sent again after its clock was
 * put right, or late on a day in one version and not in another, so that the day after is no longer to know of it. Days are
 * worked out one by one, so that these have to be found beforehand. They are rare, and looked for by hashes of their
 * names; only the few whose hashes meet are looked at.
 */
final class CallMoves {
    /** What is read of a stored call to find its slot, and to decide between its versions. */
    private static final Column[] NAME = {
        col("call_id"), col("local_date"), col("arrived_at"), col("key_id").isNotNull()
    };

    private static final Column[] VERSION = {NAME[0], NAME[1], NAME[2], NAME[3], col("updated_at")};

    private CallMoves() {}

    /**
     * A version of a call.
     *
     * @param slot the {@link DaySlot} of its arrival
     * @param updatedAt the phone system's time of the version, {@link PackedCall#NEVER} where it has none
     * @param sequence order among the records of this ingest
     * @param existing whether it stands in the lake
     */
    private record Version(String callId, int slot, long updatedAt, long sequence, boolean existing)
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

    /**
     * The calls that move.
     *
     * @param staysIn the slot of the version that stays
     * @param days on which the lake's content may change by it
     */
    record Moves(Map<String, Integer> staysIn, Set<Integer> days) {
        /** The slot of a call that stays nowhere. */
        private static final int NOWHERE = -1;

        static Moves none() {
            return new Moves(Map.of(), Set.of());
        }

        /** These, and calls that leave the slots in which they are for good. */
        Moves without(Map<String, Integer> vanished) {
            var slots = new HashMap<>(staysIn);
            var changed = new HashSet<>(days);
            vanished.forEach((call, slot) -> {
                slots.put(call, NOWHERE);
                addDays(slot, changed);
            });
            return new Moves(Map.copyOf(slots), Set.copyOf(changed));
        }

        /** The days on which a call in a slot is known. */
        private static void addDays(int slot, Set<Integer> days) {
            days.add(DaySlot.day(slot));
            if (DaySlot.isLate(slot)) {
                days.add(DaySlot.day(slot) + 1);
            }
        }
    }

    /** The names of those hashes of a bucket that stand in different slots. */
    static long[] inDifferentSlots(long[] hashes) {
        Arrays.sort(hashes);
        var found = new CallCensus.Longs();
        for (int i = 1; i < hashes.length; i++) {
            if (hashes[i] != hashes[i - 1] && DaySlot.nameOf(hashes[i]) == DaySlot.nameOf(hashes[i - 1])) {
                found.add(DaySlot.nameOf(hashes[i]));
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
     * Finds the calls of the lake that are read again with another slot: names meet in their buckets, and no node has all of
     * them.
     *
     * @return in the partitions of the buckets, hashes without the slot
     */
    static JavaRDD<long[]> againstLake(
            Stored stored, CallCensus census, JavaPairRDD<Integer, byte[]> read, CallKeys keys) {
        var zone = stored.reading.serviceZone();
        var window = stored.redialWindow;
        var names = stored.rows(census, NAME)
                .mapPartitionsToPair(rows -> names(rows, new BusinessDays(zone, window)))
                .partitionBy(keys);
        return read.zipPartitions(names, (fresh, known) -> List.of(inOtherSlots(hashes(fresh), hashes(known)))
                .iterator());
    }

    private static Iterator<Tuple2<Integer, byte[]>> names(Iterator<InternalRow> rows, BusinessDays days) {
        var buckets = new CallCensus.Longs[CallPacker.BUCKETS];
        Arrays.setAll(buckets, i -> new CallCensus.Longs());
        while (rows.hasNext()) {
            var row = rows.next();
            long hash = DaySlot.mark(hash(row), slot(row, days));
            buckets[(int) (hash >>> 60)].add(hash);
        }
        return IntStream.range(0, buckets.length)
                .mapToObj(i -> new Tuple2<>(CallPacker.bucket(i), CallPacker.bytes(buckets[i].toArray())))
                .iterator();
    }

    /** The names of those of many hashes that stand, with another slot, among others. */
    static long[] inOtherSlots(long[] fresh, long[] known) {
        Arrays.sort(fresh);
        // Few of the many that are known are among these: a bit tells most of them apart, and stays in the nearest
        // cache.
        var bits = new long[Math.max(1, Integer.highestOneBit(fresh.length) / 4)];
        for (long hash : fresh) {
            bits[word(hash, bits)] |= bit(hash);
        }
        var found = new CallCensus.Longs();
        for (long hash : known) {
            if ((bits[word(hash, bits)] & bit(hash)) == 0) {
                continue;
            }
            long name = DaySlot.nameOf(hash);
            int at = Arrays.binarySearch(fresh, name);
            for (int i = at < 0 ? -1 - at : at; i < fresh.length && DaySlot.nameOf(fresh[i]) == name; i++) {
                if (fresh[i] != hash) {
                    found.add(name);
                }
            }
        }
        return found.toArray();
    }

    /** The calls of the lake, of the source that is read. */
    record Stored(Lake lake, Reading reading, Duration redialWindow) {
        /** Columns of those calls that may be among the ones of a census. */
        JavaRDD<InternalRow> rows(CallCensus census, Column... columns) {
            return lake.readColumns(Tables.CALL)
                    .filter(col("source")
                            .equalTo(reading.source())
                            .and(col("call_id").between(text(census.firstId()), text(census.lastId()))))
                    .select(columns)
                    .queryExecution()
                    .toRdd()
                    .toJavaRDD();
        }

        private static String text(byte @Nullable [] id) {
            return new String(requireNonNull(id), StandardCharsets.UTF_8);
        }
    }

    /** The word and the bit for a hash are chosen by parts of it that are neither its slot nor the same in its bucket. */
    private static int word(long hash, long[] words) {
        return (int) (hash >>> 17) & words.length - 1;
    }

    private static long bit(long hash) {
        return 1L << (hash >>> 48);
    }

    private static long hash(InternalRow row) {
        var id = row.getUTF8String(0).getBytes();
        return CallPacker.idHash(id, 0, id.length);
    }

    private static int slot(InternalRow row, BusinessDays days) {
        return DaySlot.of(row.getInt(1), row.getBoolean(3) && days.isLate(row.getLong(2)));
    }

    /** Decides for each of the hashes that met which version of its call stays, if they are versions of one call. */
    static Moves decide(Stored stored, CallCensus census, JavaPairRDD<Integer, byte[]> read, Set<Long> met) {
        if (met.isEmpty()) {
            return Moves.none();
        }
        var wanted = new HashSet<>(met);
        var zone = stored.reading.serviceZone();
        var window = stored.redialWindow;
        var versions =
                new ArrayList<>(read.mapPartitions(blocks -> versions(blocks, wanted, new BusinessDays(zone, window)))
                        .collect());
        versions.addAll(stored.rows(census, VERSION)
                .mapPartitions(rows -> versionsOfRows(rows, wanted, new BusinessDays(zone, window)))
                .collect());
        var byCall = new TreeMap<String, List<Version>>();
        versions.forEach(
                v -> byCall.computeIfAbsent(v.callId, c -> new ArrayList<>()).add(v));
        var staysIn = new HashMap<String, Integer>();
        var days = new HashSet<Integer>();
        byCall.forEach((call, all) -> {
            if (all.stream().mapToInt(Version::slot).distinct().count() > 1) {
                var last = all.stream().reduce((a, b) -> b.replaces(a) ? b : a).orElseThrow();
                staysIn.put(call, last.slot);
                all.stream().filter(Version::existing).forEach(v -> Moves.addDays(v.slot, days));
            }
        });
        return new Moves(Map.copyOf(staysIn), Set.copyOf(days));
    }

    private static Iterator<Version> versions(
            Iterator<Tuple2<Integer, byte[]>> blocks, Set<Long> wanted, BusinessDays days) {
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
                long hash = CallPacker.idHash(call.callId, call.callIdFrom, call.callIdLength);
                if (wanted.contains(DaySlot.nameOf(hash))) {
                    int slot = DaySlot.of(keyed._1(), days.isLate(call));
                    found.add(new Version(call.callId(), slot, call.updatedAt, call.sequence, false));
                }
            }
        }
        return found.iterator();
    }

    private static Iterator<Version> versionsOfRows(Iterator<InternalRow> rows, Set<Long> wanted, BusinessDays days) {
        var found = new ArrayList<Version>();
        while (rows.hasNext()) {
            var row = rows.next();
            if (wanted.contains(DaySlot.nameOf(hash(row)))) {
                found.add(new Version(
                        row.getUTF8String(0).toString(),
                        slot(row, days),
                        row.isNullAt(4) ? PackedCall.NEVER : row.getLong(4),
                        0,
                        true));
            }
        }
        return found.iterator();
    }
}
