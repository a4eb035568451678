package fr.vigie.jobs.ingest;

import fr.vigie.jobs.ingest.CallCensus.Counts;
import fr.vigie.jobs.ingest.CallCensus.Longs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Reads a part of the files and packs its calls by business day; what it found besides travels under keys of its own.
 *
 * <p>Keys: a day's number for a {@link CallBlock} of calls that arrived on it; {@link #context} of a day for calls that
 * arrived before it within the redial window; {@link #bucket} for the names of calls, as hashes with their {@link DaySlot}; {@link #CENSUS} for a serialised {@link CallCensus}.
 */
final class CallPacker implements Iterator<Tuple2<Integer, byte[]>> {
    /** The key of what was found. */
    static final int CENSUS = -1;

    /** So many parts of all hashes. */
    static final int BUCKETS = 16;

    private static final int CONTEXT = 1 << 20;
    private static final int FLUSH_CALLS = 200_000;

    private final CallReader reader;
    private final BusinessDays days;
    private final ArrayDeque<Tuple2<Integer, byte[]>> ready = new ArrayDeque<>();
    private final Map<Integer, CallBlock> blocks = new HashMap<>();
    private final Longs[] hashes = new Longs[BUCKETS];
    private final Map<Integer, long[]> counts = new HashMap<>();
    private final TreeSet<Integer> seen = new TreeSet<>();
    private final TreeSet<Integer> late = new TreeSet<>();
    private byte @Nullable [] firstId;
    private byte @Nullable [] lastId;
    private int packed;
    private int lastKey = Integer.MIN_VALUE;
    private @Nullable CallBlock last;
    private boolean finished;

    CallPacker(Reading reading, CallReader.Task task, Duration redialWindow) {
        this.reader = new CallReader(reading, task);
        this.days = new BusinessDays(reading.serviceZone(), redialWindow);
    }

    /** The key of calls that a day must know of though they arrived before it. */
    static int context(int day) {
        return CONTEXT + day;
    }

    static boolean isContext(int key) {
        return key >= CONTEXT / 2;
    }

    /** The day of a key of calls. */
    static int day(int key) {
        return isContext(key) ? key - CONTEXT : key;
    }

    /** The key of a part of the hashes. */
    static int bucket(int number) {
        return -2 - number;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !finished) {
            read();
        }
        return !ready.isEmpty();
    }

    @Override
    public Tuple2<Integer, byte[]> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void read() {
        while (packed < FLUSH_CALLS) {
            if (!reader.next()) {
                finished = true;
                break;
            }
            if (reader.isTold()) {
                continue;
            }
            long[] count = counts.computeIfAbsent(reader.file(), f -> new long[] {0, 0, PackedCall.NEVER});
            count[0]++;
            if (reader.problem() != null) {
                count[1]++;
                continue;
            }
            count[2] = Math.max(count[2], reader.call().arrivedAt);
            pack(reader.call());
        }
        blocks.forEach((key, block) -> ready.add(new Tuple2<>(key, block.bytes())));
        blocks.clear();
        last = null;
        packed = 0;
        for (int i = 0; i < BUCKETS; i++) {
            if (hashes[i] != null) {
                ready.add(new Tuple2<>(bucket(i), bytes(hashes[i].toArray())));
                hashes[i] = null;
            }
        }
        if (finished) {
            ready.add(new Tuple2<>(CENSUS, serialised(census())));
        }
    }

    private void pack(PackedCall call) {
        int day = days.of(call.arrivedAt);
        boolean isLate = days.isLate(call);
        block(day).add(call, reader.words());
        packed++;
        noteId(call);
        long hash = idHash(call.callId, call.callIdFrom, call.callIdLength);
        int bucket = (int) (hash >>> 60);
        if (hashes[bucket] == null) {
            hashes[bucket] = new Longs();
        }
        hashes[bucket].add(DaySlot.mark(hash, DaySlot.of(day, isLate)));
        if (isLate) {
            block(context(day + 1)).add(call, reader.words());
            late.add(day + 1);
        }
    }

    private void noteId(PackedCall call) {
        int until = call.callIdFrom + call.callIdLength;
        if (firstId == null
                || Arrays.compareUnsigned(call.callId, call.callIdFrom, until, firstId, 0, firstId.length) < 0) {
            firstId = Arrays.copyOfRange(call.callId, call.callIdFrom, until);
        }
        if (lastId == null
                || Arrays.compareUnsigned(call.callId, call.callIdFrom, until, lastId, 0, lastId.length) > 0) {
            lastId = Arrays.copyOfRange(call.callId, call.callIdFrom, until);
        }
    }

    /** A hash of a call's name within its source. */
    static long idHash(byte[] callId, int from, int length) {
        return PackedCall.hash(callId, from, length, 0xcbf29ce484222325L);
    }

    private CallBlock block(int key) {
        if (key != lastKey || last == null) {
            lastKey = key;
            last = blocks.computeIfAbsent(key, k -> new CallBlock());
            seen.add(key);
        }
        return last;
    }

    private CallCensus census() {
        var files = new TreeMap<Integer, Counts>();
        counts.forEach((file, count) -> files.put(file, new Counts(count[0], count[1], count[2])));
        seen.removeIf(CallPacker::isContext);
        var vanished = new HashMap<String, Integer>();
        reader.vanished().forEach((name, arrivedAt) -> {
            vanished.put(name, DaySlot.of(days.of(arrivedAt), days.isLate(arrivedAt)));
        });
        return new CallCensus(files, seen, late, vanished, reader.ambiguousTimes(), firstId, lastId);
    }

    /** Hashes as they travel. */
    static byte[] bytes(long[] values) {
        var bytes = ByteBuffer.allocate(8 * values.length);
        bytes.asLongBuffer().put(values);
        return bytes.array();
    }

    private static byte[] serialised(CallCensus census) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(census);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
