package fr.vigie.queuelog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.call.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueueCallsTest {
    private static final long T = 1_700_000_000L;

    private final List<QueueCall> calls = new ArrayList<>();
    private final List<String> rejects = new ArrayList<>();

    /** Tells lines whose times are seconds after {@link #T}, written as {@code +5|a|q|NONE|ABANDON|1|1|5}. */
    private void tell(String... lines) {
        var machine = new QueueCalls(new QueueCalls.Sink() {
            @Override
            public void call(QueueCall call) {
                calls.add(call);
            }

            @Override
            public void reject(int file, long line, Fault fault) {
                rejects.add(line + " " + fault.reason());
            }
        });
        long number = 0;
        long epoch = T;
        for (var text : lines) {
            number++;
            int bar = text.indexOf('|');
            var line = text.startsWith("+")
                    ? QueueLogLine.parse(
                            0, number, T + Long.parseLong(text.substring(1, bar)) + text.substring(bar), epoch)
                    : QueueLogLine.parse(0, number, text, epoch);
            epoch = line.epoch();
            machine.take(line);
        }
        machine.finish();
    }

    /** A call as {@code answered 0-12-50 Agent}: outcome, entry, answer and end after {@link #T}, who took it. */
    private static String shown(QueueCall call) {
        return "%s %s-%s-%s %s"
                .formatted(
                        call.outcome().name().toLowerCase(Locale.ROOT),
                        call.enteredAt() - T,
                        call.answeredAt() == null ? "" : call.answeredAt() - T,
                        call.endedAt() - T,
                        call.person());
    }

    private List<String> shown() {
        return calls.stream().map(QueueCallsTest::shown).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETEAGENT|12|38|1, ANSWERED",
        "COMPLETECALLER|12|38|1, ANSWERED",
        "BLINDTRANSFER|200|doctors|12|38|1, ANSWERED",
        "ATTENDEDTRANSFER|BRIDGE|uuid|12|38|1, ANSWERED",
        "ATTENDEDTRANSFER|APP|VoiceMail|12|38|1, ANSWERED",
        "ATTENDEDTRANSFER|LINK|SIP/a-1|SIP/b-2|12|38|1, ANSWERED",
        "TRANSFER|200|doctors|12|38|1, ANSWERED",
        "ABANDON|1|1|50, ABANDONED",
        "EXITWITHTIMEOUT|1|1|50, OVERFLOWED",
        "EXITWITHKEY|1|1|1|50, OVERFLOWED",
        "EXITEMPTY|1|1|50, OVERFLOWED",
        "LEAVEEMPTY, OVERFLOWED",
        "WITHDRAW|1|1|50|callback, OVERFLOWED",
    })
    void everyExitEndsAStay(String exit, Outcome outcome) {
        tell("+0|a|q|NONE|ENTERQUEUE||0199001122|1", "+50|a|q|Agent/7|" + exit);
        assertEquals(1, calls.size());
        assertEquals(outcome, calls.get(0).outcome());
        assertEquals(50, calls.get(0).endedAt() - T);
        assertEquals("0199001122", calls.get(0).caller());
        if (outcome == Outcome.ANSWERED) {
            assertEquals(12, calls.get(0).answeredAt() - T, "without CONNECT the talking tells when it was answered");
            assertEquals("7", calls.get(0).person());
        } else {
            assertNull(calls.get(0).answeredAt());
            assertNull(calls.get(0).person(), "nobody served the caller");
        }
        assertEquals(List.of(), rejects);
    }

    @ParameterizedTest
    @CsvSource({
        "FULL, BLOCKED",
        "JOINEMPTY, BLOCKED",
        "DIVERT_CA_RATIO, BLOCKED",
        "DIVERT_HOLDTIME, BLOCKED",
        "CLOSED, CLOSED"
    })
    void whoIsNotLetInIsACallOfNoLength(String refusal, Outcome outcome) {
        tell("+3|a|q|NONE|" + refusal + "|");
        assertEquals(outcome, calls.get(0).outcome());
        assertEquals(T + 3, calls.get(0).enteredAt());
        assertEquals(T + 3, calls.get(0).endedAt());
    }

    @Test
    void theConnectionTellsWhenAndByWhom() {
        tell(
                "+0|a|q|NONE|ENTERQUEUE||0199001122|1",
                "+5|a|q|Agent/8|RINGNOANSWER|5000",
                "+9|a|q|Agent/9|RINGCANCELED|2000",
                "+12|a|q|Agent/7|CONNECT|12|b|2",
                "+50|a|q|Agent/7|COMPLETECALLER|12|38|1");
        assertEquals(List.of("answered 0-12-50 7"), shown());
    }

    @Test
    void aCallInSeveralQueuesIsSeveralStays() {
        tell(
                "+0|a|q1|NONE|ENTERQUEUE||0199001122|1",
                "+20|a|q1|NONE|EXITWITHTIMEOUT|1|1|20",
                "+20|a|q2|NONE|ENTERQUEUE||0199001122|1",
                "+25|a|q2|Agent/7|CONNECT|5|b|2",
                "+60|a|q2|Agent/7|COMPLETEAGENT|5|35|1");
        assertEquals(List.of("overflowed 0--20 null", "answered 20-25-60 7"), shown());
    }

    @Test
    void aCallTwiceInTheSameQueueIsTwoStaysWithNamesOfTheirOwn() {
        tell(
                "+0|a|q|NONE|ENTERQUEUE||0199001122|1",
                "+20|a|q|NONE|EXITWITHTIMEOUT|1|1|20",
                "+20|a|q|NONE|ENTERQUEUE||0199001122|1",
                "+20|a|q|NONE|EXITEMPTY|1|1|0",
                "+20|a|q|NONE|ENTERQUEUE||0199001122|1",
                "+30|a|q|NONE|ABANDON|1|1|10");
        assertEquals(
                List.of("a/q/1700000000", "a/q/1700000020", "a/q/1700000020.2"),
                calls.stream().map(QueueCall::id).toList());
    }

    @Test
    void aMissingExitIsSeenWhenTheCallerComesBack() {
        tell(
                "+0|a|q|NONE|ENTERQUEUE||0199001122|1",
                "+40|a|q|NONE|ENTERQUEUE||0199001122|1",
                "+45|a|q|Agent/7|CONNECT|5|b|2",
                "+90|a|q|NONE|ENTERQUEUE||0199001122|1",
                "+99|a|q|NONE|ABANDON|1|1|9");
        // The answered one waits for its wrap-up and may be told later.
        assertEquals(
                List.of("abandoned 90--99 null", "answered 40-45-90 7", "overflowed 0--40 null"),
                shown().stream().sorted().toList());
    }

    @Test
    void aMissingExitIsSeenWhenTheCallerEntersAnotherQueue() {
        tell(
                "+0|a|q|NONE|ENTERQUEUE||0199001122|1",
                "+40|a|r|NONE|ENTERQUEUE||0199001122|1",
                "+45|a|r|Agent/7|CONNECT|5|b|2",
                "+90|a|s|NONE|ENTERQUEUE||0199001122|1",
                "+99|a|s|NONE|ABANDON|1|1|9");
        assertEquals(
                List.of("abandoned 90--99 null", "answered 40-45-90 7", "overflowed 0--40 null"),
                shown().stream().sorted().toList());
        assertEquals(List.of(), rejects);
    }

    @Test
    void theExitOfATransferMayBeToldAfterTheEntryIntoTheNextQueue() {
        tell(
                "+0|a|q|NONE|ENTERQUEUE||0199001122|1",
                "+5|a|q|Agent/7|CONNECT|5|b|2",
                "+40|a|r|NONE|ENTERQUEUE||0199001122|1",
                "+41|a|q|Agent/7|BLINDTRANSFER|r|default|5|35|1",
                "+200|a|r|NONE|ABANDON|1|1|160");
        assertEquals(
                List.of("abandoned 40--200 null", "answered 0-5-41 7"),
                shown().stream().sorted().toList());
        assertEquals(List.of(), rejects);
    }

    @Test
    void whoLeftForAnotherQueueLeftThenWhateverComesNext() {
        tell(
                "+0|a|q|NONE|ENTERQUEUE||0199000001|1",
                "+5|a|q|Agent|CONNECT|5|c|2",
                "+50|a|r|NONE|ENTERQUEUE||0199000001|1",
                "+70|a|q|NONE|ENTERQUEUE||0199000001|1",
                "+80|NONE|NONE|NONE|QUEUESTART|");
        assertEquals(List.of("answered 0-5-50 Agent", "overflowed 50--70 null", "overflowed 70--80 null"), shown());
        calls.clear();
        tell(
                "+0|a|q|NONE|ENTERQUEUE||0199000001|1",
                "+5|a|q|Agent|CONNECT|5|c|2",
                "+50|a|r|NONE|ENTERQUEUE||0199000001|1",
                "+70|NONE|NONE|NONE|QUEUESTART|");
        assertEquals(List.of("answered 0-5-50 Agent", "overflowed 50--70 null"), shown());
    }

    @Test
    void wrapUpsGoToTheCallJustLeftAndNotToOneThatIsEndedLate() {
        tell(
                "+0|a|q|NONE|ENTERQUEUE||0199000001|1",
                "+5|a|q|Agent|CONNECT|5|c|2",
                "+50|a|r|NONE|ENTERQUEUE||0199000001|1",
                "+51|NONE|NONE|Agent|WRAPUPSTART|20",
                "+60|b|q|NONE|ENTERQUEUE||0199000002|1",
                "+75|b|q|Agent|CONNECT|5|c|2",
                "+111|b|q|Agent|COMPLETEAGENT|15|36|1",
                "+111|NONE|NONE|Agent|WRAPUPSTART|7");
        assertEquals(
                List.of("answered 0-5-50 Agent 20", "answered 60-75-111 Agent 7"),
                calls.stream()
                        .filter(call -> call.outcome() == Outcome.ANSWERED)
                        .map(call -> shown(call) + " " + call.wrapSeconds())
                        .toList());
    }

    @Test
    void aWrapUpThatIsToldBeforeTheExitOfATransferIsKept() {
        tell(
                "+0|a|q|NONE|ENTERQUEUE||0199000001|1",
                "+5|a|q|Agent|CONNECT|5|c|2",
                "+50|a|r|NONE|ENTERQUEUE||0199000001|1",
                "+50|NONE|NONE|Agent|WRAPUPSTART|20",
                "+51|a|q|Agent|BLINDTRANSFER|200|doctors|5|46|1");
        assertEquals(Long.valueOf(20), calls.get(0).wrapSeconds());
        assertEquals("answered 0-5-51 Agent", shown().get(0));
    }

    @Test
    void aRestartEndsWhatIsOpen() {
        tell(
                "+0|a|q|NONE|ENTERQUEUE||0199001122|1",
                "+5|b|q|NONE|ENTERQUEUE||0199001133|2",
                "+9|a|q|Agent/7|CONNECT|9|x|2",
                "+100|NONE|NONE|NONE|QUEUESTART|",
                "+101|b|q|NONE|ABANDON|1|2|96");
        assertEquals(
                List.of("answered 0-9-100 7", "overflowed 5--100 null"),
                shown().stream().sorted().toList());
        assertEquals(List.of("5 missing-start"), rejects);
    }

    @Test
    void anExitWithoutEntryIsNoCall() {
        tell("+0|a|q|NONE|CONNECT|3|b|1", "+9|a|q|Agent/7|COMPLETEAGENT|3|6|1", "+9|c|q|NONE|ABANDON|1|1|");
        assertEquals(List.of("2 missing-start", "3 missing-start"), rejects);
        assertTrue(calls.isEmpty());
    }

    @Test
    void anOpenCallIsUnfinishedUntilItsEndIsRead() {
        tell("+0|a|q|NONE|ENTERQUEUE||0199001122|1", "+9|a|q|Agent/7|CONNECT|9|b|2");
        assertEquals(List.of("1 unfinished"), rejects);
        rejects.clear();
        tell(
                "+0|a|q|NONE|ENTERQUEUE||0199001122|1",
                "+9|a|q|Agent/7|CONNECT|9|b|2",
                "+20|a|q|Agent/7|COMPLETEAGENT|9|11|1");
        assertEquals(List.of(), rejects);
        assertEquals(List.of("answered 0-9-20 7"), shown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXITEMPTY LEAVEEMPTY", "LEAVEEMPTY EXITEMPTY"})
    void leavingAnEmptyQueueIsToldTwiceAndCountsOnce(String order) {
        var events = order.split(" ", 2);
        tell(
                "+0|a|q|NONE|ENTERQUEUE||0199001122|1",
                "+7|a|q|NONE|" + events[0] + "|1|1|7",
                "+8|a|q|NONE|" + events[1] + "|");
        assertEquals(List.of("overflowed 0--7 null"), shown());
        assertEquals(List.of(), rejects);
    }

    @Test
    void twoExitsOfTheSameKindAreNotOneToldTwice() {
        tell("+0|a|q|NONE|ENTERQUEUE||1|1", "+7|a|q|NONE|EXITEMPTY|1|1|7", "+8|a|q|NONE|EXITEMPTY|1|1|7");
        assertEquals(List.of("3 missing-start"), rejects);
    }

    @Test
    void anAgentWhoDumpsTheCallDoesNotEndItWhereTheLogGoesOn() {
        tell(
                "+0|a|q|NONE|ENTERQUEUE||0199001122|1",
                "+9|a|q|Agent/7|AGENTDUMP|",
                "+20|a|q|Agent/8|CONNECT|20|b|2",
                "+50|a|q|Agent/8|COMPLETEAGENT|20|30|1");
        assertEquals(List.of("answered 0-20-50 8"), shown());
    }

    @Test
    void aCallThatCouldNotBeJoinedEndsThereWhereTheLogDoesNotGoOn() {
        tell("+0|a|q|NONE|ENTERQUEUE||0199001122|1", "+9|a|q|Agent/7|SYSCOMPAT|", "+90|NONE|NONE|NONE|QUEUESTART|");
        assertEquals(List.of("overflowed 0--9 null"), shown());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void wrapUpBelongsToTheCallJustEndedWhicheverLineIsFirst(int first) {
        var end = "+50|a|q|Agent/7|COMPLETEAGENT|12|38|1";
        var wrapUp = "+50|NONE|NONE|Agent/7|WRAPUPSTART|15";
        tell(
                "+0|a|q|NONE|ENTERQUEUE||0199001122|1",
                "+12|a|q|Agent/7|CONNECT|12|b|2",
                first == 0 ? end : wrapUp,
                first == 0 ? wrapUp : end);
        assertEquals(15L, calls.get(0).wrapSeconds());
    }

    @Test
    void wrapUpLongAfterBelongsToNoCall() {
        tell(
                "+0|a|q|NONE|ENTERQUEUE||0199001122|1",
                "+50|a|q|Agent/7|COMPLETEAGENT|12|38|1",
                "+60|NONE|NONE|Agent/7|WRAPUPSTART|15");
        assertNull(calls.get(0).wrapSeconds());
    }

    @Test
    void theDialledNumberGoesWithTheCallThroughItsQueues() {
        tell(
                "+0|a|q1|NONE|DID|0199000001",
                "+0|a|q1|NONE|ENTERQUEUE||0199001122|1",
                "+20|a|q1|NONE|EXITWITHTIMEOUT|1|1|20",
                "+20|a|q2|NONE|ENTERQUEUE||0199001122|1",
                "+30|a|q2|NONE|ABANDON|1|1|10");
        assertEquals(
                List.of("0199000001", "0199000001"),
                calls.stream().map(QueueCall::calledNumber).toList());
    }

    @Test
    void unknownEventsChangeNothing() {
        tell(
                "+0|a|q|NONE|ENTERQUEUE||0199001122|1",
                "+3|a|q|NONE|CALLSTATUS|OK",
                "+4|NONE|NONE|NONE|CONFIGRELOAD|",
                "+5|NONE|q|Agent/7|PENALTY|3",
                "+9|a|q|NONE|ABANDON|1|1|9");
        assertEquals(List.of("abandoned 0--9 null"), shown());
        assertEquals(List.of(), rejects);
    }

    @Test
    void aRestrictedCallerHasNoNumber() {
        tell(
                "+0|a|q|NONE|ENTERQUEUE|||1",
                "+9|a|q|NONE|ABANDON|1|1|9",
                "+10|b|q|NONE|ENTERQUEUE",
                "+12|b|q|NONE|ABANDON|");
        assertNull(calls.get(0).caller());
        assertNull(calls.get(1).caller());
    }

    @Test
    void malformedLinesAreRejectedOneByOne() {
        tell(
                "nonsense",
                "yesterday|a|q|NONE|ENTERQUEUE||1|1",
                "99999999999|a|q|NONE|ENTERQUEUE||1|1",
                "1700000000|a|q|NONE||1",
                "1700000000|a|q\uFFFD|NONE|ENTERQUEUE||1|1",
                "+0|a|q|NONE|ENTERQUEUE||1|1",
                "+9|a|q|NONE|ABANDON|1|1|9");
        assertEquals(
                List.of("1 malformed-line", "2 bad-value", "3 implausible-time", "4 malformed-line", "5 not-utf-8"),
                rejects);
        assertEquals(1, calls.size());
    }
}
