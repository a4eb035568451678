package fr.vigie.jobs.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PastTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 30);
    private static final LocalDate LONG_AGO = AS_OF.minusYears(1);
    private static final LocalDate LEFT = AS_OF.minusWeeks(6);

    private static Past called(LocalDate last, long daysAfter) {
        return new Past(9000, 800, LONG_AGO, last, 0, daysAfter, 800, LONG_AGO);
    }

    private static LocalDate until(Past past) {
        return past.client(LONG_AGO, LEFT, AS_OF).until();
    }

    @Test
    void callsThatGoOnTellThatTheRegisterIsLate() {
        assertEquals(LocalDate.MAX, until(called(AS_OF.minusDays(1), 30)));
        assertEquals(AS_OF.minusWeeks(4), until(called(AS_OF.minusWeeks(4), 10)));
    }

    @Test
    void straysAfterTheLastDayDoNot() {
        assertEquals(LEFT, until(called(AS_OF.minusDays(1), 4)));
        assertEquals(LEFT, until(called(LEFT, 0)));
    }

    @Test
    void whereNobodySaysAClientIsOneSinceItsFirstCall() {
        assertEquals(
                new ForecastPlan.Client(LONG_AGO, LocalDate.MAX),
                called(AS_OF.minusDays(1), 0).client(null, null, AS_OF));
    }

    @Test
    void testsBeforeItsFirstDayAreNotItsCalls() {
        var since = AS_OF.minusDays(10);
        assertEquals(
                OptionalDouble.of(4), new Past(43, 43, AS_OF.minusDays(40), AS_OF, 2, 0, 40, since).callsPerDay(AS_OF));
        assertEquals(
                OptionalDouble.empty(),
                new Past(3, 3, AS_OF.minusDays(40), AS_OF.minusDays(39), 2, 0, 0, null).callsPerDay(AS_OF));
        assertEquals(
                OptionalDouble.of(2),
                new Past(80, 80, AS_OF.minusDays(40), AS_OF, 25, 0, 40, since).callsPerDay(AS_OF));
    }
}
