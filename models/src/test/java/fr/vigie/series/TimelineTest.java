package fr.vigie.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static Timeline from(LocalDate day, int minutes, int days) {
        var start = day.atStartOfDay(PARIS).toInstant();
        return Timeline.ofClock(start, minutes, PARIS, days * 1440 / minutes);
    }

    private static long intervalsOf(Timeline timeline, LocalDate day) {
        long count = 0;
        for (int i = 0; i < timeline.length(); i++) {
            count += timeline.date(timeline.day(i)).equals(day) ? 1 : 0;
        }
        return count;
    }

    @Test
    void theSpringSundayHas23Hours() {
        var timeline = from(LocalDate.of(2026, 3, 28), 30, 3);
        assertEquals(48, intervalsOf(timeline, LocalDate.of(2026, 3, 28)));
        assertEquals(46, intervalsOf(timeline, LocalDate.of(2026, 3, 29)));
        assertEquals(3 * 2, timeline.slotOfDay(48 + 4), "02:00 is skipped");
    }

    @Test
    void theAutumnSundayHas25HoursOfWhichTwoShareASlot() {
        var timeline = from(LocalDate.of(2026, 10, 25), 60, 2);
        assertEquals(25, intervalsOf(timeline, LocalDate.of(2026, 10, 25)));
        assertEquals(2, timeline.slotOfDay(2));
        assertEquals(2, timeline.slotOfDay(3));
        assertEquals(23, timeline.slotOfDay(24));
    }

    @Test
    void weeksBeginOnMonday() {
        var timeline = from(LocalDate.of(2026, 11, 2), 15, 7);
        assertEquals(0, timeline.slotOfWeek(0));
        assertEquals(7 * 96 - 1, timeline.slotOfWeek(7 * 96 - 1));
    }

    @Test
    void readsClocksBefore1970() {
        var timeline = Timeline.ofClock(Instant.parse("1969-12-31T23:00:00Z"), 60, ZoneOffset.UTC, 2);
        assertEquals(LocalDate.of(1969, 12, 31), timeline.date(timeline.day(0)));
        assertEquals(23, timeline.slotOfDay(0));
        assertEquals(0, timeline.slotOfDay(1));
    }

    @Test
    void plainPeriodsHaveNoDates() {
        var timeline = Timeline.ofPeriods(Instant.EPOCH, 60, 24, 168, 200);
        assertEquals(199 - 168, timeline.slotOfWeek(199));
        assertEquals(8, timeline.day(199));
        assertThrows(IllegalStateException.class, () -> timeline.date(0));
    }

    @Test
    void theLongPeriodHoldsWholeShortOnes() {
        var e = assertThrows(IllegalArgumentException.class, () -> Timeline.ofPeriods(Instant.EPOCH, 60, 24, 100, 10));
        assertTrue(e.getMessage().contains("100"), e.getMessage());
    }

    @Test
    void findsTheIntervalThatBeginsAtOrAfterAnInstant() {
        var timeline = Timeline.ofClock(Instant.EPOCH, 30, ZoneOffset.UTC, 10);
        assertEquals(0, timeline.indexOf(Instant.EPOCH.minusSeconds(5)));
        assertEquals(2, timeline.indexOf(Instant.EPOCH.plusSeconds(3600)));
        assertEquals(3, timeline.indexOf(Instant.EPOCH.plusSeconds(3601)));
        assertEquals(10, timeline.indexOf(Instant.EPOCH.plusSeconds(1_000_000)));
        assertEquals(2, timeline.indexContaining(Instant.EPOCH.plusSeconds(3601)));
        assertEquals(-1, timeline.indexContaining(Instant.EPOCH.minusSeconds(5)));
    }
}
