package fr.vigie.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 16);

    private static PastLoad load(LocalDate day, int minute, long offered) {
        return new PastLoad(day, minute, offered, offered - 1, 1, offered / 2, offered, 2, 0, 40.0 * offered, 20, 300);
    }

    private final History history = new History(
            List.of(
                    load(MONDAY, 480, 10),
                    load(MONDAY, 510, 30),
                    load(MONDAY.plusDays(1), 480, 8),
                    load(MONDAY.plusDays(7), 480, 20),
                    load(MONDAY.plusDays(7), 510, 40)),
            DayOfWeek.MONDAY);

    @Test
    void sumsTheHalfHoursOfAWeek() {
        var weeks = history.byWeek();
        assertEquals(
                List.of(MONDAY, MONDAY.plusDays(7)),
                weeks.stream().map(History.Part::of).toList());
        var first = weeks.get(0).sums();
        assertEquals(48, first.offered());
        assertEquals(2, first.days());
        assertEquals(24 / 48.0, first.serviceLevel());
        assertEquals(900 / 48.0, first.meanWaitSeconds());
    }

    @Test
    void beginsWeeksOnTheServicesOwnFirstDay() {
        var sunday = new History(List.of(load(MONDAY.minusDays(1), 480, 5), load(MONDAY, 480, 5)), DayOfWeek.SUNDAY);
        assertEquals(1, sunday.byWeek().size());
        assertEquals(MONDAY.minusDays(1), sunday.byWeek().get(0).of());
        assertEquals(DayOfWeek.SUNDAY, sunday.byWeekday().get(0).of());
    }

    @Test
    void averagesAnHourOverTheDaysThatHadIt() {
        assertEquals(
                Map.of(DayOfWeek.MONDAY, 50.0, DayOfWeek.TUESDAY, 8.0),
                history.hoursByWeekday().get(8));
    }

    @Test
    void averagesAHalfHourOverItsWeekday() {
        assertEquals(Map.of(480, 15.0, 510, 35.0), history.profile(DayOfWeek.MONDAY));
    }

    @Test
    void findsTheBusiestWeekdayByCallsADay() {
        assertEquals(DayOfWeek.MONDAY, history.busiestWeekday().orElseThrow().of());
    }

    @Test
    void isEmptyWithoutCalls() {
        var nothing = new History(List.of(), DayOfWeek.MONDAY);
        assertTrue(nothing.isEmpty());
        assertTrue(nothing.byWeek().isEmpty());
        assertTrue(nothing.busiestWeekday().isEmpty());
    }
}
