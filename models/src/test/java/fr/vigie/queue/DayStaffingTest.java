package fr.vigie.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.staffing.ErlangA;
import fr.vigie.staffing.ServiceLevel;
import fr.vigie.staffing.Sizing;
import fr.vigie.staffing.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DayStaffingTest {
    private static final double QUARTER = 900;
    private static final double AHT = 65;
    private static final double PATIENCE = 300;
    private static final List<Target> TARGETS = List.of(
            new Target.Answered(0.8, ServiceLevel.offered(20)),
            new Target.Abandonment(0.05),
            new Target.LongWait(0.01, 300),
            new Target.Occupancy(0.9));
    private static final DayStaffing STAFFING = new DayStaffing(TARGETS, 1, 100, 0);

    /** Monday: steep at first, a hollow at lunch. */
    private static final List<Double> MONDAY =
            List.of(400.0, 700.0, 820.0, 780.0, 700.0, 640.0, 600.0, 560.0, 300.0, 280.0, 500.0, 520.0, 500.0, 400.0);

    private static List<LoadInterval> load(List<Double> callsPerHour) {
        return callsPerHour.stream()
                .map(calls -> new LoadInterval(QUARTER, calls, AHT, PATIENCE))
                .toList();
    }

    private static List<Integer> agents(List<StaffedInterval> plan) {
        return plan.stream().map(StaffedInterval::agents).toList();
    }

    @Test
    void aSettledQueueIsSizedByTheFormula() {
        var plan = STAFFING.size(load(Collections.nCopies(12, 500.0)), 0);
        var formula = new Sizing(TARGETS, 1, 100)
                .of(new ErlangA(500 / 3600.0 * AHT, AHT, PATIENCE))
                .performance();
        for (int i = 0; i < plan.size(); i++) {
            assertEquals(
                    i < 4 ? Method.TRANSIENT : Method.STATIONARY, plan.get(i).method(), "interval " + i);
            assertTrue(plan.get(i).agents() <= formula.agents(), "interval " + i);
            assertEquals(List.of(), plan.get(i).broken());
        }
        assertEquals(formula.agents(), plan.get(11).agents());
        assertEquals(
                formula.serviceLevel(ServiceLevel.offered(20)),
                plan.get(11).figures().serviceLevel(ServiceLevel.offered(20)),
                1e-12);
    }

    @Test
    void whoWaitsWhenTheLinesOpenNeedsMoreAgentsThanTheFormulaSays() {
        var load = load(MONDAY);
        var without = STAFFING.size(load, 0);
        var with = STAFFING.size(load, 30);
        assertTrue(with.get(0).agents() > without.get(0).agents(), agents(with) + " after " + agents(without));
        assertEquals(agents(without).subList(4, 14), agents(with).subList(4, 14));
        assertEquals(130, with.get(0).figures().offered(), 1e-9);
    }

    @Test
    void theTargetsHoldFromStartToEndAndOneAgentFewerBreaksOne() {
        var load = load(MONDAY);
        var plan = STAFFING.size(load, 10);
        var day = new TransientErlangA(load, 10, Measures.of(TARGETS));
        var followed = day.with(agents(plan));
        for (int i = 0; i < 4; i++) {
            assertEquals(Method.TRANSIENT, plan.get(i).method());
            assertEquals(List.of(), followed.get(i).broken(TARGETS), "interval " + i);
            assertEquals(
                    followed.get(i).serviceLevel(ServiceLevel.offered(20)),
                    plan.get(i).figures().serviceLevel(ServiceLevel.offered(20)),
                    1e-4);
            var fewer = new ArrayList<>(agents(plan));
            fewer.set(i, fewer.get(i) - 1);
            assertFalse(day.with(fewer).get(i).broken(TARGETS).isEmpty(), "interval " + i + " has one too many");
        }
    }

    @Test
    void theServicePromisedIsTheOneSimulated() {
        var load = load(MONDAY);
        var plan = STAFFING.size(load, 10);
        var calls = new CallKind(MONDAY, 10, new Exponential(AHT), new Exponential(PATIENCE), Redials.NONE);
        var seen = new DiscreteEventSimulation(
                        QUARTER,
                        List.of(calls),
                        Agent.perInterval(agents(plan), QUARTER),
                        Routing.LONGEST_IDLE,
                        Measures.of(TARGETS))
                .replicate(2_000, new SplittableRandom(20));
        var level = ServiceLevel.offered(20);
        for (int i = 0; i < plan.size() - 1; i++) {
            var promised = plan.get(i).figures();
            var estimate = seen.interval(i, Figure.serviceLevel(level), 0.999);
            double allowed = plan.get(i).method() == Method.TRANSIENT ? 0 : 0.02;
            assertTrue(
                    Math.abs(estimate.value() - promised.serviceLevel(level)) < estimate.halfWidth() + allowed,
                    "interval " + i + ": " + estimate + ", promised " + promised.serviceLevel(level));
        }
    }

    @Test
    void aLoadThatChangesFasterThanTheQueueRelaxesIsFollowed() {
        var jump = Stream.concat(Collections.nCopies(8, 150.0).stream(), Collections.nCopies(8, 1_500.0).stream())
                .toList();
        var methods = STAFFING.size(load(jump), 0).stream()
                .map(StaffedInterval::method)
                .toList();
        assertEquals(Method.STATIONARY, methods.get(6));
        assertEquals(Method.TRANSIENT, methods.get(8));
        assertEquals(Method.STATIONARY, methods.get(15));
    }

    @Test
    void redialsNeedMoreAgents() {
        var load = load(Collections.nCopies(6, 900.0));
        var strict = new DayStaffing(List.of(new Target.Abandonment(0.15)), 1, 100, 0.9);
        var once = new DayStaffing(List.of(new Target.Abandonment(0.15)), 1, 100, 0);
        var plan = strict.size(load, 5);
        var before = once.size(load, 5);
        assertTrue(
                IntStream.range(0, 6)
                        .allMatch(i -> plan.get(i).agents() >= before.get(i).agents()),
                "fewer");
        assertTrue(plan.get(5).agents() > before.get(5).agents(), agents(plan) + " after " + agents(before));
        assertTrue(plan.get(5).figures().offered() > 230, "offered with redials");
    }

    @Test
    void simulatedDaysKeepTheTargetsWhereTimesAreNotExponential() {
        var rates = List.of(500.0, 700.0, 600.0, 300.0);
        var plan = STAFFING.size(load(rates), 10);
        var calls = new CallKind(
                rates,
                10,
                LogNormal.of(AHT, 1.6),
                new PiecewiseHazard(0.02, new double[] {0, 30}, new double[] {0.004, 0.002}),
                Redials.NONE);
        var simulated = STAFFING.simulated(plan, QUARTER, calls, 300, 5);
        for (int i = 0; i < 4; i++) {
            assertEquals(Method.SIMULATED, simulated.get(i).method());
            assertEquals(List.of(), simulated.get(i).broken(), "interval " + i);
            assertTrue(simulated.get(i).agents() >= plan.get(i).agents(), "interval " + i);
        }
        assertEquals("simulated", Method.SIMULATED.word());
        var few = new DayStaffing(TARGETS, 1, 3, 0).simulated(plan, QUARTER, calls, 20, 5);
        assertEquals(agents(plan), agents(few));
    }

    @Test
    void whatIsOutOfReachIsSaid() {
        var few = new DayStaffing(TARGETS, 1, 8, 0).size(load(Collections.nCopies(6, 800.0)), 10);
        for (var interval : few) {
            assertEquals(8, interval.agents());
            assertFalse(interval.broken().isEmpty());
        }
    }

    @Test
    void anHourWithoutCallsNeedsTheLeast() {
        var plan = new DayStaffing(TARGETS, 2, 100, 0).size(load(List.of(0.0, 0.0, 100.0)), 0);
        assertEquals(2, plan.get(0).agents());
        assertEquals(0, plan.get(0).figures().offered());
        assertEquals(List.of(), plan.get(0).broken());
    }

    @Test
    void saysWhatIsWrong() {
        assertThrows(IllegalArgumentException.class, () -> new DayStaffing(List.of(), 1, 10, 0));
        assertThrows(IllegalArgumentException.class, () -> new DayStaffing(TARGETS, 1, 10, 1.5));
        assertThrows(
                IllegalArgumentException.class, () -> new DayStaffing(List.of(new Target.Blocking(0.1)), 1, 10, 0));
        assertThrows(IllegalArgumentException.class, () -> STAFFING.size(List.of(), 0));
        assertThrows(IllegalArgumentException.class, () -> STAFFING.size(load(MONDAY), -1));
    }
}
