package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.calendar.Occasion;
import fr.vigie.input.Absence;
import fr.vigie.input.AbsenceKind;
import fr.vigie.input.Event;
import fr.vigie.input.EventKind;
import fr.vigie.input.Practitioner;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceOccasionsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 18);
    private static final List<Practitioner> DOCTORS =
            List.of(doctor("d1", "p1"), doctor("d2", "p1"), doctor("d3", "p2"));

    private static Practitioner doctor(String id, String practice) {
        return new Practitioner(id, practice, null, null, null, null);
    }

    private static PlaceOccasions of(List<Event> events, Absence... absences) {
        return PlaceOccasions.of(events, List.of(absences), DOCTORS, DAY.minusDays(30), DAY.plusDays(30));
    }

    private static Event event(EventKind kind, String scope) {
        return new Event("E1", DAY, DAY.plusDays(1), kind, scope, null);
    }

    @Test
    void aDoctorOfTwoAwayIsHalfOfThePractice() {
        var occasions = of(List.of(), new Absence("d1", DAY, DAY, AbsenceKind.SICK, null));
        assertEquals(List.of(new Occasion(Occasion.Kind.ILLNESS, DAY, DAY.plusDays(1), 0.5)), occasions.ofPart("p1"));
        assertEquals(List.of(), occasions.ofPart("p2"));
        assertEquals(List.of(), occasions.ofWhole("north"));
    }

    @Test
    void aDoctorWhoIsReplacedOrUnknownIsNotMissed() {
        var replaced = new Absence("d3", DAY, DAY, AbsenceKind.LEAVE, true);
        var unknown = new Absence("d9", DAY, DAY, AbsenceKind.LEAVE, false);
        assertEquals(PlaceOccasions.none(), of(List.of(), replaced, unknown));
    }

    @Test
    void whatLiesOutsideTheSpanIsLeftOut() {
        var longAgo = new Absence("d3", DAY.minusDays(40), DAY.minusDays(31), AbsenceKind.LEAVE, false);
        assertEquals(PlaceOccasions.none(), of(List.of(), longAgo));
    }

    @Test
    void aCampaignOfEverybodyIsTheWholesAndOneOfAPracticeItsOwn() {
        var occasions = of(List.of(event(EventKind.CAMPAIGN, "all"), event(EventKind.CAMPAIGN, "p2")));
        var campaign = List.of(new Occasion(Occasion.Kind.CAMPAIGN, DAY, DAY.plusDays(2), 1));
        assertEquals(campaign, occasions.ofWhole("north"));
        assertEquals(campaign, occasions.ofPart("p2"));
        assertEquals(List.of(), occasions.ofPart("p1"));
    }

    @Test
    void whatHappensAtAPracticeConcernsItsShareOfTheGroup() {
        var occasions =
                of(List.of(event(EventKind.EPIDEMIC, "all")), new Absence("d1", DAY, DAY, AbsenceKind.LEAVE, null));
        assertEquals(
                List.of(
                        new Occasion(Occasion.Kind.EPIDEMIC, DAY, DAY.plusDays(2), 1),
                        new Occasion(Occasion.Kind.LEAVE, DAY, DAY.plusDays(1), 0.1)),
                occasions.ofWhole("north", Map.of("p1", 0.2, "p2", 0.8)));
    }
}
