package fr.vigie.jobs.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource({
        "2026-03-30T08:04:11Z, 2026-03-30T08:04:11Z",
        "2026-03-30T08:04:11+02:00, 2026-03-30T06:04:11Z",
        "2026-03-30T08:04:11.250+02:00, 2026-03-30T06:04:11.250Z",
        "2026-03-30T08:04:11, 2026-03-30T06:04:11Z",
        "2026-03-30 08:04:11, 2026-03-30T06:04:11Z",
        "2026-01-30T08:04:11, 2026-01-30T07:04:11Z",
    })
    void readsIsoWithAndWithoutAnOffset(String text, Instant expected) throws BadValue {
        assertEquals(expected, Times.instant(text, PARIS));
    }

    @Test
    void anAmbiguousLocalTimeTakesTheEarlierInstant() throws BadValue {
        assertEquals(Instant.parse("2026-10-25T00:30:00Z"), Times.instant("2026-10-25T02:30:00", PARIS));
        assertTrue(Times.isAmbiguous("2026-10-25T02:30:00", PARIS));
        assertFalse(Times.isAmbiguous("2026-10-25T03:30:00", PARIS));
    }

    @Test
    void aSkippedLocalTimeIsRefused() {
        var error = assertThrows(BadValue.class, () -> Times.instant("2026-03-29T02:30:00", PARIS));
        assertEquals("nonexistent-local-time", error.reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "2026-02-30T08:00:00Z", "2026-13-01T08:00:00Z", "08:00", "2026-03-30T25:00:00Z", ""
            })
    void whatIsNoTimeIsRefused(String text) {
        assertEquals(
                "bad-value",
                assertThrows(BadValue.class, () -> Times.instant(text, PARIS)).reason());
    }
}
