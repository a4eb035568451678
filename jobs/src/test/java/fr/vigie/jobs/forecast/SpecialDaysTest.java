package fr.vigie.jobs.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.calendar.Occasion;
import fr.vigie.calendar.SpecialDay;
import fr.vigie.forecast.PlaceOccasions;
import fr.vigie.input.Event;
import fr.vigie.input.EventKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpecialDaysTest {
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 3, 18);
    private static final LocalDate HOLIDAY = LocalDate.of(2026, 5, 1);

    private static SpecialDays days(Event... events) {
        var from = WEDNESDAY.minusDays(30);
        var until = WEDNESDAY.plusDays(60);
        var occasions = PlaceOccasions.of(List.of(events), List.of(), List.of(), from, until);
        return SpecialDays.of(Set.of(HOLIDAY), List.of(events), from, until, null, occasions, Map.of());
    }

    private static Event event(EventKind kind, LocalDate last, @Nullable String scope) {
        return new Event("E1", WEDNESDAY, last, kind, scope, null);
    }

    @Test
    void halfDaysOfAllAreThoseOfEveryGroupAndOfTheNetwork() {
        for (var scope : new String[] {null, "all"}) {
            var days = days(event(EventKind.HALF_DAY, WEDNESDAY.plusDays(1), scope));
            for (var place : List.of("north", "network")) {
                assertEquals(SpecialDay.HALF_DAY, days.almanac(place).kind(WEDNESDAY));
                assertEquals(SpecialDay.HALF_DAY, days.almanac(place).kind(WEDNESDAY.plusDays(1)));
                assertEquals(SpecialDay.ORDINARY, days.almanac(place).kind(WEDNESDAY.plusDays(2)));
            }
        }
    }

    @Test
    void aHolidayOfOneGroupLeavesTheOthersAlone() {
        var days = days(event(EventKind.HOLIDAY, WEDNESDAY, "north"));
        assertEquals(SpecialDay.PUBLIC_HOLIDAY, days.almanac("north").kind(WEDNESDAY));
        assertEquals(SpecialDay.ORDINARY, days.almanac("south").kind(WEDNESDAY));
        assertEquals(SpecialDay.PUBLIC_HOLIDAY, days.almanac("south").kind(HOLIDAY));
    }

    @Test
    void otherEventsAreNoSpecialDays() {
        var days = days(event(EventKind.CAMPAIGN, WEDNESDAY.plusDays(20), "all"));
        assertEquals(SpecialDay.ORDINARY, days.almanac("north").kind(WEDNESDAY));
        assertEquals(
                List.of(new Occasion(Occasion.Kind.CAMPAIGN, WEDNESDAY, WEDNESDAY.plusDays(21), 1)),
                days.almanac("north").occasions());
    }

    @Test
    void aHolidayOfOnePracticeIsItsOwnAndNobodyElses() {
        var days = days(event(EventKind.HOLIDAY, WEDNESDAY, "p1"));
        assertEquals(
                List.of(new Occasion(Occasion.Kind.PRACTICE_HOLIDAY, WEDNESDAY, WEDNESDAY.plusDays(1), 1)),
                days.almanac("north", "p1").occasions());
        assertEquals(List.of(), days.almanac("north", "p2").occasions());
        assertEquals(SpecialDay.ORDINARY, days.almanac("north", "p1").kind(WEDNESDAY));
    }

    @Test
    void whatHappensAtAPracticeConcernsThoseWhoStayAsFarAsItMakesThemUp() {
        var told = List.of(
                event(EventKind.CAMPAIGN, WEDNESDAY, "p1"), event(EventKind.EPIDEMIC, WEDNESDAY.plusDays(1), "p3"));
        var from = WEDNESDAY.minusDays(30);
        var until = WEDNESDAY.plusDays(60);
        var days = SpecialDays.of(
                Set.of(),
                told,
                from,
                until,
                null,
                PlaceOccasions.of(told, List.of(), List.of(), from, until),
                Map.of("north", Map.of("p1", 0.125, "p2", 0.375, "p3", 0.5)));
        assertEquals(2, days.almanac("north").occasions().size());
        assertEquals(
                List.of(new Occasion(Occasion.Kind.CAMPAIGN, WEDNESDAY, WEDNESDAY.plusDays(1), 0.25)),
                days.almanac("north", Set.of("p1", "p2")).occasions());
    }

    @Test
    void aHolidayWithoutEndIsCutWhereTheForecastEnds() {
        var days = days(event(EventKind.HOLIDAY, LocalDate.of(2261, 1, 1), "all"));
        assertEquals(60, days.almanac("north").publicHolidays().size());
    }
}
