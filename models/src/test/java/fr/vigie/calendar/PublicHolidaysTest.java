package fr.vigie.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

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

    @Test
    void overseasDepartmentsHaveTheAbolitionOfSlavery() {
        for (var department : new String[] {"971", "972", "973", "974"}) {
            assertEquals(
                    true,
                    PublicHolidays.ofDepartment(department, FROM, UNTIL).size() >= 12,
                    "department " + department);
        }
    }

    @Test
    void theIntervalIsHalfOpen() {
        assertEquals(
                1,
                PublicHolidays.ofFrance(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 8))
                        .size());
    }
}
