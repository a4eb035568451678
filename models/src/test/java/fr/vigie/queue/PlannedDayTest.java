package fr.vigie.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.staffing.ErlangX;
import fr.vigie.staffing.ServiceLevel;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlannedDayTest {
    private static final ServiceLevel LEVEL = ServiceLevel.offered(20);
    private static final LoadInterval HALF_HOUR = new LoadInterval(1800, 300, 65, 300);

    @Test
    void aLongQuietDayIsWhatErlangXSays() {
        var day = new PlannedDay(Collections.nCopies(12, HALF_HOUR), 0, Collections.nCopies(12, 6), 0.45);
        double settled = new ErlangX(HALF_HOUR.erlangs(), 65, 300, 0.45).with(6).serviceLevel(LEVEL);
        assertEquals(settled, level(day, 6), 1e-3);
    }

    @Test
    void aBreakThatIsTooLongLeavesAQueueToTheNextInterval() {
        var usual = new PlannedDay(Collections.nCopies(3, HALF_HOUR), 0, List.of(7, 7, 7), 0);
        var broken = new PlannedDay(Collections.nCopies(3, HALF_HOUR), 0, List.of(7, 3, 7), 0);
        assertTrue(level(broken, 1) < level(usual, 1) - 0.4);
        assertTrue(
                level(broken, 2) < level(usual, 2) - 0.01,
                level(broken, 2) + " after a queue, else " + level(usual, 2));
        assertEquals(level(usual, 0), level(broken, 0), 0.02);
    }

    @Test
    void whereNobodyIsThereNobodyIsAnswered() {
        var day = new PlannedDay(List.of(HALF_HOUR, HALF_HOUR), 5, List.of(0, 0), 0.45);
        assertEquals(0, level(day, 0));
    }

    @Test
    void theServiceExpectedIsTheOneSimulated() {
        var load = List.of(HALF_HOUR, HALF_HOUR.withCallsPerHour(420), HALF_HOUR);
        var agents = List.of(8, 8, 7);
        var day = new PlannedDay(load, 12, agents, 0);
        var seen = new DiscreteEventSimulation(
                        1800,
                        List.of(new CallKind(
                                List.of(300.0, 420.0, 300.0),
                                12,
                                new Exponential(65),
                                new Exponential(300),
                                Redials.NONE)),
                        Agent.perInterval(agents, 1800),
                        Routing.LONGEST_IDLE,
                        Measures.USUAL)
                .replicate(2_000, new SplittableRandom(7));
        for (int i = 0; i < load.size(); i++) {
            var estimate = seen.interval(i, Figure.serviceLevel(LEVEL), 0.999);
            assertTrue(estimate.contains(level(day, i)), i + ": " + estimate + " and " + level(day, i));
        }
    }

    @Test
    void agentsOfAnotherDayAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PlannedDay(List.of(HALF_HOUR), 0, List.of(1, 2), 0));
    }

    private static double level(PlannedDay day, int interval) {
        return day.serviceLevels(List.of(LEVEL)).get(interval).levels().get(0);
    }
}
