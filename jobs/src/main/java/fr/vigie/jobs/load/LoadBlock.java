package fr.vigie.jobs.load;

import fr.vigie.call.Outcome;
import fr.vigie.load.LoadCall;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the load needs to know of calls of one day, packed: practices stand once in front. */
final class LoadBlock {
    private static final int ROW_BYTES = 4 + 4 * 8 + 4 + 1 + 4;
    private static final Outcome[] OUTCOMES = Outcome.values();

    /** By the caller's number of a practice: 1 + its number here, 0 where it has none. */
    private int[] numbers = new int[64];

    private final List<byte[]> names = new ArrayList<>();
    private byte[] rows = new byte[64 * ROW_BYTES];
    private int length;

    /**
     * Adds a call.
     *
     * @param practice the caller's number of its practice, from 0
     */
    void add(int practice, LoadCall call) {
        if (length + ROW_BYTES > rows.length) {
            rows = Arrays.copyOf(rows, 2 * rows.length);
        }
        if (practice >= numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * practice);
        }
        if (numbers[practice] == 0) {
            names.add(call.practiceId().getBytes(StandardCharsets.UTF_8));
            numbers[practice] = names.size();
        }
        ByteBuffer.wrap(rows, length, ROW_BYTES)
                .putInt(numbers[practice] - 1)
                .putLong(call.arrivedAt())
                .putLong(call.queuedAt())
                .putLong(call.answeredAt())
                .putLong(call.endedAt())
                .putInt(call.wrapSeconds())
                .put((byte) call.outcome().ordinal())
                .putInt(call.attempt());
        length += ROW_BYTES;
    }

    byte[] bytes() {
        int size = 4 + length;
        for (var name : names) {
            size += 4 + name.length;
        }
        var bytes = ByteBuffer.allocate(size).putInt(names.size());
        names.forEach(name -> bytes.putInt(name.length).put(name));
        return bytes.put(rows, 0, length).array();
    }

    /** Adds the calls of a block to those of each practice. */
    static void read(byte[] block, Map<String, List<LoadCall>> calls) {
        var bytes = ByteBuffer.wrap(block);
        int count = bytes.getInt();
        var practices = new ArrayList<String>(count);
        var ofPractices = new ArrayList<List<LoadCall>>(count);
        for (int i = 0; i < count; i++) {
            var name = new byte[bytes.getInt()];
            bytes.get(name);
            practices.add(new String(name, StandardCharsets.UTF_8));
            ofPractices.add(calls.computeIfAbsent(practices.get(i), p -> new ArrayList<>()));
        }
        while (bytes.hasRemaining()) {
            int practice = bytes.getInt();
            ofPractices
                    .get(practice)
                    .add(new LoadCall(
                            practices.get(practice),
                            bytes.getLong(),
                            bytes.getLong(),
                            bytes.getLong(),
                            bytes.getLong(),
                            bytes.getInt(),
                            OUTCOMES[bytes.get()],
                            bytes.getInt()));
        }
    }
}
