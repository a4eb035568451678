package fr.vigie.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule has a roster that breaks it and one, as close as can be, that keeps it. */
class LabourRulesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate MAY_DAY = LocalDate.of(2026, 5, 1);
    private static final Employee FULL_TIME = new Employee("op01", 35 * 60);
    private static final LocalDate ADULT_ON = LocalDate.of(2026, 3, 19);
    private static final Employee MINOR = FULL_TIME.with(new Standing(ADULT_ON, true, false));
    private static final Employee PART_TIME = new Employee("op01", 24 * 60);

    @ParameterizedTest
    @EnumSource
    void twelveWeeksTwoHoursAboveAPartTimeContractRaiseItAndAreNotForbidden(LabourProfile profile) {
        var check = new RosterCheck(profile, PARIS, DayOfWeek.MONDAY);
        var twelfth = MONDAY.plusWeeks(11);
        var told = check.consequences(List.of(PART_TIME), weeks(12, "08:00-13:12 calls"), MONDAY, twelfth.plusWeeks(1));
        assertEquals(List.of(twelfth), told.stream().map(Violation::day).toList());
        assertTrue(told.get(0).article().contains("C. trav. L3123-13"), told::toString);
        assertEquals(
                profile != LabourProfile.CODE_DU_TRAVAIL, told.get(0).article().contains("IDCC 2098 art. 23.4"));
        assertFalse(names(profile).contains(told.get(0).rule()));
        assertEquals(
                List.of(),
                check.consequences(List.of(PART_TIME), weeks(12, "08:00-13:11 calls"), MONDAY, twelfth.plusWeeks(1)),
                "a minute a day less");
        assertEquals(
                List.of(),
                check.consequences(List.of(FULL_TIME), weeks(12, "08:00-16:00 calls"), MONDAY, twelfth.plusWeeks(1)),
                "a whole contract has overtime");
    }

    /** A roster that breaks a rule and one that keeps it. */
    record Case(String rule, Employee breaks, List<Shift> broken, Employee keeps, List<Shift> kept) {
        Case(String rule, Employee employee, List<Shift> broken, List<Shift> kept) {
            this(rule, employee, broken, employee, kept);
        }

        Case(String rule, Employee breaks, Employee keeps, List<Shift> pieces) {
            this(rule, breaks, pieces, keeps, pieces);
        }

        @Override
        public String toString() {
            return rule;
        }
    }

    static Stream<Case> cases() {
        var onLeave = new Employee("op01", 35 * 60, Set.of(MONDAY), 0, null, 48 * 60);
        return Stream.of(
                new Case(
                        "one-place-at-a-time",
                        FULL_TIME,
                        day(MONDAY, "08:00-10:00 calls", "09:45-11:00 meeting"),
                        day(MONDAY, "08:00-10:00 calls", "10:00-11:00 meeting")),
                new Case(
                        "nobody-works-during-an-absence",
                        onLeave,
                        day(MONDAY, "08:00-10:00 calls"),
                        day(MONDAY.plusDays(1), "08:00-10:00 calls")),
                new Case(
                        "nobody-works-during-an-absence",
                        FULL_TIME,
                        day(MONDAY, "08:00-12:00 calls", "11:00-17:00 absence"),
                        day(MONDAY, "08:00-11:00 calls", "11:00-17:00 absence")),
                new Case(
                        "at-most-10-hours-of-work-a-day",
                        FULL_TIME,
                        day(MONDAY, "07:00-12:00 calls", "12:00-13:00 break", "13:00-18:15 calls"),
                        day(MONDAY, "07:00-12:00 calls", "12:00-13:00 break", "13:00-18:00 calls")),
                new Case(
                        "a-break-of-20-minutes-by-6-hours",
                        FULL_TIME,
                        day(MONDAY, "13:00-16:00 calls", "16:00-16:15 break", "16:15-19:15 calls"),
                        day(MONDAY, "13:00-16:00 calls", "16:00-16:20 break", "16:20-19:20 calls")),
                new Case(
                        "at-least-11-hours-of-daily-rest",
                        FULL_TIME,
                        days(day(MONDAY, "17:00-20:30 calls"), day(MONDAY.plusDays(1), "07:00-10:00 calls")),
                        days(day(MONDAY, "17:00-20:00 calls"), day(MONDAY.plusDays(1), "07:00-10:00 calls"))),
                new Case(
                        "at-most-48-hours-of-work-a-week",
                        FULL_TIME,
                        each(0, 6, "07:00-11:00 calls", "12:00-16:15 calls"),
                        each(0, 6, "07:00-11:00 calls", "12:00-16:00 calls")),
                new Case(
                        "at-most-44-hours-on-12-weeks-average",
                        FULL_TIME,
                        weeks(12, "07:00-11:00 calls", "12:00-17:00 calls"),
                        weeks(11, "07:00-11:00 calls", "12:00-17:00 calls")),
                new Case(
                        "at-most-6-days-a-week",
                        FULL_TIME,
                        each(0, 7, "08:00-11:00 calls"),
                        each(0, 6, "08:00-11:00 calls")),
                new Case(
                        "at-least-35-hours-of-weekly-rest",
                        FULL_TIME,
                        days(each(0, 6, "20:00-23:00 calls"), each(7, 8, "09:00-12:00 calls")),
                        days(each(0, 6, "20:00-22:00 calls"), each(7, 8, "09:00-12:00 calls"))),
                new Case(
                        "nobody-works-on-may-day",
                        FULL_TIME,
                        day(MAY_DAY, "08:00-11:00 calls"),
                        day(MAY_DAY.plusDays(1), "08:00-11:00 calls")),
                new Case(
                        "amplitude-at-most-13-hours",
                        FULL_TIME,
                        day(MONDAY, "07:00-11:00 calls", "16:00-20:15 calls"),
                        day(MONDAY, "07:00-11:00 calls", "16:00-20:00 calls")),
                new Case(
                        "at-most-2-interruptions",
                        FULL_TIME,
                        day(MONDAY, "07:00-09:00 calls", "10:00-12:00 calls", "13:00-15:00 calls", "16:00-18:00 calls"),
                        day(MONDAY, "07:00-09:00 calls", "10:00-12:00 calls", "13:00-15:00 calls")),
                new Case(
                        "lunch-of-45-minutes-between-11-and-15",
                        FULL_TIME,
                        day(MONDAY, "08:00-12:15 calls", "12:15-13:00 break", "13:00-15:00 calls"),
                        day(MONDAY, "08:00-12:00 calls", "12:00-12:45 break", "12:45-15:00 calls")),
                new Case(
                        "no-work-sequence-over-3-hours",
                        FULL_TIME,
                        day(MONDAY, "08:00-10:00 calls", "10:00-11:15 training"),
                        day(MONDAY, "08:00-10:00 calls", "10:00-11:00 training")),
                new Case(
                        "paid-breaks-of-10-minutes-per-2-hours-or-15-per-3",
                        FULL_TIME,
                        day(MONDAY, "08:00-11:00 calls", "11:00-11:10 break", "11:10-12:10 calls"),
                        day(MONDAY, "08:00-11:00 calls", "11:00-11:15 break", "11:15-12:15 calls")),
                new Case(
                        "part-time-at-most-one-interruption-of-2-hours",
                        PART_TIME,
                        day(MONDAY, "08:00-11:00 calls", "13:15-16:00 calls"),
                        day(MONDAY, "08:00-11:00 calls", "13:00-16:00 calls")),
                new Case(
                        "part-time-extra-hours-at-most-a-tenth",
                        PART_TIME,
                        each(0, 4, "08:00-11:00 calls", "12:00-15:40 calls"),
                        each(0, 4, "08:00-11:00 calls", "12:00-15:30 calls")),
                new Case(
                        "part-time-extra-hours-at-most-a-third",
                        PART_TIME,
                        each(0, 4, "08:00-12:00 calls", "13:00-17:15 calls"),
                        each(0, 4, "08:00-12:00 calls", "13:00-17:00 calls")),
                new Case(
                        "part-time-amplitude-at-most-twice-the-work",
                        PART_TIME,
                        day(MONDAY, "08:00-10:00 calls", "14:15-16:00 calls"),
                        day(MONDAY, "08:00-10:00 calls", "14:00-16:00 calls")),
                new Case(
                        "part-time-sequences-of-3-hours-or-several-of-an-hour",
                        PART_TIME,
                        day(MONDAY, "08:00-08:45 calls", "09:30-12:00 calls"),
                        day(MONDAY, "08:00-09:00 calls", "09:45-12:00 calls")),
                new Case(
                        "weekly-rest-on-sunday",
                        FULL_TIME,
                        days(
                                day(MONDAY.plusDays(5), "21:00-23:59 calls"),
                                day(MONDAY.plusDays(6), "00:00-00:15 calls")),
                        day(MONDAY.plusDays(5), "21:00-23:59 calls")),
                new Case(
                        "overtime-at-most-220-hours-a-year",
                        FULL_TIME,
                        days(weeks(22, "07:00-12:00 calls", "13:00-17:00 calls"), week(22, "07:00-15:15 calls")),
                        days(weeks(22, "07:00-12:00 calls", "13:00-17:00 calls"), week(22, "07:00-14:00 calls"))),
                new Case(
                        "overtime-at-most-70-hours-a-year",
                        FULL_TIME,
                        days(weeks(7, "07:00-12:00 calls", "13:00-17:00 calls"), week(7, "07:00-14:15 calls")),
                        weeks(7, "07:00-12:00 calls", "13:00-17:00 calls")),
                new Case(
                        "part-time-contract-of-24-hours-or-asked-for",
                        new Employee("op01", 24 * 60 - 1).with(new Standing(null, false, false)),
                        new Employee("op01", 24 * 60).with(new Standing(null, false, false)),
                        day(MONDAY, "08:00-11:00 calls")),
                new Case(
                        "part-time-contract-of-23-hours-or-agreed",
                        new Employee("op01", 23 * 60 - 1).with(new Standing(null, false, false)),
                        new Employee("op01", 23 * 60 - 1),
                        day(MONDAY, "08:00-11:00 calls")),
                new Case(
                        "minors-at-most-8-hours-of-work-a-day",
                        MINOR,
                        day(MONDAY, "07:00-11:00 calls", "12:00-16:15 calls"),
                        day(MONDAY, "07:00-11:00 calls", "12:00-16:00 calls")),
                new Case(
                        "minors-at-most-8-hours-of-work-a-day",
                        MINOR,
                        day(ADULT_ON.minusDays(1), "07:00-11:00 calls", "12:00-16:15 calls"),
                        day(ADULT_ON, "07:00-11:00 calls", "12:00-16:15 calls")),
                new Case(
                        "minors-at-most-35-hours-of-work-a-week",
                        MINOR,
                        each(0, 5, "07:00-11:00 calls", "12:00-15:15 calls"),
                        each(0, 5, "07:00-11:00 calls", "12:00-15:00 calls")),
                new Case(
                        "minors-a-break-of-30-minutes-by-4-hours-and-a-half",
                        MINOR,
                        day(MONDAY, "08:00-10:00 calls", "10:29-13:00 calls"),
                        day(MONDAY, "08:00-10:00 calls", "10:30-13:00 calls")),
                new Case(
                        "minors-at-least-12-hours-of-daily-rest",
                        MINOR,
                        days(day(MONDAY, "16:00-19:15 calls"), day(MONDAY.plusDays(1), "07:00-10:00 calls")),
                        days(day(MONDAY, "16:00-19:00 calls"), day(MONDAY.plusDays(1), "07:00-10:00 calls"))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void firesAndStaysQuiet(Case example) {
        assertTrue(brokenIn(example.breaks(), example.broken()).contains(example.rule()), () -> example.broken()
                .toString());
        assertFalse(brokenIn(example.keeps(), example.kept()).contains(example.rule()), () -> example.kept()
                .toString());
    }

    private static Set<String> brokenIn(Employee employee, List<Shift> pieces) {
        return Arrays.stream(LabourProfile.values())
                .flatMap(profile -> new RosterCheck(profile, PARIS, DayOfWeek.MONDAY)
                        .violations(List.of(employee), pieces, MONDAY, MONDAY.plusYears(1)).stream())
                .map(Violation::rule)
                .collect(Collectors.toSet());
    }

    @Test
    void everyRuleHasItsCase() {
        var rules = Arrays.stream(LabourProfile.values())
                .flatMap(profile -> profile.rules().stream())
                .map(Rule::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(rules, cases().map(Case::rule).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void aViolationNamesArticlePersonAndDay() {
        var pieces = day(MONDAY.plusDays(2), "08:00-12:15 calls");
        var found = new RosterCheck(LabourProfile.IDCC_2098_CENTRES_APPELS, PARIS, DayOfWeek.MONDAY)
                .violations(List.of(FULL_TIME), pieces, MONDAY, MONDAY.plusWeeks(1));
        var sequence = found.stream()
                .filter(v -> v.rule().equals("no-work-sequence-over-3-hours"))
                .findFirst()
                .orElseThrow();
        assertEquals("op01", sequence.operatorId());
        assertEquals(MONDAY.plusDays(2), sequence.day());
        assertEquals("4 h 15 of work without a pause", sequence.detail());
        assertTrue(sequence.article().contains("art. 6"), sequence.article());
    }

    @Test
    void restsReachBackIntoTheDaysBefore() {
        var pieces = days(day(MONDAY.minusDays(1), "20:00-23:00 calls"), day(MONDAY, "07:00-10:00 calls"));
        var check = new RosterCheck(LabourProfile.CODE_DU_TRAVAIL, PARIS, DayOfWeek.MONDAY);
        assertEquals(
                List.of("at-least-11-hours-of-daily-rest"),
                check.violations(List.of(FULL_TIME), pieces, MONDAY, MONDAY.plusWeeks(1)).stream()
                        .map(Violation::rule)
                        .toList());
    }

    @Test
    void aNightIsOneDayAtWork() {
        var night = days(day(MONDAY, "22:00-23:59 calls"), day(MONDAY.plusDays(1), "00:00-00:45 calls"));
        var sheet = Timesheet.of(FULL_TIME, PARIS, DayOfWeek.MONDAY, night);
        assertEquals(1, sheet.days().size());
        assertEquals(MONDAY, sheet.days().get(0).day());
    }

    @Test
    void strangersAreReported() {
        var found = new RosterCheck(LabourProfile.CODE_DU_TRAVAIL, PARIS, DayOfWeek.MONDAY)
                .violations(List.of(), day(MONDAY, "08:00-11:00 calls"), MONDAY, MONDAY.plusWeeks(1));
        assertEquals(
                List.of("everybody-is-known"),
                found.stream().map(Violation::rule).toList());
    }

    @ParameterizedTest
    @EnumSource
    void profilesAreFoundByName(LabourProfile profile) {
        assertEquals(profile, LabourProfile.named(profile.configName()));
        assertThrows(IllegalArgumentException.class, () -> LabourProfile.named(profile.configName() + "x"));
    }

    @Test
    void eachProfileIsStricterThanTheOneBefore() {
        assertTrue(names(LabourProfile.IDCC_2098_CENTRES_APPELS).containsAll(names(LabourProfile.IDCC_2098)));
        assertEquals("idcc-2098-centres-appels", LabourProfile.IDCC_2098_CENTRES_APPELS.configName());
    }

    private static Set<String> names(LabourProfile profile) {
        return profile.rules().stream().map(Rule::name).collect(Collectors.toSet());
    }

    private static List<Shift> day(LocalDate day, String... pieces) {
        return Arrays.stream(pieces)
                .map(piece -> new Shift(
                        "op01",
                        day.atTime(LocalTime.parse(piece.substring(0, 5)))
                                .atZone(PARIS)
                                .toInstant(),
                        day.atTime(LocalTime.parse(piece.substring(6, 11)))
                                .atZone(PARIS)
                                .toInstant(),
                        Activity.valueOf(piece.substring(12).toUpperCase(Locale.ROOT))))
                .toList();
    }

    private static List<Shift> each(int from, int until, String... pieces) {
        return IntStream.range(from, until)
                .mapToObj(i -> day(MONDAY.plusDays(i), pieces))
                .flatMap(List::stream)
                .toList();
    }

    /** Five days in that week. */
    private static List<Shift> week(int week, String... pieces) {
        return each(7 * week, 7 * week + 5, pieces);
    }

    /** Five days in each of so many weeks. */
    private static List<Shift> weeks(int count, String... pieces) {
        return IntStream.range(0, count)
                .mapToObj(week -> each(7 * week, 7 * week + 5, pieces))
                .flatMap(List::stream)
                .toList();
    }

    @SafeVarargs
    private static List<Shift> days(List<Shift>... days) {
        var all = new ArrayList<Shift>();
        Arrays.stream(days).forEach(all::addAll);
        return all;
    }
}
