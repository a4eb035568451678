package fr.vigie.calendar;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SchoolHolidaysTest {
    @Test
    void lilleHasItsWinterHolidaysWithZoneB() {
        assertTrue(SchoolHolidays.isHoliday(SchoolZone.B, LocalDate.of(2026, 2, 16)));
        assertFalse(SchoolHolidays.isHoliday(SchoolZone.B, LocalDate.of(2026, 2, 9)));
        assertTrue(SchoolHolidays.isHoliday(SchoolZone.A, LocalDate.of(2026, 2, 9)));
    }

    @Test
    void summerIsFreeEverywhere() {
        for (var zone : SchoolZone.values()) {
            assertTrue(SchoolHolidays.isHoliday(zone, LocalDate.of(2025, 7, 14)));
        }
    }

    @Test
    void aShortHolidayIsTwoWeeksAndStartsOnASaturday() {
        var day = LocalDate.of(2025, 9, 15);
        int starts = 0;
        while (day.isBefore(LocalDate.of(2026, 6, 30))) {
            boolean first = SchoolHolidays.isHoliday(SchoolZone.C, day)
                    && !SchoolHolidays.isHoliday(SchoolZone.C, day.minusDays(1));
            if (first) {
                starts++;
                assertTrue(day.getDayOfWeek() == DayOfWeek.SATURDAY, day + " is a Saturday");
                assertTrue(SchoolHolidays.isHoliday(SchoolZone.C, day.plusDays(15)), day + " lasts two weeks");
            }
            day = day.plusDays(1);
        }
        assertTrue(starts == 4, "four holidays within a school year, not " + starts);
    }

    @Test
    void saysWhichDaysItKnows() {
        assertTrue(SchoolHolidays.covers(LocalDate.of(2026, 11, 21)));
        assertFalse(SchoolHolidays.covers(LocalDate.of(2028, 1, 1)));
    }
}
