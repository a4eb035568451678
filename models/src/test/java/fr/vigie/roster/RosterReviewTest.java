package fr.vigie.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
}
