package fr.vigie.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallMovesTest {
    private static long name(String callId, int day) {
        return name(callId, day, false);
    }

    private static long name(String callId, int day, boolean late) {
        var bytes = callId.getBytes(StandardCharsets.UTF_8);
        return DaySlot.mark(CallPacker.idHash(bytes, 0, bytes.length), DaySlot.of(day, late));
    }

    private static long[] sorted(long... hashes) {
        Arrays.sort(hashes);
        return hashes;
    }

    @Test
    void aNameThatTheLakeHasOnAnotherDayIsFound() {
        var fresh = new long[] {name("a", 3), name("b", 3), name("c", 4), name("c", 5)};
        var known = new long[] {name("b", 2), name("a", 3), name("x", 9), name("c", 4)};
        assertArrayEquals(sorted(name("b", 0), name("c", 0)), sorted(CallMoves.inOtherSlots(fresh, known)));
        assertArrayEquals(new long[0], CallMoves.inOtherSlots(new long[0], known));
    }

    @Test
    void aNameThatAnIngestHasOnTwoDaysIsFound() {
        var hashes = new long[] {name("a", 3), name("b", 3), name("a", 4), name("b", 3)};
        assertArrayEquals(new long[] {name("a", 0)}, CallMoves.inDifferentSlots(hashes));
    }

    @Test
    void aNameThatWasLateAndNoLongerIsIsFound() {
        var fresh = new long[] {name("a", 3), name("b", 3, true), name("c", 3)};
        var known = new long[] {name("a", 3, true), name("b", 3, true), name("c", 3)};
        assertArrayEquals(new long[] {name("a", 0)}, CallMoves.inOtherSlots(fresh, known));
    }

    @Test
    void theLastDayThatIngestAcceptsFitsIntoAHash() {
        int last = (int) LocalDate.of(2100, 1, 1).toEpochDay();
        long marked = DaySlot.mark(-1, DaySlot.of(last, true));
        assertEquals(DaySlot.of(last, true), (int) (marked ^ DaySlot.nameOf(marked)));
    }

    @Test
    void amongManyNamesEveryOneThatMovedIsFoundAndNoOther() {
        var fresh = IntStream.range(0, 5000).mapToLong(i -> name("c" + i, 3)).toArray();
        var known =
                IntStream.range(0, 50_000).mapToLong(i -> name("c" + 7 * i, 2)).toArray();
        var moved = IntStream.range(0, 5000).filter(i -> i % 7 == 0).mapToLong(i -> DaySlot.nameOf(name("c" + i, 0)));
        assertArrayEquals(sorted(moved.toArray()), sorted(CallMoves.inOtherSlots(fresh, known)));
    }
}
