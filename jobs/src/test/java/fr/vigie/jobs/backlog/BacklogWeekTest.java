package fr.vigie.jobs.backlog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import fr.vigie.input.Work;
import fr.vigie.input.WorkKind;
import fr.vigie.jobs.lake.BacklogRow;
import fr.vigie.jobs.lake.StaffingRow;
import fr.vigie.roster.AnsweredTeams;
import fr.vigie.roster.PlacedTeams;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BacklogWeekTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");

    /** Two on calls of whom one is needed, for four half-hours: 25.5 minutes each to spare. */
    private static final List<StaffingRow> QUIET = intervals(2, 2, 2, 2);

    @Test
    void openWorkIsDoneBeforeItIsDue() {
        var rows = rows(QUIET, List.of(), open(EIGHT.plusSeconds(3600), 40));
        assertEquals(25.5, rows.get(0).spareMinutes(), 1e-9);
        assertEquals(40, rows.get(0).comingMinutes(), 1e-9);
        assertEquals(25.5, rows.get(0).doneMinutes(), 1e-9);
        assertEquals(14.5, rows.get(1).doneMinutes(), 1e-9);
        assertEquals(0, late(rows), 1e-9);
    }

    @Test
    void whatDoesNotFitIsLateAndTellsWhomToAdd() {
        var rows = rows(QUIET, List.of(), open(EIGHT.plusSeconds(1800), 40));
        assertEquals(14.5, rows.get(0).lateMinutes(), 1e-9);
        assertEquals(1, rows.get(0).agentsToAdd());
    }

    @Test
    void workIsExpectedAsOnTheSameWeekdayOfTheWeeksBefore() {
        // In one of two weeks ten minutes came at nine on a Monday, and in both six on a Tuesday, when lines are
        // closed.
        var work = List.of(
                done(EIGHT.minusSeconds(7 * 86_400 - 3600), 3600, 10),
                done(EIGHT.minusSeconds(6 * 86_400), 3600, 6),
                done(EIGHT.minusSeconds(13 * 86_400), 3600, 6));
        var rows = rows(QUIET, List.of(), work);
        assertEquals(
                List.of(0.0, 0.0, 5.0, 0.0),
                rows.stream().map(BacklogRow::comingMinutes).toList());
        assertEquals(5, rows.get(2).doneMinutes(), 1e-9);
    }

    @Test
    void nobodyIsSpareWhereAllAreOnCallsButThoseRosteredForTheWorkAre() {
        var work = open(EIGHT.plusSeconds(1800), 10);
        assertEquals(10, late(rows(intervals(1, 1, 1, 1), List.of(), work)), 1e-9);
        var atTheDesk = new Shift("op1", EIGHT, EIGHT.plusSeconds(900), Activity.WORK);
        assertEquals(0, late(rows(intervals(1, 1, 1, 1), List.of(atTheDesk), work)), 1e-9);
    }

    @Test
    void whoAnswersSeveralTeamsWorksForEachInEqualParts() {
        var atTheDesk = List.of(new Shift("op1", EIGHT, EIGHT.plusSeconds(900), Activity.WORK));
        var teams = new PlacedTeams(new AnsweredTeams(Map.of("op1", List.of("other", "network")), List.of()));
        var rows = new BacklogWeek(
                        MONDAY, ZoneOffset.UTC, intervals(1, 1, 1, 1), atTheDesk, teams, new BacklogConfig(2, 0.85))
                .rows(List.of());
        assertEquals(7.5, rows.get(0).spareMinutes(), 1e-9);
    }

    @Test
    void whoARosterPlansForAnotherTeamWorksThere() {
        var atTheDesk = List.of(new Shift("op1", EIGHT, EIGHT.plusSeconds(900), Activity.WORK));
        var skills = new AnsweredTeams(Map.of("op1", List.of("other", "network")), List.of());
        var placed = new AnsweredTeams(Map.of("op1", List.of("network")), List.of());
        var teams = new PlacedTeams(skills, Map.of(MONDAY, placed));
        var rows = new BacklogWeek(
                        MONDAY, ZoneOffset.UTC, intervals(1, 1, 1, 1), atTheDesk, teams, new BacklogConfig(2, 0.85))
                .rows(List.of());
        assertEquals(15, rows.get(0).spareMinutes(), 1e-9);
    }

    private static double late(List<BacklogRow> rows) {
        return rows.stream().mapToDouble(BacklogRow::lateMinutes).sum();
    }

    private static List<BacklogRow> rows(List<StaffingRow> intervals, List<Shift> pieces, List<Work> work) {
        return new BacklogWeek(
                        MONDAY,
                        ZoneOffset.UTC,
                        intervals,
                        pieces,
                        new PlacedTeams(AnsweredTeams.network()),
                        new BacklogConfig(2, 0.85))
                .rows(work);
    }

    private static List<Work> open(Instant due, double minutes) {
        return List.of(work(EIGHT.minusSeconds(86_400 * 15), due, null, minutes));
    }

    private static Work done(Instant arrived, long secondsToDue, double minutes) {
        return work(arrived, arrived.plusSeconds(secondsToDue), arrived.plusSeconds(60), minutes);
    }

    private static Work work(Instant arrived, Instant due, @Nullable Instant done, double minutes) {
        return new Work("w", "p1", WorkKind.MAIL, arrived, due, done, minutes);
    }

    /** Half-hours from eight on in which one is needed and so many are planned. */
    private static List<StaffingRow> intervals(int... planned) {
        var rows = new ArrayList<StaffingRow>();
        for (int i = 0; i < planned.length; i++) {
            rows.add(new StaffingRow(
                    MONDAY,
                    "network",
                    EIGHT.plusSeconds(1800L * i),
                    MONDAY,
                    30,
                    0.5,
                    "erlang-a",
                    1,
                    2,
                    0.9,
                    5.0,
                    0.01,
                    0.5,
                    planned[i],
                    null,
                    "answered"));
        }
        return rows;
    }
}
