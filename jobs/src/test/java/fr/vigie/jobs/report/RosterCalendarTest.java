package fr.vigie.jobs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A calendar that is read again holds the new version of a week, and nothing of the old ones. */
class RosterCalendarTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void aShiftThatMovesIsTheSameEvent() {
        var moved = calendar(2, List.of(calls("a", 8, 12)), List.of(calls("a", 7, 11)));
        assertEquals(Map.of("a-2026-03-02-1@vigie", "070000Z 2"), events(moved, "a"));
    }

    @Test
    void whatIsGoneIsCancelledInAllVersionsAfter() {
        var first = List.of(calls("a", 7, 11), calls("a", 12, 15));
        var one = List.of(calls("a", 7, 11));
        var expected = Map.of("a-2026-03-02-1@vigie", "060000Z 2", "a-2026-03-02-2@vigie", "110000Z 2 CANCELLED");
        assertEquals(expected, events(calendar(2, one, first), "a"));
        assertEquals(2, events(calendar(3, one, first, one), "a").size());
        assertEquals(
                "120000Z 3",
                events(calendar(3, List.of(calls("a", 7, 11), calls("a", 13, 15)), first, one), "a")
                        .get("a-2026-03-02-2@vigie"),
                "and is back");
    }

    @Test
    void whoIsNoLongerRosteredHasEverythingCancelled() {
        var absence = new Shift("a", at(0), at(23), Activity.ABSENCE);
        var expected = Map.of("a-2026-03-02-1@vigie", "060000Z 2 CANCELLED");
        assertEquals(expected, events(calendar(2, List.of(calls("b", 7, 11)), List.of(calls("a", 7, 11))), "a"));
        assertEquals(expected, events(calendar(2, List.of(absence), List.of(calls("a", 7, 11))), "a"));
    }

    @SafeVarargs
    private static Map<String, String> calendar(int version, List<Shift> pieces, List<Shift>... before) {
        return RosterCalendar.all(PARIS, version, at(6), pieces, List.of(before));
    }

    /** Start, sequence and status of each event, by its name. */
    private static Map<String, String> events(Map<String, String> calendars, String operator) {
        var text = calendars.getOrDefault(operator, "");
        var events = new TreeMap<String, String>();
        for (var event : Arrays.asList(text.split("BEGIN:VEVENT")).subList(1, text.split("BEGIN:VEVENT").length)) {
            var status = value(event, "STATUS:");
            events.put(
                    value(event, "UID:"),
                    "%s %s %s"
                            .formatted(
                                    value(event, "DTSTART:").replace("20260302T", ""),
                                    value(event, "SEQUENCE:"),
                                    status)
                            .strip());
        }
        return events;
    }

    private static String value(String event, String name) {
        return event.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElse("");
    }

    private static Shift calls(String operator, int from, int until) {
        return new Shift(operator, at(from), at(until), Activity.CALLS);
    }

    private static Instant at(int hour) {
        return MONDAY.atTime(hour, 0).atZone(PARIS).toInstant();
    }
}
