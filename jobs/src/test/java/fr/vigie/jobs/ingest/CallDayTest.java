package fr.vigie.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.call.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CallDayTest {
    private static final long MINUTE = 60_000_000L;
    private static final int DAY = 20_000;

    private final Interner words = new Interner();
    private final Map<String, String> said = new TreeMap<>();
    private final Map<String, Outcome> outcomes = new TreeMap<>();

    /**
     * A block of calls written as {@code id practice caller minute outcome [sequence [updated]]}, a caller under another
     * key as {@code caller@key}.
     */
    private byte[] block(boolean existing, String... calls) {
        var block = new CallBlock();
        for (var text : calls) {
            var part = text.split(" ");
            var call = new PackedCall();
            call.callId = part[0].replaceFirst("^other/", "").getBytes(StandardCharsets.UTF_8);
            call.callIdLength = call.callId.length;
            var source = part[0].startsWith("other/") ? "other" : "calls";
            call.source = words.of(source.getBytes(StandardCharsets.UTF_8));
            call.practice = words.of(part[1].getBytes(StandardCharsets.UTF_8));
            call.practitioner = -1;
            call.operator = -1;
            var caller = part[2].split("@");
            var key = caller.length > 1 ? caller[1] : "k";
            call.keyId = caller[0].equals("-") ? -1 : words.of(key.getBytes(StandardCharsets.UTF_8));
            call.callerLow = call.keyId < 0 ? 0 : caller[0].hashCode();
            call.arrivedAt = Long.parseLong(part[3]) * MINUTE;
            call.endedAt = call.arrivedAt + MINUTE / 2;
            call.queuedAt = PackedCall.NEVER;
            call.answeredAt = PackedCall.NEVER;
            call.transferAnsweredAt = PackedCall.NEVER;
            call.outcome = (byte) (1
                    + Outcome.valueOf(part[4].toUpperCase(java.util.Locale.ROOT))
                            .ordinal());
            call.sequence = part.length > 5 ? Long.parseLong(part[5]) : 0;
            call.updatedAt = part.length > 6 ? Long.parseLong(part[6]) : PackedCall.NEVER;
            call.existing = existing;
            call.attempt = existing ? 3 : 0;
            block.add(call, words);
        }
        return block.bytes();
    }

    private CallDay work(List<byte[]> blocks, List<byte[]> context, Map<String, Integer> staysIn) {
        var day = new CallDay(DAY, 60 * MINUTE, "calls", staysIn);
        day.work(blocks, context, new Interner(), (call, attempt, isNew) -> {
            var id = new String(call.callId, call.callIdFrom, call.callIdLength, StandardCharsets.UTF_8);
            var outcome = Outcome.values()[call.outcome - 1];
            outcomes.put(id, outcome);
            said.put(id, outcome.name().charAt(0) + "" + attempt + (isNew ? " new" : ""));
        });
        return day;
    }

    @Test
    void pseudonymsByDifferentKeysAreNeverOneCaller() {
        work(
                List.of(block(
                        false, "before P1 a 0 abandoned", "after P1 a@new 10 abandoned", "again P1 a@new 20 answered")),
                List.of(),
                Map.of());
        assertEquals("A1 new", said.get("after"));
        assertEquals("A2 new", said.get("again"));
    }

    @Test
    void aCallThatWasReadUnderAnEarlierKeyStaysAsItIs() {
        work(
                List.of(
                        block(true, "same P1 a 0 abandoned", "more P1 a 5 abandoned"),
                        block(false, "same P1 b@new 0 abandoned", "more P1 b@new 5 answered")),
                List.of(),
                Map.of());
        assertEquals("A1", said.get("same"));
        assertEquals("A1 new", said.get("more"), "what says something else is new, and under the new key");
    }

    @Test
    void aForgottenCallersCallStaysTheAttemptThatItWas() {
        work(
                List.of(
                        block(true, "forgotten P1 - 0 abandoned"),
                        block(false, "forgotten P1 - 0 abandoned", "new P1 - 1 answered")),
                List.of(),
                Map.of());
        assertEquals("A3", said.get("forgotten"));
        assertEquals("A1 new", said.get("new"));
    }

    @Test
    void aRedialFollowsAnUnansweredCallOfTheSameCallerToTheSamePracticeWithinTheWindow() {
        work(
                List.of(block(
                        false,
                        "too-late P1 a 130 answered",
                        "again P1 a 20 answered",
                        "first P1 a 0 abandoned",
                        "redial P1 a 10 blocked",
                        "later P1 a 30 answered",
                        "other-caller P1 b 1 answered",
                        "other-practice P2 a 1 answered",
                        "withheld P1 - 2 abandoned",
                        "withheld-again P1 - 3 answered",
                        "on-the-minute P1 a 70 answered")),
                List.of(),
                Map.of());
        assertEquals("A1 new", said.get("first"));
        assertEquals("B2 new", said.get("redial"));
        assertEquals("A3 new", said.get("again"));
        assertEquals("A3 new", said.get("later"), "the answered call adds nothing");
        assertEquals("A2 new", said.get("on-the-minute"), "exactly the window is still within it");
        assertEquals("A1 new", said.get("too-late"));
        assertEquals("A1 new", said.get("other-caller"));
        assertEquals("A1 new", said.get("other-practice"));
        assertEquals("A1 new", said.get("withheld-again"), "a withheld number is nobody's");
    }

    @Test
    void aRedialLooksBackAcrossMidnight() {
        work(List.of(block(false, "c P1 a 5 answered")), List.of(block(true, "b P1 a -5 abandoned")), Map.of());
        assertEquals(Map.of("c", "A2 new"), said, "the call of the day before is known of and not told");
    }

    @Test
    void aRedialLooksBackAtACallOfWhichAnotherVersionArrivedOnTheDay() {
        var day = work(
                List.of(block(false, "b P1 a 1 abandoned 1", "c P1 a 5 answered 3")),
                List.of(block(false, "b P1 a -5 abandoned 2")),
                Map.of("b", DaySlot.of(DAY - 1, true)));
        assertEquals(Map.of("c", "A2 new"), said);
        assertEquals(Map.of(0, 1L), day.duplicates());
    }

    @Test
    void aCallThatIsNoLongerLateIsNoLongerLookedBackAt() {
        work(
                List.of(block(false, "c P1 a 5 answered")),
                List.of(block(true, "b P1 a -5 abandoned")),
                Map.of("b", DaySlot.of(DAY - 1, false)));
        assertEquals(Map.of("c", "A1 new"), said);
    }

    @Test
    void aVersionOfTheDayBeforeNeverStandsInForTheOneThatStays() {
        work(
                List.of(block(false, "b P1 a 1 answered 5 3")),
                List.of(block(false, "b P1 a -5 abandoned 3 5")),
                Map.of("b", DaySlot.of(DAY, false)));
        assertEquals(Map.of("b", "A1 new"), said);
    }

    @Test
    void everyRecordThatIsReadStaysOrIsADuplicate() {
        var lake = block(true, "same P1 x 0 abandoned", "changed P1 y 0 abandoned", "newer P1 z 0 closed 0 9");
        var read = block(
                false,
                "same P1 x 0 abandoned 1",
                "changed P1 y 0 deflected 2",
                "changed P1 y 0 answered 3",
                "newer P1 z 0 answered 4 8",
                "elsewhere P1 z 1 answered 5",
                "new P1 w 2 answered 6",
                "new P1 w 2 answered 7");
        for (var blocks : List.of(List.of(lake, read), List.of(read, lake))) {
            var day = work(blocks, List.of(), Map.of("elsewhere", DaySlot.of(DAY + 1, false)));
            assertEquals(Map.of("same", "A1", "changed", "A1 new", "newer", "C1", "new", "A1 new"), said);
            assertEquals(Map.of(0, 5L), day.duplicates());
            said.clear();
        }
    }

    @Test
    void aCallOfAnotherSourceStaysWhateverBecomesOfOneOfItsName() {
        var day = work(
                List.of(block(true, "a P1 x 0 answered", "other/a P1 y 5 abandoned")),
                List.of(),
                Map.of("a", DaySlot.of(DAY + 1, false)));
        assertEquals(Map.of("a", "A1"), said);
        assertEquals(Outcome.ABANDONED, outcomes.get("a"));
        assertTrue(day.removedSome());
    }

    @Test
    void theLastVersionStaysWhateverTheOrderOfTheBlocks() {
        var one = block(false, "a P1 x 0 abandoned 1");
        var two = block(false, "a P1 x 0 answered 2");
        for (var blocks : List.of(List.of(one, two), List.of(two, one))) {
            work(blocks, List.of(), Map.of());
            assertEquals(Map.of("a", "A1 new"), said);
            assertEquals(Outcome.ANSWERED, outcomes.get("a"));
        }
    }

    @Test
    void whatSaysTheSameAsTheLakeIsNotNew() {
        var lake = block(true, "same P1 x 0 abandoned", "changed P1 y 0 abandoned", "untouched P1 z 0 closed");
        var read = block(
                false,
                "same P1 x 0 blocked 1",
                "same P1 x 0 abandoned 2",
                "changed P1 y 0 deflected 3",
                "more P1 z 1 answered 4");
        for (var blocks : List.of(List.of(lake, read), List.of(read, lake))) {
            work(blocks, List.of(), Map.of());
            assertEquals("A1", said.get("same"));
            assertEquals("D1 new", said.get("changed"));
            assertEquals("C1", said.get("untouched"));
            assertEquals("A2 new", said.get("more"));
            said.clear();
        }
    }

    @Test
    void thePhoneSystemsOwnTimeOfAVersionDecidesBeforeTheOrderOfReading() {
        work(
                List.of(block(true, "a P1 x 0 answered 0 200"), block(false, "a P1 x 0 abandoned 9 100")),
                List.of(),
                Map.of());
        assertEquals(Map.of("a", "A1"), said);
        assertEquals(Outcome.ANSWERED, outcomes.get("a"));
    }

    @Test
    void aCallThatStaysOnAnotherDayIsNotThisDays() {
        var day = work(
                List.of(block(true, "a P1 x 0 answered", "b P1 x 1 closed")),
                List.of(),
                Map.of("a", DaySlot.of(DAY + 1, false)));
        assertEquals(Map.of("b", "C1"), said);
        assertTrue(day.removedSome());
    }

    @Test
    void manyCallsOfOneCallerAreCountedInOrder() {
        var calls = new ArrayList<String>();
        for (int i = 999; i >= 0; i--) {
            calls.add("c%d P1 a %d abandoned %d".formatted(i, i, i));
        }
        work(List.of(block(false, calls.toArray(String[]::new))), List.of(), Map.of());
        assertEquals("A1 new", said.get("c0"));
        assertEquals("A61 new", said.get("c60"));
        assertEquals("A61 new", said.get("c999"), "60 calls within the hour before");
    }
}
