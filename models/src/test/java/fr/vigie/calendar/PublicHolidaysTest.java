package fr.vigie.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicHolidaysTest {
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2027, 1, 1);

    @Test
    void franceHasElevenDays() {
        var days = PublicHolidays.ofFrance(FROM, UNTIL);
        assertEquals(11, days.size());
        assertTrue(days.contains(LocalDate.of(2026, 4, 6)), "Easter Monday");
        assertTrue(days.contains(LocalDate.of(2026, 5, 14)), "Ascension");
    }

    @Test
    void alsaceAndMoselleHaveTwoMore() {
        for (var department : new String[] {"57", "67", "68"}) {
            var days = PublicHolidays.ofDepartment(department, FROM, UNTIL);
            assertEquals(13, days.size(), department);
            assertTrue(days.contains(LocalDate.of(2026, 4, 3)), "Good Friday");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "971, 2026-05-27", // Guadeloupe
        "972, 2026-05-22", // Martinique
        "973, 2026-06-10", // Guyane
        "974, 2026-12-20", // La Réunion
        "976, 2026-04-27" // Mayotte
    })
    void overseasDepartmentsHaveTheirAbolitionOfSlaveryAndThoseOfFrance(String department, LocalDate day) {
        var days = PublicHolidays.ofDepartment(department, FROM, UNTIL);
        assertTrue(days.contains(day), department + " " + days);
        assertTrue(days.containsAll(PublicHolidays.ofFrance(FROM, UNTIL)), department + " " + days);
        assertFalse(PublicHolidays.ofFrance(FROM, UNTIL).contains(day));
    }

    @Test
    void theIntervalIsHalfOpen() {
        assertEquals(
                1,
                PublicHolidays.ofFrance(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 8))
                        .size());
    }
}
