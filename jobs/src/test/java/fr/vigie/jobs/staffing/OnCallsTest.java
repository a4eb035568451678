package fr.vigie.jobs.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import fr.vigie.roster.AnsweredTeams;
import fr.vigie.roster.PlacedTeams;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody on two shifts at once is one person. */
class OnCallsTest {
    private static Shift calls(String operator, int from, int until) {
        return piece(operator, from, until, Activity.CALLS);
    }

    private static Shift piece(String operator, int from, int until, Activity activity) {
        return new Shift(operator, at(from), at(until), activity);
    }

    private static Instant at(int hour) {
        return Instant.parse("2026-03-09T00:00:00Z").plusSeconds(3600L * hour);
    }

    @Test
    void whatOverlapsCountsOnce() {
        assertEquals(
                List.of(calls("a", 8, 11), calls("a", 11, 12)),
                OnCalls.of(List.of(calls("a", 9, 12), calls("a", 8, 11))));
    }

    @Test
    void aShiftWithinAnotherAddsNothing() {
        assertEquals(
                List.of(calls("a", 8, 12), calls("a", 12, 13)),
                OnCalls.of(List.of(calls("a", 8, 12), calls("a", 9, 10), calls("a", 11, 13))));
    }

    @Test
    void twoPeopleAreTwo() {
        var both = List.of(calls("a", 8, 12), calls("b", 9, 11));
        assertEquals(both, OnCalls.of(both));
    }

    @Test
    void onlyCallsCount() {
        assertEquals(
                List.of(calls("a", 8, 9)), OnCalls.of(List.of(piece("a", 7, 10, Activity.TRAINING), calls("a", 8, 9))));
    }

    @Test
    void whoIsPlannedTwiceIsPlannedOnce() {
        var planned = new PlannedAgents(
                ZoneOffset.UTC,
                List.of(calls("a", 8, 12), calls("a", 9, 11)),
                new PlacedTeams(AnsweredTeams.network()));
        assertEquals(1, planned.at("network", at(10), 30));
    }
}
