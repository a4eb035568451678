package fr.vigie.jobs.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.care.TeamDays;
import fr.vigie.input.Operator;
import fr.vigie.input.Presence;
import fr.vigie.input.PresenceState;
import fr.vigie.jobs.lake.CallRow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CareDaysTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant TEN = Instant.parse("2026-03-02T09:00:00Z");

    private static Operator operator(String id, @Nullable String skills) {
        return new Operator(id, null, 35.0, null, null, null, null, skills, null);
    }

    private static CallRow call(String operator, int from, int seconds, String request, String disposition) {
        return new CallRow(
                operator + from,
                "test",
                "p1",
                null,
                null,
                null,
                TEN,
                null,
                TEN.plusSeconds(from),
                TEN.plusSeconds(from + seconds),
                20,
                operator,
                "answered",
                request,
                disposition,
                null,
                null,
                "operator",
                null,
                1,
                DAY);
    }

    @Test
    void groupsOperatorsBySkillsInAnyOrder() {
        var teams =
                new Teams(List.of(operator("a", "south|north"), operator("b", " north | south "), operator("c", null)));
        assertEquals("north+south", teams.of("a"));
        assertEquals("north+south", teams.of("b"));
        assertEquals("network", teams.of("c"));
        assertEquals("network", teams.of("unknown"));
    }

    @Test
    void countsHardCallsAndWrapUpAndWithholdsTheSmallTeam() {
        var operators = List.of(
                operator("a", "n"), operator("b", "n"), operator("c", "n"), operator("d", "s"), operator("e", "s"));
        var ready = new ArrayList<Presence>();
        operators.forEach(
                o -> ready.add(new Presence(o.operatorId(), TEN, TEN.plusSeconds(3600), PresenceState.AVAILABLE)));
        var calls = List.of(
                call("a", 0, 100, "booking", "no_slot"),
                call("a", 300, 100, "urgent", "transferred"),
                call("b", 0, 100, "booking", "booked"),
                call("c", 0, 100, "change", "moved"),
                call("d", 0, 100, "booking", "booked"));
        var rows = new CareDays(
                        DAY.plusDays(1),
                        new Teams(operators),
                        new TeamDays(
                                ZoneId.of("Europe/Paris"), new CareConfig(4, Duration.ofSeconds(60), 0.88, 3).rules()))
                .of(calls, ready);
        assertEquals(3, rows.size(), rows::toString);
        var north = rows.get(0);
        assertEquals("n", north.team());
        assertNull(north.hour());
        assertEquals(0.5, north.hardCalls());
        assertEquals(4 * 120 / 10800.0, north.occupancy());
        assertEquals(10, rows.get(1).hour());
        assertEquals("s", rows.get(2).team());
        assertNull(rows.get(2).occupancy());
        assertTrue(!rows.toString().contains("operatorId"));
    }
}
