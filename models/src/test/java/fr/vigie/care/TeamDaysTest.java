package fr.vigie.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeamDaysTest {
    /** Ten in Paris. */
    private static final Instant TEN = Instant.parse("2026-03-02T09:00:00Z");

    private static final CareRules RULES = new CareRules(Duration.ofSeconds(60), 0.8, 3);
    private static final TeamDays DAYS = new TeamDays(ZoneId.of("Europe/Paris"), RULES);

    private static HandledCall call(String operator, int from, int until, boolean hard) {
        return new HandledCall(operator, TEN.plusSeconds(from), TEN.plusSeconds(until), hard);
    }

    private static HandledCall call(String operator, int from, int until) {
        return call(operator, from, until, false);
    }

    private static Ready ready(String operator, int from, int until) {
        return new Ready(operator, TEN.plusSeconds(from), TEN.plusSeconds(until));
    }

    private static List<Ready> threeReady(int until) {
        return List.of(ready("a", 0, until), ready("b", 0, until), ready("c", 0, until));
    }

    private static TeamCare.Shown shown(List<HandledCall> calls, List<Ready> ready) {
        return assertInstanceOf(TeamCare.Shown.class, DAYS.of("north", calls, ready));
    }

    @Test
    void aRunEndsWithAPause() {
        // 0-100, 130-200, 259-300 without a pause, then one of 60 s.
        var calls = List.of(call("a", 0, 100), call("a", 130, 200), call("a", 259, 300), call("a", 360, 400));
        assertEquals(new Runs(Duration.ofSeconds(300), 3), Runs.of(calls, Duration.ofSeconds(60)));
        assertEquals(new Runs(Duration.ofSeconds(400), 4), Runs.of(calls, Duration.ofSeconds(61)));
        assertEquals(new Runs(Duration.ofSeconds(100), 1), Runs.of(calls, Duration.ofSeconds(30)));
    }

    @Test
    void addsUpByHand() {
        var care = shown(
                List.of(
                        call("a", 0, 3000, true),
                        call("b", 0, 3500),
                        call("c", 0, 3400),
                        // The second hour: c alone works on, and half an hour of it.
                        call("c", 3600, 5400),
                        call("c", 7100, 7200)),
                List.of(ready("a", 0, 3600), ready("b", 0, 3600), ready("c", 0, 7200)));
        assertEquals(2, care.hours().size());
        assertEquals(10, care.hours().get(0).hour());
        assertEquals(9900 / 10800.0, care.hours().get(0).occupancy().orElseThrow(), 1e-12);
        assertEquals((9900 + 1900) / 14400.0, care.occupancy(), 1e-12);
        assertEquals(1 / 5.0, care.hardCalls(), 1e-12);
        assertEquals(4, care.readyHours(), 1e-12);
        assertEquals(3, care.hoursOverCeiling(), 1e-12, "three hours at 0.92, one at 0.53");
        assertEquals(3, care.operatorDays());
        assertEquals(3400 / 60.0, care.typicalRunMinutes(), 1e-12);
        assertEquals(3500 / 60.0, care.longRunMinutes(), 1e-12);
        assertEquals(1, care.longCallsInARow());
    }

    @Test
    void withholdsAnHourOfOnePerson() {
        var care = shown(
                List.of(call("a", 0, 10), call("b", 0, 10), call("c", 0, 10), call("c", 3600, 5400, true)),
                List.of(ready("a", 0, 3600), ready("b", 0, 3600), ready("c", 0, 7200)));
        assertTrue(care.hours().get(0).occupancy().isPresent());
        assertTrue(care.hours().get(1).occupancy().isEmpty());
        assertTrue(care.hours().get(1).hardCalls().isEmpty());
    }

    @Test
    void withholdsATeamOfTwo() {
        var two = List.of(call("a", 0, 100), call("b", 0, 100));
        assertEquals(new TeamCare.Withheld("north"), DAYS.of("north", two, threeReady(3600)));
        var three = new ArrayList<>(two);
        three.add(call("c", 0, 100));
        assertEquals(
                new TeamCare.Withheld("north"),
                DAYS.of("north", three, List.of(ready("a", 0, 3600), ready("b", 0, 3600))));
        assertInstanceOf(TeamCare.Shown.class, DAYS.of("north", three, threeReady(3600)));
    }

    @Test
    void namesNobody() {
        var care = shown(
                List.of(call("operator-17", 0, 10), call("operator-18", 0, 10), call("operator-19", 0, 10)),
                List.of(ready("operator-17", 0, 3600), ready("operator-18", 0, 3600), ready("operator-19", 0, 3600)));
        assertTrue(!care.toString().contains("operator-1"), care.toString());
    }

    @Test
    void doesNotDependOnTheOrder() {
        var calls = new ArrayList<>(List.of(
                call("a", 0, 100),
                call("b", 50, 300, true),
                call("c", 10, 90),
                call("a", 120, 400),
                call("b", 320, 4000)));
        var before = shown(calls, threeReady(7200));
        java.util.Collections.reverse(calls);
        assertEquals(before, shown(calls, threeReady(7200)));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> new CareRules(Duration.ZERO, 0.8, 3));
        assertThrows(IllegalArgumentException.class, () -> new CareRules(Duration.ofSeconds(60), 88, 3));
        assertThrows(IllegalArgumentException.class, () -> new CareRules(Duration.ofSeconds(60), 0.8, 1));
        assertThrows(IllegalArgumentException.class, () -> call("a", 10, 5));
        assertThrows(IllegalArgumentException.class, () -> ready("a", 10, 5));
    }
}
