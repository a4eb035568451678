package fr.vigie.jobs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.input.Activity;
import fr.vigie.input.Operator;
import fr.vigie.input.Presence;
import fr.vigie.input.PresenceState;
import fr.vigie.input.Shift;
import fr.vigie.jobs.lake.PublishedRosterRow;
import fr.vigie.report.TeamAdherence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was planned against what was worked, from the tables. */
class TeamDaysTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);
    private static final TeamDays DAYS = new TeamDays(PARIS, MONDAY.minusWeeks(1), MONDAY.plusWeeks(1));

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(PARIS).toInstant();
    }

    private static List<Operator> operators(String... skills) {
        return IntStream.range(0, skills.length)
                .mapToObj(i -> new Operator("op" + i, null, 35.0, null, null, null, null, skills[i], null))
                .toList();
    }

    private static List<Shift> shifts(LocalDate day, int people, int until) {
        return IntStream.range(0, people)
                .mapToObj(i -> new Shift("op" + i, at(day, 8), at(day, until), Activity.CALLS))
                .toList();
    }

    private static List<Presence> seen(LocalDate day, int people, int until) {
        return IntStream.range(0, people)
                .mapToObj(i -> new Presence("op" + i, at(day, 8), at(day, until), PresenceState.AVAILABLE))
                .toList();
    }

    private static List<PublishedRosterRow> published(int version, int until) {
        return published(version, at(MONDAY.minusDays(3 - version), 12), until);
    }

    private static List<PublishedRosterRow> published(int version, Instant when, int until) {
        return shifts(MONDAY, 3, until).stream()
                .map(shift -> new PublishedRosterRow(
                        MONDAY,
                        version,
                        when,
                        "Ana",
                        shift.operatorId(),
                        shift.startsAt(),
                        shift.endsAt(),
                        "calls",
                        null))
                .toList();
    }

    @Test
    void theLastPublishedVersionIsThePlanAndShiftsWhereNoneWas() {
        var rosters = Stream.concat(published(1, 18).stream(), published(2, 12).stream())
                .toList();
        var weekBefore = MONDAY.minusWeeks(1);
        var shifts = Stream.concat(shifts(MONDAY, 3, 19).stream(), shifts(weekBefore, 3, 10).stream())
                .toList();
        var seen = Stream.concat(seen(MONDAY, 3, 12).stream(), seen(weekBefore, 3, 10).stream())
                .toList();
        var days = DAYS.of(rosters, shifts, seen, operators("G1", "G1", "G1"), List.of("network"));
        assertEquals(
                List.of(
                        new TeamAdherence(weekBefore, "network", 3, 360, 360, 1, 0, 0, 0, 0, 0),
                        new TeamAdherence(MONDAY, "network", 3, 720, 720, 1, 0, 0, 0, 0, 0)),
                days);
    }

    @Test
    void aRosterMendedWithinTheDayHidesNothing() {
        // Published at seven, when it was known that all would leave at twelve.
        var rosters = Stream.concat(published(1, 18).stream(), published(2, at(MONDAY, 7), 12).stream())
                .toList();
        var days = DAYS.of(rosters, List.of(), seen(MONDAY, 3, 12), operators("G1", "G1", "G1"), List.of("network"));
        assertEquals(List.of(new TeamAdherence(MONDAY, "network", 3, 1800, 720, 0.4, 0, 1080, 0, 0, 0)), days);
    }

    @Test
    void teamsAreGroupsAndThoseOfTooFewAreLeftOut() {
        var days = DAYS.of(
                List.of(),
                shifts(MONDAY, 6, 12),
                seen(MONDAY, 6, 11),
                operators("G1", "G1|G9", "G1", "G2", "G2", "G1|G2"),
                List.of("G1", "G2"));
        assertEquals(1, days.size(), days::toString);
        assertEquals("G1", days.get(0).team());
        assertEquals(0.75, days.get(0).share());
        assertEquals(180, days.get(0).leftEarly());
    }

    @Test
    void daysOutsideTheReportAreLeftOut() {
        var late = MONDAY.plusWeeks(1);
        assertEquals(
                List.of(),
                DAYS.of(List.of(), shifts(late, 3, 12), seen(late, 3, 12), operators("", "", ""), List.of("network")));
    }
}
