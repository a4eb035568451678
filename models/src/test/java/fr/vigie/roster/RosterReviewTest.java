package fr.vigie.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.vigie.calendar.OpeningHours;
import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may be published. */
class RosterReviewTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);
    private static final List<Employee> TEAM = List.of(new Employee("part", 24 * 60), new Employee("full", 35 * 60));
    private static final RosterReview REVIEW = new RosterReview(
            new RosterCheck(LabourProfile.IDCC_2098_CENTRES_APPELS, PARIS, DayOfWeek.MONDAY),
            new OpenLines(List.of(OpenLinesTest.SEVEN_TO_SEVEN), PARIS));

    private static Instant at(int hour) {
        return MONDAY.atTime(hour, 0).atZone(PARIS).toInstant();
    }

    private static Shift piece(String operator, int from, int until, Activity activity) {
        return new Shift(operator, at(from), at(until), activity);
    }

    private static List<String> rules(Shift... roster) {
        return REVIEW.violations(TEAM, List.of(roster), List.of(), MONDAY, MONDAY.plusWeeks(1)).stream()
                .map(violation -> violation.operatorId() + " " + violation.rule())
                .toList();
    }

    @Test
    void anOperatorOnTwoShiftsIsNamed() {
        assertEquals(
                List.of("full one-place-at-a-time"),
                rules(piece("full", 8, 9, Activity.CALLS), piece("full", 8, 9, Activity.CALLS)));
    }

    @Test
    void anUnknownOperatorIsNamed() {
        assertEquals(List.of("nobody everybody-is-known"), rules(piece("nobody", 8, 10, Activity.CALLS)));
    }

    @Test
    void theHouseIsClosedInTheEvening() {
        assertEquals(List.of("full " + OpenLines.RULE), rules(piece("full", 18, 20, Activity.CALLS)));
    }

    @Test
    void aDayThatIllnessCutsShortIsNotTooShort() {
        assertEquals(
                List.of("part part-time-sequences-of-3-hours-or-several-of-an-hour"),
                rules(piece("part", 8, 10, Activity.CALLS)));
        assertEquals(List.of(), rules(piece("part", 8, 10, Activity.CALLS), piece("part", 10, 19, Activity.ABSENCE)));
    }

    @Test
    void anAbsenceThatCutsNothingExcusesNothing() {
        assertEquals(
                List.of("part part-time-sequences-of-3-hours-or-several-of-an-hour"),
                rules(piece("part", 8, 10, Activity.CALLS), piece("part", 18, 19, Activity.ABSENCE)));
    }

    @Test
    void butItIsNotTooLongEither() {
        assertFalse(rules(piece("part", 8, 12, Activity.CALLS), piece("part", 12, 19, Activity.ABSENCE))
                .isEmpty());
    }

    @Test
    void workBesideAnAbsenceIsWorkAndWorkInItIsNot() {
        assertEquals(
                List.of(),
                rules(
                        piece("full", 8, 10, Activity.CALLS),
                        piece("full", 10, 12, Activity.ABSENCE),
                        piece("full", 12, 14, Activity.CALLS)));
        assertEquals(
                List.of("full nobody-works-during-an-absence"),
                rules(piece("full", 8, 10, Activity.CALLS), piece("full", 9, 12, Activity.ABSENCE)));
    }

    private static Shift piece(String operator, String from, String until, Activity activity) {
        return new Shift(operator, at(from), at(until), activity);
    }

    private static Instant at(String clock) {
        return MONDAY.atTime(LocalTime.parse(clock)).atZone(PARIS).toInstant();
    }

    private static final Shift[] WITHOUT_LUNCH = {
        piece("full", "08:00", "11:00", Activity.CALLS),
        piece("full", "11:20", "14:00", Activity.CALLS),
        piece("full", "14:20", "17:00", Activity.CALLS)
    };

    private static List<String> rules(Shift[] day, Shift... more) {
        return rules(Stream.concat(Stream.of(day), Stream.of(more)).toArray(Shift[]::new));
    }

    @Test
    void anAbsenceInTheEveningTakesNoLunchAtNoon() {
        var lunch = List.of("full lunch-of-45-minutes-between-11-and-15");
        assertEquals(lunch, rules(WITHOUT_LUNCH));
        assertEquals(lunch, rules(WITHOUT_LUNCH, piece("full", "17:00", "17:15", Activity.ABSENCE)));
        assertEquals(lunch, rules(WITHOUT_LUNCH, piece("full", "07:00", "08:00", Activity.ABSENCE)));
    }

    @Test
    void anAbsenceAtNoonMayHaveTakenLunch() {
        var day = new Shift[] {
            piece("full", "08:00", "10:00", Activity.CALLS),
            piece("full", "14:00", "15:30", Activity.CALLS),
            piece("full", "15:30", "15:45", Activity.BREAK),
            piece("full", "15:45", "17:00", Activity.CALLS)
        };
        assertEquals(List.of("full lunch-of-45-minutes-between-11-and-15"), rules(day));
        assertEquals(List.of(), rules(day, piece("full", "10:00", "14:00", Activity.ABSENCE)));
    }

    @Test
    void anAbsenceThatEndsWithinLunchTookIt() {
        var day = new Shift[] {
            piece("full", "11:45", "14:00", Activity.CALLS),
            piece("full", "14:00", "14:15", Activity.BREAK),
            piece("full", "14:15", "17:00", Activity.CALLS)
        };
        assertEquals(List.of("full lunch-of-45-minutes-between-11-and-15"), rules(day));
        assertEquals(List.of(), rules(day, piece("full", "07:00", "11:20", Activity.ABSENCE)));
        assertEquals(
                List.of("full lunch-of-45-minutes-between-11-and-15"),
                rules(day, piece("full", "17:00", "18:00", Activity.ABSENCE)));
    }

    @Test
    void illnessAtNoonTakesTheBreakOfTheAfternoon() {
        var morning = new Shift[] {
            piece("full", "08:00", "11:00", Activity.CALLS), piece("full", "11:45", "12:15", Activity.CALLS)
        };
        var breaks = List.of("full paid-breaks-of-10-minutes-per-2-hours-or-15-per-3");
        assertEquals(breaks, rules(morning));
        assertEquals(List.of(), rules(morning, piece("full", "12:15", "19:00", Activity.ABSENCE)));
        assertEquals(breaks, rules(morning, piece("full", "12:15", "12:20", Activity.ABSENCE)), "no room for a break");
    }

    @Test
    void anAbsenceOfAnHourHeldNotTheBreaksOfAWholeDay() {
        var day = new Shift[] {
            piece("full", "08:00", "11:00", Activity.CALLS),
            piece("full", "11:45", "14:00", Activity.CALLS),
            piece("full", "14:30", "17:00", Activity.CALLS)
        };
        var breaks = List.of("full paid-breaks-of-10-minutes-per-2-hours-or-15-per-3");
        assertEquals(breaks, rules(day));
        assertEquals(breaks, rules(day, piece("full", "17:00", "18:00", Activity.ABSENCE)));
    }

    @Test
    void aSequenceIsAsLongAsWithTheHoursMissed() {
        var shortDay = piece("part", "08:00", "10:00", Activity.CALLS);
        assertEquals(
                List.of("part part-time-sequences-of-3-hours-or-several-of-an-hour"),
                rules(shortDay, piece("part", "10:00", "10:45", Activity.ABSENCE)));
        assertEquals(List.of(), rules(shortDay, piece("part", "10:00", "11:00", Activity.ABSENCE)));
    }

    @Test
    void anAbsenceInTheEveningMakesNoInterruption() {
        var day = new Shift[] {
            piece("full", "08:00", "08:25", Activity.CALLS),
            piece("full", "09:00", "09:25", Activity.CALLS),
            piece("full", "10:00", "10:25", Activity.CALLS),
            piece("full", "11:00", "11:25", Activity.CALLS)
        };
        var interruptions = List.of("full at-most-2-interruptions");
        assertEquals(interruptions, rules(day));
        assertEquals(interruptions, rules(day, piece("full", "11:25", "18:00", Activity.ABSENCE)));
        assertEquals(List.of(), rules(day, piece("full", "08:25", "09:00", Activity.ABSENCE)), "it is one");
    }

    private static final LocalDate SUNDAY = MONDAY.plusDays(6);
    private static final List<Employee> ANY_DAY = List.of(new Employee("full", 35 * 60).with(Standing.ANY_DAY));

    private static Shift on(LocalDate day, String from, String until) {
        return new Shift("full", moment(day, from), moment(day, until), Activity.CALLS);
    }

    private static Instant moment(LocalDate day, String clock) {
        return day.atTime(LocalTime.parse(clock)).atZone(PARIS).toInstant();
    }

    private static List<String> told(Shift sunday, Shift... after) {
        var always = new OpeningHours(
                Map.of(DayOfWeek.SUNDAY, List.of(OpeningHours.Stretch.parse("07:00-23:00"))), Set.of());
        return new RosterReview(REVIEW.check(), new OpenLines(List.of(always), PARIS))
                .violations(ANY_DAY, List.of(sunday), List.of(after), MONDAY, MONDAY.plusWeeks(1)).stream()
                        .map(Violation::toString)
                        .toList();
    }

    @Test
    void theRestIntoAWeekAfterIsKept() {
        var monday = on(SUNDAY.plusDays(1), "06:00", "07:30");
        assertEquals(
                List.of(
                        "full on 2026-03-16: 7 h 30 of rest before (at-least-11-hours-of-daily-rest, C. trav. L3131-1)"),
                told(on(SUNDAY, "21:00", "22:30"), monday));
        assertEquals(List.of(), told(on(SUNDAY, "17:30", "19:00"), monday));
        assertEquals(List.of(), told(on(SUNDAY, "21:00", "22:30")), "nothing is planned after it");
    }

    @Test
    void whatAWeekAfterBreaksByItselfIsNotThisOnes() {
        var tuesday = on(SUNDAY.plusDays(2), "06:00", "17:30");
        assertEquals(List.of(), told(on(SUNDAY, "17:30", "19:00"), tuesday));
    }

    @Test
    void anAverageThatEndsInAWeekAfterIsToldThere() {
        var check = new RosterCheck(LabourProfile.CODE_DU_TRAVAIL, PARIS, DayOfWeek.MONDAY);
        var twelve = IntStream.range(0, 12)
                .boxed()
                .flatMap(week -> IntStream.range(0, 6)
                        .mapToObj(day -> on(MONDAY.plusWeeks(week).plusDays(day), "08:00", "15:30")))
                .toList();
        var found = check.violationsAfter(ANY_DAY, twelve.subList(0, 6), twelve.subList(6, 72), MONDAY.plusWeeks(1));
        assertEquals(
                List.of(new Violation(
                        "at-most-44-hours-on-12-weeks-average",
                        "C. trav. L3121-22",
                        "full",
                        MONDAY.plusWeeks(11),
                        "45 h 00 a week over twelve weeks")),
                found);
    }
}
