package fr.vigie.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void anAlarmThatLastsIsOneAlert() {
        var alerts = Alerts.of(readings("...!!!!.!!"), List.of());
        assertEquals(1, alerts.size());
        assertEquals(MONDAY.plusWeeks(3), alerts.get(0).openedOn());
        assertEquals(AlertState.OPEN, alerts.get(0).state());
        assertEquals(0.99, alerts.get(0).probability(), 1e-12);
    }

    @Test
    void itsNameSaysTheSignalAndTheDayAndNothingOfThePractice() {
        var id = Alerts.of(readings("!"), List.of()).get(0).id();
        assertTrue(id.matches("refusal-2026-03-02-[0-9a-f]{8}"), id);
        assertEquals(id, AlertId.parse(id).orElseThrow().toString());
        assertTrue(AlertId.parse("refusal-2026-13-02-00000000").isEmpty());
        assertTrue(AlertId.parse("nonsense").isEmpty());
    }

    @Test
    void acknowledgedAndClosedAreVersions() {
        var readings = readings("..!!");
        var id = Alerts.of(readings, List.of()).get(0).id();
        var versions = Alerts.of(
                readings,
                List.of(
                        new AlertDecision(id, MONDAY.plusWeeks(3), AlertState.ACKNOWLEDGED, "anne"),
                        new AlertDecision(id, MONDAY.plusWeeks(4), AlertState.CLOSED, "anne")));
        assertEquals(
                List.of(AlertState.OPEN, AlertState.ACKNOWLEDGED, AlertState.CLOSED),
                versions.stream().map(Alert::state).toList());
        assertEquals("anne", versions.get(2).owner());
        assertEquals(MONDAY.plusWeeks(4), versions.get(2).changedOn());
    }

    @Test
    void aClosedAlertDoesNotComeBackFromTheSameEvidence() {
        var readings = readings("..!!!!!!");
        var closed = closed(readings, 4);
        assertEquals(2, Alerts.of(readings, List.of(closed)).size(), "opened and closed, and no more");
    }

    @Test
    void aDeviationThatBeganAfterTheClosingOpensAnother() {
        var readings = readings("..!!....!!");
        var alerts = Alerts.of(readings, List.of(closed(readings, 4)));
        assertEquals(
                List.of(AlertState.OPEN, AlertState.CLOSED, AlertState.OPEN),
                alerts.stream().map(Alert::state).toList());
        assertEquals(MONDAY.plusWeeks(8), alerts.get(2).openedOn());
    }

    @Test
    void aDecisionFindsItsAlertThoughLateDataHaveMovedTheDay() {
        var decision = closed(readings("..!!"), 5);
        var moved = Alerts.of(readings(".!!!"), List.of(decision));
        assertEquals(AlertState.CLOSED, moved.get(moved.size() - 1).state());
    }

    @Test
    void aDecisionOnAnotherPracticeIsNotIts() {
        var decision = new AlertDecision("refusal-2026-03-16-00000000", MONDAY, AlertState.CLOSED, "anne");
        assertEquals(1, Alerts.of(readings("..!!"), List.of(decision)).size());
    }

    @Test
    void noDecisionOpensAnAlert() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new AlertDecision("refusal-2026-03-16-00000000", MONDAY, AlertState.OPEN, "anne"));
    }

    private static AlertDecision closed(List<SignalReading> readings, int week) {
        var id = Alerts.of(readings, List.of()).get(0).id();
        return new AlertDecision(id, MONDAY.plusWeeks(week), AlertState.CLOSED, "anne");
    }

    /** A reading a week: a point is at rest, a mark is an alarm in a deviation that began with its first mark. */
    private static List<SignalReading> readings(String marks) {
        var readings = new ArrayList<SignalReading>();
        LocalDate since = null;
        for (int w = 0; w < marks.length(); w++) {
            boolean alarm = marks.charAt(w) == '!';
            var asOf = MONDAY.plusWeeks(w);
            since = alarm ? (since == null ? asOf.minusWeeks(1) : since) : null;
            readings.add(new SignalReading(
                    asOf, "P017", null, "refusal", new Count(19, 50), 0.06, 0.08, 9, 1e-4, 0.01, since, alarm));
        }
        return readings;
    }
}
