package fr.vigie.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.vigie.input.Activity;
import fr.vigie.input.Presence;
import fr.vigie.input.PresenceState;
import fr.vigie.input.Shift;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Planned against worked, by hand. */
class PlannedAndWorkedTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);
    private static final int HOUR = 3600;

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(PARIS).toInstant();
    }

    private static Shift planned(String operator, int from, int until) {
        return new Shift(operator, at(MONDAY, from, 0), at(MONDAY, until, 0), Activity.CALLS);
    }

    private static Presence seen(String operator, int from, int fromMinute, int until, int untilMinute) {
        return new Presence(
                operator, at(MONDAY, from, fromMinute), at(MONDAY, until, untilMinute), PresenceState.AVAILABLE);
    }

    private static List<Adherence> of(List<Shift> planned, List<Presence> seen) {
        return new PlannedAndWorked(PARIS, operator -> operator.substring(0, 1)).of(planned, seen);
    }

    @Test
    void lateAwayEarlyAndUnplannedAreToldApart() {
        // Planned 8 to 12 and 13 to 17; there 8:10 to 10:00, 10:30 to 12:15, 13:00 to 16:30.
        var day = of(
                        List.of(planned("a1", 8, 12), planned("a1", 13, 17)),
                        List.of(seen("a1", 8, 10, 10, 0), seen("a1", 10, 30, 12, 15), seen("a1", 13, 0, 16, 30)))
                .get(0);
        assertEquals(8 * HOUR, day.planned());
        assertEquals(600, day.late());
        assertEquals(1800, day.leftEarly());
        assertEquals(1800, day.away());
        assertEquals(0, day.absent());
        assertEquals(8 * HOUR - 600 - 1800 - 1800, day.asPlanned());
        assertEquals(900, day.unplanned());
        assertEquals((480 - 10 - 30 - 30) / 480.0, day.share());
    }

    @Test
    void whoDoesNotComeIsAbsentAndNotLate() {
        var day = of(List.of(planned("a1", 8, 12), planned("a2", 8, 12)), List.of(seen("a2", 8, 0, 12, 0)))
                .get(0);
        assertEquals(4 * HOUR, day.absent());
        assertEquals(0, day.late());
        assertEquals(2, day.people());
        assertEquals(0.5, day.share());
    }

    @Test
    void aDayThatNobodySawIsUnknownAndNotMissed() {
        var tuesday = new Shift("a1", at(MONDAY.plusDays(1), 8, 0), at(MONDAY.plusDays(1), 12, 0), Activity.CALLS);
        var days = of(List.of(planned("a1", 8, 12), tuesday), List.of(seen("a1", 8, 0, 12, 0)));
        assertEquals(List.of(MONDAY), days.stream().map(Adherence::day).toList());
    }

    @Test
    void whoComesWithoutAPlanIsUnplanned() {
        var day = of(List.of(), List.of(seen("a1", 8, 0, 9, 0))).get(0);
        assertEquals(HOUR, day.unplanned());
        assertEquals(0, day.planned());
        assertEquals(1, day.people());
        assertEquals(1.0, day.share());
    }

    @Test
    void pausesAndOtherWorkAreNotPlannedOnCalls() {
        var training = new Shift("a1", at(MONDAY, 8, 0), at(MONDAY, 9, 0), Activity.TRAINING);
        var paused = new Presence("a1", at(MONDAY, 9, 0), at(MONDAY, 10, 0), PresenceState.PAUSED);
        var day = of(List.of(training, planned("a1", 9, 12)), List.of(paused, seen("a1", 10, 0, 12, 0)))
                .get(0);
        assertEquals(3 * HOUR, day.planned());
        assertEquals(HOUR, day.late(), "paused is not ready");
    }

    @Test
    void whatOverlapsCountsOnce() {
        var day = of(
                        List.of(planned("a1", 8, 12)),
                        List.of(seen("a1", 8, 0, 10, 0), seen("a1", 9, 0, 12, 0), seen("a1", 9, 30, 9, 45)))
                .get(0);
        assertEquals(4 * HOUR, day.asPlanned());
        assertEquals(0, day.unplanned());
    }

    @Test
    void teamsAreApartAndInOrder() {
        var days = of(
                List.of(planned("b1", 8, 12), planned("a1", 8, 12)),
                List.of(seen("b1", 8, 0, 12, 0), seen("a1", 8, 0, 12, 0)));
        assertEquals(List.of("a", "b"), days.stream().map(Adherence::team).toList());
    }

    @Test
    void partsThatDoNotAddUpAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Adherence(MONDAY, "a", 1, 10, 9, 0, 0, 0, 0, 0));
    }
}
