package fr.vigie.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlmanacTest {
    private static final Almanac FRANCE = new Almanac(
            PublicHolidays.ofFrance(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1)), Optional.of(SchoolZone.B));

    @ParameterizedTest
    @CsvSource({
        "2026-05-14, PUBLIC_HOLIDAY", // Ascension, a Thursday
        "2026-05-13, EVE",
        "2026-05-15, BRIDGE",
        "2026-05-16, ORDINARY",
        "2026-07-13, BRIDGE", // before Bastille Day, a Tuesday
        "2026-07-15, DAY_AFTER",
        "2026-05-25, PUBLIC_HOLIDAY", // Whit Monday
        "2026-05-26, DAY_AFTER",
        "2026-08-15, PUBLIC_HOLIDAY", // a Saturday
        "2026-08-16, ORDINARY", // a Sunday
        "2026-08-17, DAY_AFTER",
        "2026-11-02, DAY_AFTER", // All Saints was a Sunday
        "2026-06-10, ORDINARY"
    })
    void knowsWhatADayIs(LocalDate day, SpecialDay kind) {
        assertEquals(kind, FRANCE.kind(day));
    }

    @Test
    void aHalfDayIsOneUnlessItIsAPublicHoliday() {
        var almanac = new Almanac(
                FRANCE.publicHolidays(),
                Set.of(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 25)),
                FRANCE.schoolZone());
        assertEquals(SpecialDay.HALF_DAY, almanac.kind(LocalDate.of(2026, 12, 24)));
        assertEquals(SpecialDay.PUBLIC_HOLIDAY, almanac.kind(LocalDate.of(2026, 12, 25)));
        assertEquals(SpecialDay.EVE, almanac.kind(LocalDate.of(2026, 5, 13)));
    }

    @Test
    void knowsTheSchoolHolidaysOfItsZoneOnly() {
        var day = LocalDate.of(2026, 2, 25);
        assertTrue(FRANCE.isSchoolHoliday(day), "zone B");
        assertFalse(new Almanac(FRANCE.publicHolidays(), Optional.of(SchoolZone.A)).isSchoolHoliday(day));
        assertFalse(Almanac.none().isSchoolHoliday(day));
    }
}
