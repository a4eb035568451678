package fr.vigie.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ObservedTest {
    private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");

    private static Observed.Point point(int minute, double value) {
        return new Observed.Point(MONDAY.plus(Duration.ofMinutes(minute)), OptionalDouble.of(value));
    }

    /** Weekdays from 8 to 12 h by half-hours. */
    private static List<Observed.Point> office(int weeks) {
        var points = new ArrayList<Observed.Point>();
        for (int day = 0; day < 7 * weeks; day++) {
            for (int slot = 16; slot < 24 && day % 7 < 5; slot++) {
                points.add(point(day * 1440 + slot * 30, 3));
            }
        }
        return points;
    }

    private static String refusal(List<Observed.Point> points) {
        return assertThrows(IllegalArgumentException.class, () -> new Observed(points))
                .getMessage();
    }

    @Test
    void nightsAndWeekendsAreClosedAndAheadCountsOpenIntervals() {
        var observed = new Observed(office(3));
        assertEquals(30, observed.minutes());
        var series = observed.onClock(ZoneOffset.UTC, 5 * 8);
        assertEquals(Instant.parse("2026-11-27T12:00:00Z"), series.timeline().startsAt(series.length()));
        assertTrue(series.isClosed(series.timeline().indexOf(Instant.parse("2026-11-07T10:00:00Z"))), "Saturday");
        assertTrue(series.isClosed(series.timeline().indexOf(Instant.parse("2026-11-24T07:30:00Z"))), "before eight");
        assertEquals(
                Interval.UNKNOWN, series.interval(series.timeline().indexOf(Instant.parse("2026-11-24T08:00:00Z"))));
    }

    @Test
    void aMissingDayIsAGap() {
        var points = office(3);
        points.removeIf(p -> p.at().atZone(ZoneOffset.UTC).toLocalDate().equals(LocalDate.of(2026, 11, 10)));
        var series = new Observed(points).onClock(ZoneOffset.UTC, 1);
        assertEquals(
                Interval.UNKNOWN, series.interval(series.timeline().indexOf(Instant.parse("2026-11-10T09:00:00Z"))));
    }

    @Test
    void aFileOfDaysKeepsEveryUnseenDayOpen() {
        var points = new ArrayList<Observed.Point>();
        for (int hour = 0; hour < 72; hour++) {
            points.add(point(60 * hour, 1));
        }
        var series = new Observed(points).onClock(ZoneOffset.UTC, 168);
        assertEquals(72 + 168, series.length());
        assertFalse(series.isClosed(200));
    }

    @Test
    void sortsWhatIsNotSorted() {
        var points = office(2);
        Collections.reverse(points);
        assertEquals(30, new Observed(points).minutes());
    }

    @Test
    void readsTheClockOfItsZone() {
        var start = LocalDate.of(2026, 10, 24)
                .atStartOfDay(ZoneId.of("Europe/Paris"))
                .toInstant();
        var points = new ArrayList<Observed.Point>();
        for (int hour = 0; hour < 24 + 25 + 24; hour++) {
            points.add(new Observed.Point(start.plus(Duration.ofHours(hour)), OptionalDouble.of(hour)));
        }
        var series = new Observed(points).onClock(ZoneId.of("Europe/Paris"), 1);
        assertEquals(0, series.timeline().slotOfDay(24 + 25));
    }

    @Test
    void refusesWhatIsNotRegular() {
        assertTrue(refusal(List.of(point(0, 1))).contains("1 values"));
        assertTrue(refusal(List.of(point(0, 1), point(30, 1), point(0, 2))).contains("two values at 2026-11-02T00:00"));
        assertTrue(refusal(List.of(point(0, 1), point(30, 1), point(75, 2))).contains("30 and of 45 minutes"));
        assertTrue(refusal(List.of(point(0, 1), point(60 * 24 * 30, 1))).contains("1 week"));
        var halfHoursThenHours = new ArrayList<Observed.Point>();
        for (int i = 0; i < 48; i++) {
            halfHoursThenHours.add(point(i < 24 ? 30 * i : 60 * i, 1));
        }
        assertTrue(refusal(halfHoursThenHours)
                .contains("30 and of 60 minutes (the first at 2026-11-02T00:00:00Z and at 2026-11-03T00:00:00Z)"));
        // Hours, and one half-hour in the midst of them.
        var hours = new ArrayList<Observed.Point>();
        for (int i = 0; i < 48; i++) {
            hours.add(point(60 * i, 1));
        }
        hours.add(point(60 * 30 + 30, 1));
        assertTrue(refusal(hours)
                .contains("30 and of 60 minutes (the first at 2026-11-03T06:00:00Z and at 2026-11-02T00:00:00Z)"));
        assertTrue(refusal(List.of(point(0, 1), point(1, 1), point(2_000_000_000, 1)))
                .contains("more than"));
    }
}
