package fr.vigie.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnCallsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 23);

    private static ShiftPiece piece(int from, int until, String activity) {
        return new ShiftPiece("Amandine R.", MONDAY, from, until, activity);
    }

    @Test
    void countsCallsAndNoBreaks() {
        var onCalls =
                new OnCalls(List.of(piece(420, 480, "calls"), piece(480, 510, "break"), piece(510, 600, "calls")));
        assertEquals(1, onCalls.at(MONDAY, 450));
        assertEquals(0, onCalls.at(MONDAY, 480));
        assertEquals(1, onCalls.at(MONDAY, 510));
        assertEquals(0, onCalls.at(MONDAY.plusDays(1), 450));
    }

    @Test
    void twoWhoShareAHalfHourAreOne() {
        var onCalls = new OnCalls(List.of(piece(420, 435, "calls"), piece(435, 480, "calls")));
        assertEquals(1, onCalls.at(MONDAY, 420));
        assertEquals(0, new OnCalls(List.of(piece(420, 449, "calls"))).at(MONDAY, 420), "nearly is not enough");
    }

    @Test
    void aNightShiftReachesIntoTheNextDay() {
        var onCalls = new OnCalls(List.of(piece(22 * 60, 30 * 60, "calls")));
        assertEquals(1, onCalls.at(MONDAY, 23 * 60 + 30));
        assertEquals(1, onCalls.at(MONDAY.plusDays(1), 5 * 60 + 30));
        assertEquals(0, onCalls.at(MONDAY.plusDays(1), 6 * 60));
    }
}
