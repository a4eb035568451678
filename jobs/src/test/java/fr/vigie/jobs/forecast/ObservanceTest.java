package fr.vigie.jobs.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.calendar.Occasion;
import fr.vigie.forecast.PlaceOccasions;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservanceTest {
    @Test
    void ramadanIsAnOccasionOfEveryGroupFromItsFirstToItsLastDay() {
        var from = LocalDate.of(2026, 1, 1);
        var until = LocalDate.of(2026, 12, 1);
        var events = Observance.RAMADAN.between(from, until);
        var occasions = PlaceOccasions.of(events, List.of(), List.of(), from, until);
        assertEquals(
                List.of(new Occasion(Occasion.Kind.RAMADAN, LocalDate.of(2026, 2, 18), LocalDate.of(2026, 3, 20), 1)),
                occasions.ofWhole("north"));
    }
}
