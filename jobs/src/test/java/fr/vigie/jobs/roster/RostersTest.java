package fr.vigie.jobs.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.Activity;
import fr.vigie.input.Operator;
import fr.vigie.input.Shift;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.StaffingRow;
import fr.vigie.load.DayLoad;
import fr.vigie.roster.Employee;
import fr.vigie.roster.LabourProfile;
import fr.vigie.roster.RosterCheck;
import fr.vigie.roster.RosterPlan;
import fr.vigie.roster.RosterWeights;
import fr.vigie.roster.Violation;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The need of a week, operators and their shifts to rosters, without a lake. */
class RostersTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);
    private static final RosterConfig CONFIG = new RosterConfig(
            "idcc-2098-centres-appels", 0.05, 8, 35, 2_000, 0, 1, RosterWeights.DEFAULT, List.of("all"), Map.of());
    private static final Rosters ROSTERS = new Rosters(MONDAY, PARIS, CONFIG, false);

    @Test
    void whoLeftOrHasNoHoursIsNotRosteredAndWhoLeavesInTheWeekIsUntilThen() {
        var operators = List.of(
                operator("stays", 35.0, null, null),
                operator("left", 35.0, MONDAY.minusDays(1), null),
                operator("leaves", 35.0, MONDAY.plusDays(1), null),
                operator("none", 0.0, null, null),
                operator("unknown", null, null, null));
        var days = days(ROSTERS.plans(need("network", 3), operators, List.of()));
        assertEquals(List.of("leaves", "stays", "unknown"), List.copyOf(days.keySet()));
        assertTrue(days.getOrDefault("leaves", List.of()).stream().noneMatch(day -> day.isAfter(MONDAY.plusDays(1))));
        assertEquals(5, days.getOrDefault("unknown", List.of()).size(), "default-contract-hours");
    }

    @Test
    void anAbsenceOfAnHourTakesThatHourAndNeitherTheDayNorAFifthOfTheContract() {
        var doctor = new Shift("a", at(MONDAY, 10), at(MONDAY, 11), Activity.ABSENCE);
        var saturday = new Shift("a", at(MONDAY.plusDays(5), 0), at(MONDAY.plusDays(6), 0), Activity.ABSENCE);
        var plan = ROSTERS.plans(
                        need("network", 3), List.of(operator("a", 40.0, null, null)), List.of(doctor, saturday))
                .get(0);
        assertEquals(Map.of("a", 0), plan.unplannedMinutes());
        var onMonday = plan.pieces().stream()
                .filter(piece -> piece.endsAt().isBefore(at(MONDAY.plusDays(1), 0)))
                .toList();
        assertFalse(onMonday.isEmpty());
        assertTrue(
                onMonday.stream()
                        .allMatch(piece -> !piece.endsAt().isAfter(doctor.startsAt())
                                || !piece.startsAt().isBefore(doctor.endsAt())),
                onMonday::toString);
    }

    @Test
    void anAbsenceThatLeavesLessThanTheShortestDayTakesTheDay() {
        var absence = new Shift("a", at(MONDAY, 10), at(MONDAY, 16), Activity.ABSENCE);
        var plan = ROSTERS.plans(need("network", 3), List.of(operator("a", 35.0, null, null)), List.of(absence))
                .get(0);
        assertTrue(plan.pieces().stream().noneMatch(piece -> piece.endsAt().isBefore(at(MONDAY.plusDays(1), 0))));
        assertEquals(
                28 * 60,
                plan.pieces().stream()
                                .filter(piece -> piece.activity() != Activity.BREAK
                                        || piece.endsAt()
                                                .equals(piece.startsAt().plusSeconds(900)))
                                .mapToLong(piece -> piece.endsAt().getEpochSecond()
                                        - piece.startsAt().getEpochSecond())
                                .sum()
                        / 60);
    }

    @Test
    void workOnADayWithAShortAbsenceIsLegalOutsideOfIt() {
        var doctor = new Shift("a", at(MONDAY, 10), at(MONDAY, 11), Activity.ABSENCE);
        var known = new Workforce(MONDAY, PARIS, List.of(doctor), CONFIG, false)
                .employees(List.of(operator("a", 35.0, null, null)));
        var check = new RosterCheck(LabourProfile.IDCC_2098, PARIS, DayOfWeek.MONDAY);
        var after = new Shift("a", at(MONDAY, 13), at(MONDAY, 17), Activity.CALLS);
        assertEquals(List.of(), check.violations(known, List.of(doctor, after), MONDAY, MONDAY.plusWeeks(1)));
        var during = new Shift("a", at(MONDAY, 9), at(MONDAY, 13), Activity.CALLS);
        assertEquals(
                List.of("nobody-works-during-an-absence"),
                check.violations(known, List.of(doctor, during), MONDAY, MONDAY.plusWeeks(1)).stream()
                        .map(Violation::rule)
                        .toList());
    }

    @Test
    void anAbsenceThatCoversTheWeekLeavesTheOthers() {
        var absence = new Shift("a", at(MONDAY.minusDays(3), 0), at(MONDAY.plusDays(9), 0), Activity.ABSENCE);
        var operators = List.of(operator("a", 35.0, null, null), operator("b", 35.0, null, null));
        assertEquals(
                List.of("b"),
                List.copyOf(days(ROSTERS.plans(need("network", 2), operators, List.of(absence)))
                        .keySet()));
    }

    @Test
    void nobodyAtAllIsAPlanThatMissesEverything() {
        var plan = ROSTERS.plans(need("network", 3), List.of(), List.of()).get(0);
        assertEquals(List.of(), plan.pieces());
        assertEquals(6 * 48 * 4, plan.under(), "three, and a twentieth in reserve");
    }

    @Test
    void whoWorkedLongWeeksWorksLessInsteadOfStoppingTheRoster() {
        // Eleven weeks of 46 hours: 22 are left for the twelfth.
        var shifts = new ArrayList<Shift>();
        for (var day = MONDAY.minusWeeks(11); day.isBefore(MONDAY); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() <= 5) {
                shifts.add(new Shift("a", at(day, 8), at(day, 8).plusSeconds(9 * 3600 + 12 * 60), Activity.CALLS));
            }
        }
        var plans = ROSTERS.plans(need("network", 3), List.of(operator("a", 35.0, null, null)), shifts);
        var pieces = new ArrayList<>(shifts);
        pieces.addAll(plans.get(0).pieces());
        assertFalse(plans.get(0).pieces().isEmpty());
        assertEquals(13 * 60, plans.get(0).unplannedMinutes().get("a"));
        assertEquals(
                List.of(),
                new RosterCheck(LabourProfile.IDCC_2098_CENTRES_APPELS, PARIS, DayOfWeek.MONDAY)
                        .violations(List.of(new Employee("a", 35 * 60)), pieces, MONDAY, MONDAY.plusWeeks(1)));
    }

    @Test
    void aContractThatNoLawAllowsIsNamed() {
        var error = assertThrows(
                UserError.class,
                () -> ROSTERS.plans(need("network", 3), List.of(operator("op7", 60.0, null, null)), List.of()));
        assertEquals(1, error.exitCode());
        assertTrue(String.valueOf(error.getMessage()).startsWith("The contract of op7 (60"), error::getMessage);
    }

    @Test
    void aShortContractIsRefusedUnlessItWasAskedFor() {
        var operators = List.of(operator("op7", 20.0, null, null));
        var error = assertThrows(UserError.class, () -> rosters(List.of("op8"), Map.of())
                .plans(need("network", 3), operators, List.of()));
        assertEquals(1, error.exitCode());
        assertTrue(
                String.valueOf(error.getMessage()).startsWith("The contract of op7 (20.0 hours a week) is below 23"),
                error::getMessage);
        var plans = rosters(List.of("op7"), Map.of()).plans(need("network", 3), operators, List.of());
        assertFalse(plans.get(0).pieces().isEmpty());
    }

    @Test
    void whoIsUnderAgeWorks35HoursAtMost() {
        var operators = List.of(operator("a", 39.0, null, null), operator("b", 39.0, null, null));
        var plan = rosters(List.of(), Map.of("a", MONDAY.plusYears(1), "b", MONDAY))
                .plans(need("network", 3), operators, List.of())
                .get(0);
        assertEquals(Map.of("a", 4 * 60, "b", 0), plan.unplannedMinutes());
    }

    @Test
    void whoCanAnswerSeveralGroupsIsWhereMostIsMissing() {
        var operators = IntStream.range(0, 8)
                .mapToObj(i -> operator("op" + i, 35.0, null, i < 6 ? "north|south" : i == 6 ? "north" : null))
                .toList();
        var need = new ArrayList<>(need("north", 3));
        need.addAll(need("south", 3));
        var plans = ROSTERS.plans(need, operators, List.of());
        assertEquals(
                List.of(4, 3),
                plans.stream().map(p -> p.unplannedMinutes().size()).toList());
        assertTrue(plans.stream().noneMatch(p -> p.unplannedMinutes().containsKey("op7")), "without a skill");
    }

    @Test
    void aPieceNamesTheTeamThatItsOperatorIsPlannedFor() {
        var operators = IntStream.range(0, 8)
                .mapToObj(i -> operator("op" + i, 35.0, null, "north|south"))
                .toList();
        // Six and two all of a week of 35 hours.
        var need = need("north", 6).stream()
                .filter(row -> row.startsAt().isBefore(at(row.localDate(), 14)))
                .filter(row -> row.localDate().isBefore(MONDAY.plusDays(5)))
                .collect(Collectors.toCollection(ArrayList::new));
        need.addAll(need.stream()
                .map(row -> Needed.halfHour(MONDAY, "south", row.startsAt(), row.localDate(), 2))
                .toList());
        var teams = ROSTERS.teams(need, operators, List.of());
        assertEquals(8, teams.size());
        assertEquals(6, Collections.frequency(teams.values(), "north"));
        var plan = new RosterPlan(
                MONDAY,
                List.of(new Shift("op3", at(MONDAY, 8), at(MONDAY, 9), Activity.CALLS)),
                List.of(),
                new TreeMap<>());
        assertEquals(teams.get("op3"), Rosters.rows(List.of(plan), teams).get(0).team());
        var workforce = new Workforce(MONDAY, PARIS, List.of(), CONFIG, false);
        var moved = new TreeMap<>(teams);
        moved.replaceAll((operator, team) -> team.equals("north") ? "south" : "north");
        assertEquals(
                moved, TeamWeek.byOperator(TeamWeek.all(need, workforce, operators, moved)), "a roster goes first");
        assertEquals(
                teams,
                TeamWeek.byOperator(TeamWeek.all(need, workforce, operators, Map.of("op3", "closed"))),
                "but for a team that there is no more");
    }

    @Test
    void aSkillThatNobodyHasIsNamedAndTheOtherTeamsAreRostered() {
        var need = new ArrayList<>(need("north", 3));
        need.addAll(need("south", 1));
        var operators = List.of(operator("a", 35.0, null, "north"), operator("b", 35.0, MONDAY.minusDays(1), "south"));
        assertEquals(List.of("south"), unanswered(need, operators));
        var plans = ROSTERS.plans(need, operators, List.of());
        assertEquals(List.of("a"), List.copyOf(days(plans).keySet()));
        assertEquals(6 * 48 * 2, plans.get(1).under(), "one, and a twentieth in reserve");
    }

    @Test
    void aGroupWithoutCallsAndPracticesWithoutAGroupLackNoSkill() {
        var need = new ArrayList<>(need("north", 3));
        need.addAll(need(DayLoad.NO_GROUP, 1));
        need("south", 1).stream().map(RostersTest::withoutCalls).forEach(need::add);
        var operators = List.of(operator("a", 35.0, null, "north"));
        assertEquals(List.of(), unanswered(need, operators));
        assertEquals(
                List.of("a"),
                List.copyOf(days(ROSTERS.plans(need, operators, List.of())).keySet()));
    }

    private static List<String> unanswered(List<StaffingRow> need, List<Operator> operators) {
        return Rosters.unanswered(need, new Workforce(MONDAY, PARIS, List.of(), CONFIG, false).employed(operators));
    }

    private static StaffingRow withoutCalls(StaffingRow row) {
        return Needed.halfHour(row.asOf(), row.group(), row.startsAt(), row.localDate(), row.agents(), 0);
    }

    @Test
    void aSkillWhoseOperatorsAreAwayIsNotMissing() {
        var away = new Shift("b", at(MONDAY, 0), at(MONDAY.plusDays(7), 0), Activity.ABSENCE);
        var operators = List.of(operator("a", 35.0, null, "north"), operator("b", 35.0, null, "south"));
        var need = new ArrayList<>(need("north", 3));
        need.addAll(need("south", 1));
        assertEquals(List.of(), unanswered(need, operators));
        assertEquals(
                6 * 48 * 2,
                ROSTERS.plans(need, operators, List.of(away)).get(1).under(),
                "one, and a twentieth in reserve");
    }

    @Test
    void anIllegalRosterGoesNowhere() {
        var tooLong = new Shift("a", at(MONDAY, 7), at(MONDAY, 19), Activity.CALLS);
        var plan = new RosterPlan(MONDAY, List.of(tooLong), List.of(), new TreeMap<>());
        var error = assertThrows(
                UserError.class, () -> ROSTERS.check(List.of(new Employee("a", 35 * 60)), List.of(plan), List.of()));
        assertTrue(String.valueOf(error.getMessage()).contains("C. trav. L3121-18"), error::getMessage);
    }

    private static Rosters rosters(List<String> shortContracts, Map<String, LocalDate> minors) {
        var config = new RosterConfig(
                "idcc-2098-centres-appels", 0.05, 8, 35, 2_000, 0, 1, RosterWeights.DEFAULT, shortContracts, minors);
        return new Rosters(MONDAY, PARIS, config, false);
    }

    private static Map<String, List<LocalDate>> days(List<RosterPlan> plans) {
        return plans.stream()
                .flatMap(plan -> plan.pieces().stream())
                .collect(Collectors.groupingBy(
                        Shift::operatorId,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(
                                        piece -> LocalDate.ofInstant(piece.startsAt(), PARIS), Collectors.toSet()),
                                List::copyOf)));
    }

    /** So many from seven to seven, Monday to Saturday. */
    private static List<StaffingRow> need(String group, int agents) {
        var rows = new ArrayList<StaffingRow>();
        for (int day = 0; day < 6; day++) {
            for (int half = 0; half < 24; half++) {
                var date = MONDAY.plusDays(day);
                var start = at(date, 7).plusSeconds(1800L * half);
                rows.add(Needed.halfHour(MONDAY, group, start, date, agents));
            }
        }
        return rows;
    }

    private static Operator operator(
            String id, @Nullable Double hours, @Nullable LocalDate leftOn, @Nullable String skills) {
        return new Operator(id, null, hours, LocalDate.of(2020, 1, 1), null, leftOn, null, skills, null);
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(PARIS).toInstant();
    }
}
