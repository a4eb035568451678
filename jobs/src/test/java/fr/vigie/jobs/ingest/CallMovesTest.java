package fr.vigie.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CallMovesTest {
    private static final long ANY_DAY = ~0xFFFFL;

    private static long name(String callId, int day) {
        var bytes = callId.getBytes(StandardCharsets.UTF_8);
        return CallPacker.withDay(CallPacker.idHash(bytes, 0, bytes.length), day);
    }

    private static long[] sorted(long... hashes) {
        Arrays.sort(hashes);
        return hashes;
    }

    @Test
    void aNameThatTheLakeHasOnAnotherDayIsFound() {
        var fresh = new long[] {name("a", 3), name("b", 3), name("c", 4), name("c", 5)};
        var known = new long[] {name("b", 2), name("a", 3), name("x", 9), name("c", 4)};
        assertArrayEquals(
                sorted(name("b", 0) & ANY_DAY, name("c", 0) & ANY_DAY), sorted(CallMoves.onOtherDays(fresh, known)));
        assertArrayEquals(new long[0], CallMoves.onOtherDays(new long[0], known));
    }

    @Test
    void aNameThatAnIngestHasOnTwoDaysIsFound() {
        var hashes = new long[] {name("a", 3), name("b", 3), name("a", 4), name("b", 3)};
        assertArrayEquals(new long[] {name("a", 0) & ANY_DAY}, CallMoves.onDifferentDays(hashes));
    }
}
