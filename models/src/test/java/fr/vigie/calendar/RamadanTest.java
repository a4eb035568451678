package fr.vigie.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against the announcements of the Umm al-Qura calendar (ummulqura.org.sa). */
class RamadanTest {
    private static Ramadan.Month month(String from, String until) {
        return new Ramadan.Month(LocalDate.parse(from), LocalDate.parse(until));
    }

    @Test
    void knowsTheMonthsOfTheSchoolCalendarsYears() {
        assertEquals(
                List.of(
                        month("2024-03-11", "2024-04-10"),
                        month("2025-03-01", "2025-03-30"),
                        month("2026-02-18", "2026-03-20"),
                        month("2027-02-08", "2027-03-09")),
                Ramadan.between(LocalDate.of(2024, 1, 1), LocalDate.of(2028, 1, 1)));
    }

    @Test
    void aSpanKnowsTheMonthsThatItTouches() {
        assertEquals(
                1,
                Ramadan.between(LocalDate.of(2026, 3, 19), LocalDate.of(2026, 4, 1))
                        .size());
        assertEquals(
                0,
                Ramadan.between(LocalDate.of(2026, 3, 20), LocalDate.of(2026, 4, 1))
                        .size());
        assertEquals(
                0,
                Ramadan.between(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 18))
                        .size());
    }
}
