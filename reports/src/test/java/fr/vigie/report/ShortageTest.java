package fr.vigie.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ShortageTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 23);

    private static Need need(LocalDate day, int minute, int agents, int planned) {
        return new Need("nord", day, minute, agents, agents + 2, OptionalInt.of(planned));
    }

    @Test
    void halfHoursInARowAreOne() {
        var found = Shortage.of(List.of(need(MONDAY, 420, 5, 4), need(MONDAY, 450, 6, 3), need(MONDAY, 480, 6, 5)));
        assertEquals(1, found.size());
        var only = found.get(0);
        assertEquals(420, only.from());
        assertEquals(510, only.until());
        assertEquals(450, only.worst().minute());
        assertEquals(2.5, only.hours());
    }

    @Test
    void endsWhereThePlanSufficesAndAtTheEndOfTheDay() {
        var found = Shortage.of(List.of(
                need(MONDAY, 420, 5, 4),
                need(MONDAY, 450, 5, 5),
                need(MONDAY, 480, 5, 4),
                need(MONDAY.plusDays(1), 510, 5, 4)));
        assertEquals(3, found.size());
    }

    @Test
    void putsTheGravestFirst() {
        var found = Shortage.of(List.of(need(MONDAY, 420, 5, 4), need(MONDAY.plusDays(2), 420, 9, 1)));
        assertEquals(MONDAY.plusDays(2), found.get(0).day());
    }

    @Test
    void knowsNoneWhereNobodyPlanned() {
        assertEquals(List.of(), Shortage.of(List.of(new Need("nord", MONDAY, 420, 5, 6, OptionalInt.empty()))));
    }
}
