package fr.vigie.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RosteringTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Rostering ROSTERING = new Rostering(LabourProfile.IDCC_2098_CENTRES_APPELS, 20_000);

    /** The need of a working day, half-hour by half-hour from 7:00 to 19:00. */
    private static final int[] HALF_HOURS = {5, 5, 6, 6, 8, 8, 9, 9, 8, 8, 7, 7, 5, 5, 7, 7, 8, 8, 7, 7, 6, 6, 5, 5};

    @ParameterizedTest
    @EnumSource
    void theWeekIsCoveredAndLegal(LabourProfile profile) {
        var plan = new Rostering(profile, 60_000).plan(answeringService(MONDAY), sixteen(), random());
        var violations = new RosterCheck(profile, PARIS, DayOfWeek.MONDAY)
                .violations(sixteen(), plan.pieces(), MONDAY, MONDAY.plusWeeks(1));
        assertEquals(List.of(), violations);
        int need = plan.coverage().stream().mapToInt(Coverage::need).sum();
        assertTrue(plan.under() < 0.03 * need, () -> plan.under() + " of " + need + " quarters are missing");
        assertTrue(plan.unplannedMinutes().values().stream().allMatch(m -> m == 0), () -> plan.unplannedMinutes()
                .toString());
    }

    @Test
    void coverageCountsThePieces() {
        var plan = ROSTERING.plan(answeringService(MONDAY), sixteen(), random());
        for (var quarter : plan.coverage()) {
            long onThePhone = plan.pieces().stream()
                    .filter(p -> p.activity() == Activity.CALLS)
                    .filter(p -> !p.startsAt().isAfter(quarter.startsAt())
                            && p.endsAt().isAfter(quarter.startsAt()))
                    .count();
            assertEquals(quarter.planned(), onThePhone, quarter.startsAt().toString());
        }
    }

    @Test
    void everybodyIsPaidTheContract() {
        var plan = ROSTERING.plan(answeringService(MONDAY), sixteen(), random());
        for (var employee : sixteen()) {
            assertEquals(employee.contractMinutes(), paidMinutes(plan, employee.operatorId()), employee.operatorId());
        }
    }

    @Test
    void theSameSeedGivesTheSameRoster() {
        var first = ROSTERING.plan(answeringService(MONDAY), sixteen(), random());
        var shuffled = new ArrayList<>(sixteen());
        java.util.Collections.reverse(shuffled);
        assertEquals(first, ROSTERING.plan(answeringService(MONDAY), shuffled, random()));
    }

    @Test
    void searchingPays() {
        var none = new Rostering(LabourProfile.IDCC_2098, 0).plan(answeringService(MONDAY), sixteen(), random());
        var some = new Rostering(LabourProfile.IDCC_2098, 60_000).plan(answeringService(MONDAY), sixteen(), random());
        assertTrue(some.under() < none.under(), () -> some.under() + " and " + none.under());
    }

    @Test
    void nobodyIsRosteredOnLeave() {
        var people = new ArrayList<>(sixteen());
        var leave = Set.of(MONDAY, MONDAY.plusDays(1));
        people.set(0, new Employee("op01", 35 * 60, leave, 0, null, 48 * 60));
        var plan = ROSTERING.plan(answeringService(MONDAY), people, random());
        var days = daysOf(plan, "op01");
        assertFalse(days.isEmpty());
        assertTrue(days.stream().noneMatch(leave::contains), days::toString);
        assertEquals(0, plan.unplannedMinutes().get("op01"), "two days of leave are two fifths of the week");
    }

    @Test
    void aWeekFromSundayIsLegalByThatWeekAndRestsItsWeekendInTurn() {
        var sunday = MONDAY.minusDays(1);
        var plan = ROSTERING.plan(Need.of(sunday, PARIS, 30, agents(MONDAY)), sixteen(), random());
        assertEquals(sunday, plan.firstDay());
        assertFalse(plan.pieces().isEmpty());
        assertEquals(
                List.of(),
                new RosterCheck(LabourProfile.IDCC_2098_CENTRES_APPELS, PARIS, DayOfWeek.SUNDAY)
                        .violations(sixteen(), plan.pieces(), sunday, sunday.plusWeeks(1)));
        var saturday = plan.pieces().stream()
                .filter(piece -> date(piece).getDayOfWeek() == DayOfWeek.SATURDAY)
                .map(Shift::operatorId)
                .collect(Collectors.toSet());
        assertTrue(!saturday.isEmpty() && saturday.size() < 16, saturday::toString);
    }

    @Test
    void saturdaysGoRound() {
        var worked = new HashMap<String, Integer>();
        var firsts = saturdayWorkers(MONDAY, worked);
        firsts.forEach(id -> worked.merge(id, 1, Integer::sum));
        var seconds = saturdayWorkers(MONDAY.plusWeeks(1), worked);
        assertFalse(firsts.isEmpty());
        assertTrue(seconds.stream().noneMatch(firsts::contains), () -> firsts + " then " + seconds);
        assertNotEquals(
                saturdayWorkers(MONDAY, Map.of()),
                saturdayWorkers(MONDAY.plusWeeks(1), Map.of()),
                "without history the turn moves on with the weeks");
    }

    private static Set<String> saturdayWorkers(LocalDate monday, Map<String, Integer> worked) {
        var people = sixteen().stream()
                .map(e -> new Employee(
                        e.operatorId(),
                        e.contractMinutes(),
                        Set.of(),
                        worked.getOrDefault(e.operatorId(), 0),
                        null,
                        48 * 60))
                .toList();
        var plan = new Rostering(LabourProfile.IDCC_2098, 0).plan(answeringService(monday), people, random());
        return plan.pieces().stream()
                .filter(p -> date(p).getDayOfWeek() == DayOfWeek.SATURDAY)
                .map(Shift::operatorId)
                .collect(Collectors.toSet());
    }

    @Test
    void aHouseThatNeverClosesKeepsTheRests() {
        var need = new HashMap<Instant, Integer>();
        for (int hour = 0; hour < 7 * 24; hour++) {
            need.put(MONDAY.atStartOfDay(PARIS).plusHours(hour).toInstant(), hour % 24 < 6 ? 1 : 3);
        }
        var people = new ArrayList<Employee>();
        for (int i = 1; i <= 18; i++) {
            var until = LocalDateTime.of(2026, 3, 1, 14 + i % 10, 0);
            people.add(
                    new Employee("op%02d".formatted(i), 35 * 60, Set.of(), 0, until, 48 * 60).with(Standing.ANY_DAY));
        }
        var plan = new Rostering(LabourProfile.IDCC_2098_CENTRES_APPELS, 60_000)
                .plan(Need.of(MONDAY, PARIS, 60, need), people, random());
        var pieces = new ArrayList<>(plan.pieces());
        for (var employee : people) {
            var until = java.util.Objects.requireNonNull(employee.workedUntil()).atZone(PARIS);
            pieces.add(new Shift(
                    employee.operatorId(), until.minusHours(3).toInstant(), until.toInstant(), Activity.CALLS));
        }
        assertEquals(
                List.of(),
                new RosterCheck(LabourProfile.IDCC_2098_CENTRES_APPELS, PARIS, DayOfWeek.MONDAY)
                        .violations(people, pieces, MONDAY, MONDAY.plusWeeks(1)));
        assertTrue(plan.pieces().stream().anyMatch(p -> !date(p).equals(LocalDate.ofInstant(p.endsAt(), PARIS))));
        assertTrue(plan.under() < 40, () -> plan.under() + " quarters are missing");
    }

    @Test
    void whoHasNoHoursIsNotRosteredAndWhoHasTooFewForADayIsNamed() {
        var people = List.of(new Employee("op01", 0), new Employee("op02", 3 * 60), new Employee("op03", 35 * 60));
        var plan = ROSTERING.plan(answeringService(MONDAY), people, random());
        assertEquals(Set.of(), daysOf(plan, "op01"));
        assertEquals(Map.of("op01", 0, "op02", 180, "op03", 0), plan.unplannedMinutes());
    }

    @Test
    void fewerPeopleThanNeededAreRosteredLegallyAndTheRestIsCounted() {
        var two = sixteen().subList(0, 2);
        var plan = ROSTERING.plan(answeringService(MONDAY), two, random());
        int need = plan.coverage().stream().mapToInt(Coverage::need).sum();
        int planned = plan.coverage().stream().mapToInt(Coverage::planned).sum();
        assertEquals(need - planned, plan.under() - plan.over());
        assertTrue(plan.under() > 0.8 * need, () -> plan.under() + " of " + need);
        assertEquals(0, plan.over());
    }

    @Test
    void withoutAnybodyTheWholeNeedIsMissing() {
        var plan = ROSTERING.plan(answeringService(MONDAY), List.of(), random());
        assertEquals(List.of(), plan.pieces());
        assertEquals(plan.coverage().stream().mapToInt(Coverage::need).sum(), plan.under());
        var away = Set.copyOf(MONDAY.datesUntil(MONDAY.plusWeeks(1)).toList());
        var onLeave = List.of(new Employee("op01", 35 * 60, away, 0, null, 48 * 60));
        var absent = ROSTERING.plan(answeringService(MONDAY), onLeave, random());
        assertEquals(List.of(), absent.pieces());
        assertEquals(Map.of("op01", 0), absent.unplannedMinutes(), "leave owes nothing");
    }

    @Test
    void aPublicHolidayIsAFifthOfTheWeek() {
        var monday = LocalDate.of(2026, 5, 11);
        var plan = ROSTERING.plan(answeringService(monday, monday.plusDays(3)), sixteen(), random());
        assertTrue(plan.pieces().stream().noneMatch(p -> date(p).equals(monday.plusDays(3))));
        assertEquals(28 * 60, paidMinutes(plan, "op01"));
        assertEquals(0, plan.unplannedMinutes().get("op01"));
    }

    @Test
    void whoWorkedTooMuchOfLateWorksLess() {
        var people = new ArrayList<>(sixteen());
        people.set(0, new Employee("op01", 35 * 60, Set.of(), 0, null, 12 * 60));
        var plan = ROSTERING.plan(answeringService(MONDAY), people, random());
        assertEquals(12 * 60, paidMinutes(plan, "op01"));
        assertEquals(23 * 60, plan.unplannedMinutes().get("op01"));
    }

    @Test
    void twelveWeeksLeaveWhatTheirAverageAllows() {
        var shifts = new ArrayList<Shift>();
        for (var day = MONDAY.minusWeeks(11); day.isBefore(MONDAY); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() <= 5) {
                var eight = day.atTime(8, 0).atZone(PARIS);
                shifts.add(
                        new Shift("op01", eight.toInstant(), eight.plusHours(9).toInstant(), Activity.CALLS));
            }
        }
        assertEquals(
                (12 * 44 - 11 * 45) * 60,
                LabourProfile.CODE_DU_TRAVAIL.minutesLeft(shifts, PARIS, MONDAY).least());
        assertEquals(
                48 * 60,
                LabourProfile.CODE_DU_TRAVAIL
                        .minutesLeft(List.of(), PARIS, MONDAY)
                        .least());
    }

    @Test
    void aClosedWeekHasNoRoster() {
        var plan = ROSTERING.plan(Need.of(MONDAY, PARIS, 30, Map.of()), sixteen(), random());
        assertEquals(List.of(), plan.pieces());
        assertEquals(List.of(), plan.coverage());
    }

    @Test
    void mayDayIsFree() {
        var monday = LocalDate.of(2026, 4, 27);
        var plan = ROSTERING.plan(answeringService(monday), sixteen(), random());
        assertTrue(plan.pieces().stream().noneMatch(p -> date(p).equals(LocalDate.of(2026, 5, 1))));
        assertTrue(plan.under() > 0);
    }

    @Test
    void theWeekOfTheSpringChangeKeepsItsClockTimes() {
        var monday = LocalDate.of(2026, 3, 23);
        var plan = ROSTERING.plan(answeringService(monday), sixteen(), random());
        assertTrue(plan.pieces().stream()
                .allMatch(p -> p.startsAt().atZone(PARIS).getHour() >= 7
                        && Duration.between(p.startsAt(), p.endsAt()).toHours() <= 3));
    }

    @Test
    void nobodyComesOnASundayUnlessRestMayFallOnAnotherDay() {
        var agents = new HashMap<Instant, Integer>();
        for (int hour = 0; hour < 7 * 24; hour++) {
            if (hour % 24 >= 9 && hour % 24 < 17) {
                agents.put(MONDAY.atStartOfDay(PARIS).plusHours(hour).toInstant(), hour < 6 * 24 ? 1 : 2);
            }
        }
        var need = Need.of(MONDAY, PARIS, 60, agents);
        var resting = List.of(new Employee("op01", 35 * 60), new Employee("op02", 35 * 60));
        assertEquals(0, peopleOn(ROSTERING.plan(need, resting, random()), MONDAY.plusDays(6)));
        var others = resting.stream().map(e -> e.with(Standing.ANY_DAY)).toList();
        assertEquals(2, peopleOn(ROSTERING.plan(need, others, random()), MONDAY.plusDays(6)));
    }

    @Test
    void aMinorHasShorterDaysAndLongerRests() {
        var adults = List.of(new Employee("op01", 39 * 60), new Employee("op02", 39 * 60));
        var minors = adults.stream()
                .map(e -> e.with(new Standing(MONDAY.plusMonths(2), true, false)))
                .toList();
        var need = answeringService(MONDAY);
        assertEquals(
                0, ROSTERING.plan(need, adults, random()).unplannedMinutes().get("op01"));
        var plan = ROSTERING.plan(need, minors, random());
        assertEquals(4 * 60, plan.unplannedMinutes().get("op01"), "35 of 39 hours");
        assertEquals(
                List.of(),
                new RosterCheck(LabourProfile.IDCC_2098_CENTRES_APPELS, PARIS, DayOfWeek.MONDAY)
                        .violations(minors, plan.pieces(), MONDAY, MONDAY.plusWeeks(1)));
    }

    @Test
    void overtimeOfTheYearLeavesLessToPlan() {
        var shifts = new ArrayList<Shift>();
        for (int week = 1; week <= 8; week++) {
            for (int day = 0; day < 5; day++) {
                var start = MONDAY.minusWeeks(week).plusDays(day).atTime(8, 0).atZone(PARIS);
                shifts.add(
                        new Shift("op01", start.toInstant(), start.plusHours(9).toInstant(), Activity.CALLS));
            }
        }
        assertEquals(
                35 * 60,
                LabourProfile.IDCC_2098.minutesLeft(shifts, PARIS, MONDAY).least(),
                "seventy hours in eight weeks of ten");
        assertEquals(
                48 * 60,
                LabourProfile.CODE_DU_TRAVAIL.minutesLeft(shifts, PARIS, MONDAY).least());
        var newYear = LocalDate.of(2027, 1, 4);
        assertEquals(
                48 * 60,
                LabourProfile.IDCC_2098.minutesLeft(shifts, PARIS, newYear).least(),
                "a year begins at none");
    }

    @Test
    void aShortContractThatNobodyAskedForIsRefused() {
        var unasked = new Standing(null, false, false);
        var error = assertThrows(
                IllegalArgumentException.class,
                () -> ROSTERING.plan(
                        answeringService(MONDAY), List.of(new Employee("op01", 20 * 60).with(unasked)), random()));
        assertTrue(
                String.valueOf(error.getMessage()).startsWith("The contract of op01 (20.0 hours a week) is below 23"),
                error::getMessage);
        var enough = List.of(new Employee("op01", 23 * 60).with(unasked));
        assertEquals(
                0,
                ROSTERING
                        .plan(answeringService(MONDAY), enough, random())
                        .unplannedMinutes()
                        .get("op01"));
    }

    @Test
    void aRosterThatIsThereReadsAsThePlanThatMadeIt() {
        var plan = ROSTERING.plan(answeringService(MONDAY), sixteen(), random());
        assertEquals(plan, RosterPlan.of(answeringService(MONDAY), sixteen(), plan.pieces()));
        var less = plan.pieces().stream()
                .filter(piece -> !piece.operatorId().equals("op01"))
                .toList();
        var without = RosterPlan.of(answeringService(MONDAY), sixteen(), less);
        assertEquals(35 * 60, without.unplannedMinutes().get("op01"));
        assertTrue(without.under() > plan.under());
    }

    @Test
    void badInputIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Employee("op01", 60 * 60));
        assertThrows(IllegalArgumentException.class, () -> new Rostering(LabourProfile.IDCC_2098, -1));
        assertThrows(IllegalArgumentException.class, () -> Need.of(MONDAY, PARIS, 20, Map.of()));
        var twice = List.of(new Employee("op01", 35 * 60), new Employee("op01", 24 * 60));
        assertThrows(IllegalArgumentException.class, () -> ROSTERING.plan(answeringService(MONDAY), twice, random()));
    }

    private static long paidMinutes(RosterPlan plan, String operatorId) {
        var own = plan.pieces().stream()
                .filter(p -> p.operatorId().equals(operatorId))
                .toList();
        return Timesheet.days(PARIS, own).stream()
                .mapToLong(WorkDay::paidMinutes)
                .sum();
    }

    private static Need answeringService(LocalDate monday, LocalDate... closed) {
        return Need.of(monday, PARIS, 30, agents(monday, closed));
    }

    private static Map<Instant, Integer> agents(LocalDate monday, LocalDate... closed) {
        var need = new HashMap<Instant, Integer>();
        for (int day = 0; day < 6; day++) {
            if (List.of(closed).contains(monday.plusDays(day))) {
                continue;
            }
            for (int half = 0; half < HALF_HOURS.length; half++) {
                int agents = day < 5 ? HALF_HOURS[half] + (day == 0 ? 1 : 0) : (HALF_HOURS[half] + 1) / 2;
                need.put(
                        monday.plusDays(day)
                                .atTime(7, 0)
                                .plusMinutes(30L * half)
                                .atZone(PARIS)
                                .toInstant(),
                        agents);
            }
        }
        return need;
    }

    private static List<Employee> sixteen() {
        return IntStream.rangeClosed(1, 16)
                .mapToObj(i -> new Employee("op%02d".formatted(i), (i % 4 == 0 ? 28 : 35) * 60))
                .toList();
    }

    private static long peopleOn(RosterPlan plan, LocalDate day) {
        return plan.pieces().stream()
                .filter(p -> date(p).equals(day))
                .map(Shift::operatorId)
                .distinct()
                .count();
    }

    private static Set<LocalDate> daysOf(RosterPlan plan, String operatorId) {
        return plan.pieces().stream()
                .filter(p -> p.operatorId().equals(operatorId))
                .map(RosteringTest::date)
                .collect(Collectors.toSet());
    }

    private static LocalDate date(Shift piece) {
        return LocalDate.ofInstant(piece.startsAt(), PARIS);
    }

    private static RandomGenerator random() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(20_260_302);
    }
}
