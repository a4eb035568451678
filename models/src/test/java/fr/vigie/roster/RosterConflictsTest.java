package fr.vigie.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import fr.vigie.roster.solver.ShiftSolvers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A roster that cannot be as it should says what contradicts what. */
class RosterConflictsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @EnumSource
    void aTrainingOnADayOfLeaveContradictsTheLeave(LabourProfile profile) {
        var a = new Employee("a", 35 * 60, Set.of(MONDAY, MONDAY.plusDays(4)), 0, null, 48 * 60);
        var training = shift(MONDAY, 9, 12, Activity.TRAINING);
        assertEquals(
                List.of(List.of(new Demand.Leave("a", MONDAY), new Demand.Fixed("a", MONDAY))),
                demands(profile, a, List.of(training)));
    }

    @Test
    void aMeetingTooSoonAfterTheLastDayContradictsTheRest() {
        var a = new Employee("a", 35 * 60, Set.of(), 0, LocalDateTime.of(2026, 3, 1, 23, 0), 48 * 60);
        assertEquals(
                List.of(List.of(new Demand.RestBefore("a"), new Demand.Fixed("a", MONDAY))),
                demands(LabourProfile.IDCC_2098, a, List.of(shift(MONDAY, 8, 9, Activity.MEETING))));
    }

    @Test
    void aTrainingWhenTheHouseIsClosedContradictsNothingButTheOpening() {
        var a = new Employee("a", 35 * 60);
        assertEquals(
                List.of(List.of(new Demand.Fixed("a", MONDAY))),
                demands(LabourProfile.IDCC_2098, a, List.of(shift(MONDAY, 18, 21, Activity.TRAINING))));
    }

    @Test
    void fixedDaysMayBeMoreThanTheContract() {
        var a = new Employee("a", 8 * 60);
        var fixed = IntStream.range(0, 3)
                .mapToObj(day -> shift(MONDAY.plusDays(day), 9, 11, Activity.TRAINING))
                .toList();
        var conflicts = demands(LabourProfile.IDCC_2098, a, fixed);
        assertEquals(1, conflicts.size());
        assertTrue(conflicts.get(0).contains(new Demand.ContractHours()), conflicts::toString);
        assertTrue(conflicts.get(0).stream().anyMatch(Demand.Fixed.class::isInstance), conflicts::toString);
    }

    @Test
    void longWeeksBeforeContradictTheHoursOwed() {
        var a = new Employee("a", 35 * 60, Set.of(), 0, null, 20 * 60);
        assertEquals(
                List.of(List.of(new Demand.TwelveWeeks(), new Demand.HoursOwed("a"))),
                demands(LabourProfile.IDCC_2098, a, List.of()));
    }

    @ParameterizedTest
    @EnumSource
    void overtimeThatTheYearNoLongerLeavesIsNotPutDownToTheTwelveWeeks(LabourProfile profile) {
        var quota = profile.overtime();
        var a = new Employee("a", 40 * 60, Set.of(), 0, null, new MinutesLeft(48 * 60, 35 * 60), Standing.ORDINARY);
        assertEquals(
                List.of(List.of(new Demand.YearlyOvertime(quota.hours(), quota.article()), new Demand.HoursOwed("a"))),
                demands(profile, a, List.of()));
        assertTrue(quota.article().contains("L3121-33"), quota::article);
    }

    @Test
    void aMeetingOfAllContradictsTheNeedOfItsDay() {
        assumeTrue(ShiftSolvers.whyNotTheBest().isEmpty());
        // One at a time would do, but from ten to eleven on Monday nobody is left.
        var people = IntStream.range(0, 5)
                .mapToObj(i -> new Employee("op" + i, 35 * 60))
                .toList();
        var considerations = people.stream()
                .collect(Collectors.toMap(
                        Employee::operatorId,
                        e -> new Consideration(
                                List.of(),
                                Set.of(),
                                List.of(new Shift(e.operatorId(), at(MONDAY, 10), at(MONDAY, 11), Activity.MEETING)))));
        var rostering = new Rostering(LabourProfile.IDCC_2098, 2_000);
        var need = need(1, 5);
        var plan = rostering.plan(
                need,
                people,
                considerations,
                RandomGeneratorFactory.of("L64X128MixRandom").create(1));
        assertEquals(4, plan.under());
        assertEquals(OptionalInt.of(4), rostering.leastUnderstaffing(need, people, considerations));
        var conflicts = rostering.explain(need, people, considerations, plan);
        assertEquals(1, conflicts.size());
        assertEquals(
                List.of(new Demand.NeedOf(MONDAY), new Demand.FixedWork(MONDAY)),
                conflicts.get(0).demands());
        assertEquals(
                List.of(new Conflict.Relief(new Demand.FixedWork(MONDAY), 0)),
                conflicts.get(0).reliefs());
    }

    @Test
    void whoFitsHasNoConflict() {
        var training = shift(MONDAY, 9, 12, Activity.TRAINING);
        assertEquals(List.of(), demands(LabourProfile.IDCC_2098, new Employee("a", 35 * 60), List.of(training)));
    }

    @Test
    void aNeedThatLeaveLeavesOpenNamesTheDayTheLeaveAndWhatIsMissing() {
        assumeTrue(ShiftSolvers.whyNotTheBest().isEmpty());
        // One at a time from eight to six on Monday; two who could, and both are away.
        var away = Set.of(MONDAY);
        var people = List.of(
                new Employee("a", 35 * 60, away, 0, null, 48 * 60), new Employee("b", 35 * 60, away, 0, null, 48 * 60));
        var rostering = new Rostering(LabourProfile.IDCC_2098, 500);
        var need = need(1, 5);
        var plan = rostering.plan(
                need, people, RandomGeneratorFactory.of("L64X128MixRandom").create(1));
        var conflicts = rostering.explain(need, people, Map.of(), plan);
        assertEquals(1, conflicts.size());
        var conflict = conflicts.get(0);
        assertTrue(conflict.demands().contains(new Demand.NeedOf(MONDAY)), conflict::toString);
        assertTrue(conflict.demands().stream().anyMatch(Demand.Leave.class::isInstance), conflict::toString);
        var gap = conflict.hours().get(0);
        assertEquals(at(MONDAY, 8), gap.from());
        assertEquals(at(MONDAY, 18), gap.until());
        assertEquals(40, gap.quarters());
        // A day of ten hours needs two: one alone works nine of them at most.
        assertTrue(
                conflict.reliefs().stream().allMatch(relief -> relief.missing() > 0 && relief.missing() < 40),
                conflict::toString);
    }

    @Test
    void tooFewHoursOfContractAreTheConflictWhereAllAreThere() {
        assumeTrue(ShiftSolvers.whyNotTheBest().isEmpty());
        // Fifty hours of need, two contracts of twenty: with more hours the two would do.
        var people = List.of(new Employee("a", 20 * 60), new Employee("b", 20 * 60));
        var rostering = new Rostering(LabourProfile.CODE_DU_TRAVAIL, 500);
        var need = need(1, 5);
        var plan = rostering.plan(
                need, people, RandomGeneratorFactory.of("L64X128MixRandom").create(1));
        var conflict = rostering.explain(need, people, Map.of(), plan).get(0);
        assertTrue(conflict.demands().contains(new Demand.ContractHours()), conflict::toString);
        assertTrue(conflict.demands().stream().noneMatch(Demand.Leave.class::isInstance), conflict::toString);
        assertEquals(List.of(new Conflict.Relief(new Demand.ContractHours(), 0)), conflict.reliefs());
    }

    private static List<List<Demand>> demands(LabourProfile profile, Employee employee, List<Shift> fixed) {
        var considerations = Map.of("a", new Consideration(List.of(), Set.of(), fixed));
        var rostering = new Rostering(profile, 500);
        var need = need(1, 5);
        var plan = rostering.plan(
                need,
                List.of(employee),
                considerations,
                RandomGeneratorFactory.of("L64X128MixRandom").create(1));
        return new RosterConflicts(need, List.of(employee), considerations, profile, plan)
                .ofPeople().stream().map(Conflict::demands).toList();
    }

    private static Need need(int agents, int days) {
        var need = new HashMap<Instant, Integer>();
        for (int day = 0; day < days; day++) {
            for (int half = 0; half < 20; half++) {
                need.put(at(MONDAY.plusDays(day), 8).plusSeconds(1800L * half), agents);
            }
        }
        return Need.of(MONDAY, PARIS, 30, need);
    }

    private static Shift shift(LocalDate day, int from, int until, Activity activity) {
        return new Shift("a", at(day, from), at(day, until), activity);
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(PARIS).toInstant();
    }
}
