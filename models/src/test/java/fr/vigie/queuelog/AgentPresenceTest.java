package fr.vigie.queuelog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AgentPresenceTest {
    private static final long T = 1_700_000_000L;

    private final List<String> rejects = new ArrayList<>();

    /** The times of all agents as {@code 7 available 0-50 paused 10-20}, after {@link #T}. */
    private List<String> told(String... lines) {
        var presence = new AgentPresence((file, line, fault) -> rejects.add(line + " " + fault.reason()));
        long number = 0;
        for (var text : lines) {
            int bar = text.indexOf('|');
            presence.take(QueueLogLine.parse(
                    0, ++number, T + Long.parseLong(text.substring(1, bar)) + text.substring(bar), T));
        }
        var shown = new ArrayList<String>();
        new TreeMap<>(presence.finish(presence.now()))
                .forEach((agent, times) ->
                        shown.add(agent + " available" + shown(times.available()) + " paused" + shown(times.paused())));
        return shown;
    }

    private static String shown(List<Span> spans) {
        var text = new StringBuilder();
        spans.forEach(s -> text.append(' ').append(s.from() - T).append('-').append(s.until() - T));
        return text.toString();
    }

    @Test
    void loginsAreLessPauses() {
        assertEquals(
                List.of("7 available 0-10 20-50 paused 10-20"),
                told(
                        "+0|a|NONE|Agent/7|AGENTCALLBACKLOGIN|1001@default",
                        "+10|NONE|NONE|Agent/7|PAUSEALL|lunch",
                        "+10|NONE|q1|Agent/7|PAUSE|lunch",
                        "+10|NONE|q2|Agent/7|PAUSE|lunch",
                        "+15|NONE|NONE|Agent/7|PAUSEALL|lunch",
                        "+20|NONE|NONE|Agent/7|UNPAUSEALL|",
                        "+20|NONE|q1|Agent/7|UNPAUSE|",
                        "+20|NONE|q2|Agent/7|UNPAUSE|",
                        "+50|a|NONE|Agent/7|AGENTCALLBACKLOGOFF|1001@default|50|CommandLogoff"));
    }

    @Test
    void overlappingLoginsAreOne() {
        assertEquals(
                List.of("7 available 0-60 paused"),
                told(
                        "+0|a|NONE|Agent/7|AGENTLOGIN|SIP/7-1",
                        "+30|NONE|q|SIP/7|ADDMEMBER|",
                        "+50|a|NONE|Agent/7|AGENTLOGOFF|SIP/7-1|50",
                        "+60|NONE|q|SIP/7|REMOVEMEMBER|"));
    }

    @Test
    void aLogoffWithoutLoginTellsHowLongItLasted() {
        assertEquals(
                List.of("7 available 0-50 paused"),
                told("+50|a|NONE|Agent/7|AGENTCALLBACKLOGOFF|1001@default|50|CommandLogoff"));
    }

    @Test
    void aLogoffOfUnknownLengthIsRejected() {
        assertEquals(List.of("7 available paused"), told("+50|NONE|q|Agent/7|REMOVEMEMBER|"));
        assertEquals(List.of("1 missing-start"), rejects);
    }

    @Test
    void aMemberOfTwoQueuesWhoIsPausedInOneIsAvailable() {
        assertEquals(
                List.of("7 available 0-20 30-50 paused 20-30"),
                told(
                        "+0|NONE|q1|SIP/7|ADDMEMBER|",
                        "+0|NONE|q2|SIP/7|ADDMEMBER|",
                        "+10|NONE|q1|SIP/7|PAUSE|",
                        "+20|NONE|q2|SIP/7|PAUSE|",
                        "+30|NONE|q2|SIP/7|UNPAUSE|Auto-Unpause",
                        "+50|NONE|q1|SIP/7|REMOVEMEMBER|",
                        "+50|NONE|q2|SIP/7|REMOVEMEMBER|"));
    }

    @Test
    void aMemberMayJoinPaused() {
        assertEquals(
                List.of("7 available 10-50 paused 0-10"),
                told(
                        "+0|NONE|q1|SIP/7|ADDMEMBER|PAUSED",
                        "+10|NONE|q1|SIP/7|UNPAUSE|",
                        "+50|NONE|q1|SIP/7|REMOVEMEMBER|"));
    }

    @Test
    void aRestartEndsLoginsAndPauses() {
        assertEquals(
                List.of("7 available 0-10 paused 10-40"),
                told(
                        "+0|a|NONE|Agent/7|AGENTLOGIN|SIP/7-1",
                        "+10|NONE|NONE|Agent/7|PAUSEALL|",
                        "+40|NONE|NONE|NONE|QUEUESTART|",
                        "+90|b|q|NONE|ENTERQUEUE||1|1"));
    }

    @Test
    void theLastLogoffEndsAPause() {
        assertEquals(
                List.of("7 available 0-10 60-80 paused 10-40"),
                told(
                        "+0|a|NONE|Agent/7|AGENTLOGIN|SIP/7-1",
                        "+10|NONE|NONE|Agent/7|PAUSEALL|",
                        "+40|a|NONE|Agent/7|AGENTLOGOFF|SIP/7-1|40",
                        "+60|b|NONE|Agent/7|AGENTLOGIN|SIP/7-2",
                        "+80|b|NONE|Agent/7|AGENTLOGOFF|SIP/7-2|20"));
    }

    @Test
    void whatIsOpenAtTheEndLastsUntilTheLastLine() {
        assertEquals(
                List.of("7 available 0-90 paused"),
                told("+0|a|NONE|Agent/7|AGENTLOGIN|SIP/7-1", "+90|b|q|NONE|ENTERQUEUE||1|1"));
    }

    @Test
    void aStaticMemberIsKnownByHisPauses() {
        assertEquals(
                List.of("1001@agents available paused 10-20"),
                told("+10|NONE|q|Local/1001@agents/n|PAUSE|", "+20|NONE|q|Local/1001@agents/n|UNPAUSE|"));
    }
}
