package fr.vigie.jobs.load;

import fr.vigie.call.Outcome;
import fr.vigie.load.LoadCall;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the load needs to know of calls of one day, packed: practices stand once in front. */
final class LoadBlock {
    private static final int ROW_BYTES = 4 + 4 * 8 + 4 + 1 + 4;
    private static final Outcome[] OUTCOMES = Outcome.values();

    private final Map<String, Integer> practices = new HashMap<>();
    private final List<byte[]> names = new ArrayList<>();
    private byte[] rows = new byte[64 * ROW_BYTES];
    private int length;

    void add(LoadCall call) {
        if (length + ROW_BYTES > rows.length) {
            rows = Arrays.copyOf(rows, 2 * rows.length);
        }
        int practice = practices.computeIfAbsent(call.practiceId(), id -> {
            names.add(id.getBytes(StandardCharsets.UTF_8));
            return names.size() - 1;
        });
        ByteBuffer.wrap(rows, length, ROW_BYTES)
                .putInt(practice)
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

    /** Adds the calls of a block to others. */
    static void read(byte[] block, List<LoadCall> calls) {
        var bytes = ByteBuffer.wrap(block);
        var practices = new String[bytes.getInt()];
        for (int i = 0; i < practices.length; i++) {
            var name = new byte[bytes.getInt()];
            bytes.get(name);
            practices[i] = new String(name, StandardCharsets.UTF_8);
        }
        while (bytes.hasRemaining()) {
            calls.add(new LoadCall(
                    practices[bytes.getInt()],
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
