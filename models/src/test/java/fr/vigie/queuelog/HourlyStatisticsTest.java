package fr.vigie.queuelog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HourlyStatisticsTest {
    private static final Instant FROM = Instant.parse("2026-03-30T08:00:00Z");

    /** The statistics of two hours; times are seconds after their start, in order. */
    private static HourlyStatistics of(Counting counting, String... lines) {
        var log = new ArrayList<QueueLogLine>();
        for (var text : lines) {
            int bar = text.indexOf('|');
            long epoch = FROM.getEpochSecond() + Long.parseLong(text.substring(0, bar));
            log.add(QueueLogLine.parse(0, log.size() + 1, epoch + text.substring(bar), epoch));
        }
        return HourlyStatistics.of(log.iterator(), counting, FROM, FROM.plus(Duration.ofHours(2)), ZoneOffset.UTC, 5);
    }

    private static QueueHour wazo(String... lines) {
        return of(new WazoCounting(FROM), lines).queues().get(0);
    }

    @Test
    void anAbandonedCallWithoutAWaitIsLeftOutAndOneThatWaitedNotAtAllIsNot() {
        var hour = wazo(
                "0|a|q|NONE|ENTERQUEUE||1|1",
                "0|b|q|NONE|ENTERQUEUE||1|1",
                "0|a|q|NONE|ABANDON|1|1|0",
                "9|b|q|NONE|ABANDON|1|1|");
        assertEquals(1, hour.abandoned());
        assertEquals(0.0, hour.ratios().averageWaitSeconds());
    }

    @Test
    void anAbandonedCallWithoutEntryIsLeftOut() {
        assertEquals(0, wazo("9|b|q|NONE|ABANDON|1|1|9").received());
    }

    @Test
    void anAnsweredCallWithoutEntryBeganAtItsEndLessTalkAndWait() {
        var hours = of(new WazoCounting(FROM), "3650|a|q|Agent/1|COMPLETEAGENT|10|60|1")
                .queues();
        assertEquals(List.of(1L, 0L), hours.stream().map(QueueHour::answered).toList());
    }

    @Test
    void transfersAreAnsweredWithTheWaitThatTheirOwnParametersTell() {
        var hour = wazo(
                "0|a|q|NONE|ENTERQUEUE||1|1",
                "0|b|q|NONE|ENTERQUEUE||1|2",
                "0|c|q|NONE|ENTERQUEUE||1|3",
                "90|a|q|Agent/1|BLINDTRANSFER|200|doctors|4|86|1",
                "90|b|q|Agent/1|ATTENDEDTRANSFER|BRIDGE|uuid|5|85|1",
                "90|c|q|Agent/1|ATTENDEDTRANSFER|LINK|SIP/a-1|SIP/b-2|6|84|1");
        assertEquals(3, hour.answered());
        assertEquals(5.0, hour.ratios().averageWaitSeconds());
        assertEquals(2.0 / 3, hour.ratios().qualityOfService(), "the limit itself is within");
    }

    @Test
    void aCallInProgressIsNotCounted() {
        assertEquals(
                0,
                wazo("0|a|q|NONE|ENTERQUEUE||1|1", "9|a|q|Agent/1|CONNECT|9|x|1")
                        .received());
    }

    @Test
    void anEndUpToADayAfterTheWindowStillCounts() {
        var hours = of(
                        new WazoCounting(FROM),
                        "7199|a|q|NONE|ENTERQUEUE||1|1",
                        "7199|b|q|NONE|ENTERQUEUE||1|2",
                        "90000|a|q|Agent/1|COMPLETECALLER|1|82800|1",
                        "93700|b|q|Agent/1|COMPLETECALLER|1|86500|1")
                .queues();
        assertEquals(List.of(0L, 1L), hours.stream().map(QueueHour::answered).toList());
    }

    @Test
    void theSameCallTwiceInAQueueIsTwo() {
        var hour = wazo(
                "0|a|q|NONE|ENTERQUEUE||1|1",
                "20|a|q|NONE|EXITWITHTIMEOUT|1|1|20",
                "30|a|q|NONE|ENTERQUEUE||1|1",
                "40|a|q|NONE|ABANDON|1|1|10");
        assertEquals(2, hour.received());
        assertEquals(15.0, hour.ratios().averageWaitSeconds());
    }

    @Test
    void nothingIsDividedByNothing() {
        var ratios = wazo("0|a|q|NONE|CLOSED|").ratios();
        assertTrue(Double.isNaN(ratios.answeredRate()));
        assertTrue(Double.isNaN(ratios.averageWaitSeconds()));
        assertTrue(Double.isNaN(ratios.qualityOfService()));
    }

    @Test
    void anOpenLoginAndAnOpenPauseRunToTheEndOfTheWindow() {
        for (var counting : List.of(new WazoCounting(FROM), new VigieCounting(FROM))) {
            var hours = of(counting, "600|a|NONE|Agent/7|AGENTLOGIN|SIP/7-1", "6600|NONE|NONE|Agent/7|PAUSEALL|")
                    .agents();
            assertEquals(
                    List.of(3000L, 3600L),
                    hours.stream().map(AgentHour::loginSeconds).toList());
            assertEquals(
                    List.of(0L, 600L),
                    hours.stream().map(AgentHour::pauseSeconds).toList());
        }
    }

    @Test
    void aLoginDaysBeforeTheWindowReachesIntoIt() {
        for (var counting : List.of(new WazoCounting(FROM), new VigieCounting(FROM))) {
            assertEquals(
                    3600,
                    of(counting, "-400000|a|NONE|Agent/7|AGENTLOGIN|SIP/7-1")
                            .agents()
                            .get(0)
                            .loginSeconds());
        }
    }

    @Test
    void wrapUpIsSplitByHour() {
        var hours = of(new WazoCounting(FROM), "3590|NONE|NONE|Agent/7|WRAPUPSTART|15")
                .agents();
        assertEquals(
                List.of(10L, 5L), hours.stream().map(AgentHour::wrapupSeconds).toList());
    }

    @Test
    void theSixWaysOfEndingAddUpToTheReceived() {
        var hour = of(
                        new VigieCounting(FROM),
                        "0|a|q|NONE|ENTERQUEUE||1|1",
                        "1|b|q|NONE|ENTERQUEUE||1|1",
                        "2|c|q|NONE|ENTERQUEUE||1|1",
                        "3|d|q|NONE|ENTERQUEUE||1|1",
                        "4|a|q|Agent/1|CONNECT|4|x|1",
                        "5|b|q|NONE|ABANDON|1|1|4",
                        "6|c|q|NONE|EXITWITHKEY|1|1|1|4",
                        "7|e|q|NONE|FULL|",
                        "8|f|q|NONE|JOINEMPTY|",
                        "9|g|q|NONE|CLOSED|",
                        "60|NONE|NONE|NONE|QUEUESTART|")
                .queues()
                .get(0);
        assertEquals(7, hour.received());
        assertEquals(
                hour.received(),
                hour.answered()
                        + hour.abandoned()
                        + hour.timeout()
                        + hour.closed()
                        + hour.blocked()
                        + hour.saturated());
        assertEquals(2, hour.timeout(), "a key, and the restart");
        assertEquals(0.25, hour.ratios().answeredRate());
    }

    @Test
    void aWindowEndsAfterItBegins() {
        assertThrows(
                IllegalArgumentException.class,
                () -> HourlyStatistics.of(
                        List.<QueueLogLine>of().iterator(), new WazoCounting(FROM), FROM, FROM, ZoneOffset.UTC, 5));
    }
}
