package fr.vigie.jobs.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.calendar.Occasion;
import fr.vigie.forecast.PlaceOccasions;
import fr.vigie.input.Event;
import fr.vigie.input.EventKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservanceTest {
    @Test
    void ramadanIsAnOccasionOfEveryGroupFromItsFirstToItsLastDay() {
        var from = LocalDate.of(2026, 1, 1);
        var until = LocalDate.of(2026, 12, 1);
        var events = Observance.RAMADAN.between(from, until, List.of());
        var occasions = PlaceOccasions.of(events, List.of(), List.of(), from, until);
        assertEquals(
                List.of(new Occasion(Occasion.Kind.RAMADAN, LocalDate.of(2026, 2, 18), LocalDate.of(2026, 3, 20), 1)),
                occasions.ofWhole("north"));
    }

    private static List<String> with(String scope, LocalDate announced) {
        var told = new Event("told", announced, announced.plusDays(29), EventKind.RAMADAN, scope, null);
        return Observance.RAMADAN.between(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 1), List.of(told)).stream()
                .map(Event::eventId)
                .toList();
    }

    @Test
    void theAnnouncedMonthTakesThePlaceOfTheComputedOneOfThatYear() {
        assertEquals(List.of("ramadan-2027"), with("all", LocalDate.of(2026, 2, 19)));
        assertEquals(List.of("ramadan-2026", "ramadan-2027"), with("north", LocalDate.of(2026, 2, 19)));
        assertEquals(List.of("ramadan-2026", "ramadan-2027"), with("all", LocalDate.of(2025, 3, 1)));
    }
}
