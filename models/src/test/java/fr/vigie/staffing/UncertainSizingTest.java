package fr.vigie.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UncertainSizingTest {
    private static final double HALF_HOUR = 1_800;
    private static final double AHT = 65;
    private static final Sizing SIZING = new Sizing(List.of(
            new Target.Answered(0.8, ServiceLevel.offered(20)),
            new Target.Abandonment(0.05),
            new Target.LongWait(0.01, 300),
            new Target.Occupancy(0.88)));

    /** A busy half-hour that is known to a tenth or so. */
    private static final CallQuantiles FORECAST =
            new CallQuantiles(new TreeMap<>(Map.of(0.05, 240.0, 0.25, 275.0, 0.5, 300.0, 0.75, 330.0, 0.95, 380.0)));

    private static UncertainSizing of(CallDistribution calls) {
        return new UncertainSizing(SIZING, calls, HALF_HOUR, AHT, load -> new ErlangA(load, AHT, 300));
    }

    private static int enough(UncertainSizing sizing, double probability) {
        return assertInstanceOf(Sizing.Enough.class, sizing.with(probability))
                .performance()
                .agents();
    }

    @Test
    void thatManyKeepThePromiseSoOftenAndOneFewerDoNot() {
        var sizing = of(FORECAST);
        for (double probability : new double[] {0.01, 0.3, 0.5, 0.8, 0.95, 0.999}) {
            int agents = enough(sizing, probability);
            assertTrue(sizing.probability(agents) >= probability - 1e-7);
            assertTrue(sizing.probability(agents - 1) < probability + 1e-7);
        }
        assertTrue(enough(sizing, 0.95) > enough(sizing, 0.5));
    }

    @Test
    void theProbabilityIsTheShareOfDrawsInWhichAllIsKept() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        var draws = IntStream.range(0, 500)
                .mapToObj(i -> 300 * Math.exp(0.15 * random.nextGaussian()))
                .toList();
        var sizing = of(new CallDraws(draws));
        for (int agents = 9; agents < 22; agents++) {
            int n = agents;
            long kept = draws.stream()
                    .map(calls -> new ErlangA(calls * AHT / HALF_HOUR, AHT, 300).with(n))
                    .filter(performance -> SIZING.targets().stream().allMatch(target -> target.keptBy(performance)))
                    .count();
            assertEquals(kept / 500.0, sizing.probability(n), 1e-12);
        }
    }

    @Test
    void certainCallsNeedWhatTheirLoadNeeds() {
        var plain = assertInstanceOf(Sizing.Enough.class, SIZING.of(new ErlangA(300 * AHT / HALF_HOUR, AHT, 300)));
        int agents = enough(of(new CallDraws(List.of(300.0))), 0.8);
        assertEquals(plain.performance().agents(), agents);
        assertEquals(1, of(new CallDraws(List.of(300.0))).probability(agents));
        assertEquals(0, of(new CallDraws(List.of(300.0))).probability(agents - 1));
    }

    @Test
    void eachAgentsWorthAddsUp() {
        var sizing = of(FORECAST);
        var steps = sizing.steps(10, 20, new UncertainSizing.AgentCost(20, Shrinkage.of(0.2)));
        assertEquals(11, steps.size());
        double probability = sizing.probability(9);
        Double lost = null;
        for (var step : steps) {
            probability += step.gain();
            assertEquals(step.probability(), probability, 1e-12);
            assertEquals(0.5 / 0.8, step.hours(), 1e-12);
            assertEquals(12.5, step.euros(), 1e-12);
            assertNotNull(step.lostCalls());
            assertNotNull(step.savedCalls());
            if (lost != null) {
                assertEquals(lost, step.lostCalls() + step.savedCalls(), 1e-9);
            }
            lost = step.lostCalls();
            assertNotNull(step.eurosPerSavedCall());
            assertEquals(12.5, step.eurosPerSavedCall() * step.savedCalls(), 1e-9);
        }
        assertTrue(steps.get(0).savedCalls() > 2 * steps.get(10).savedCalls(), "the first ones save most");
    }

    @Test
    void lostCallsAreTheMeanOverTheForecast() {
        var two = of(new CallDraws(List.of(250.0, 350.0)));
        double expected = 0;
        for (double calls : new double[] {250, 350}) {
            var abandonment =
                    new ErlangA(calls * AHT / HALF_HOUR, AHT, 300).with(12).abandonment();
            assertNotNull(abandonment);
            expected += calls * abandonment / 2;
        }
        var step = two.steps(12, 12, new UncertainSizing.AgentCost(20, Shrinkage.of(0)))
                .get(0);
        assertNotNull(step.lostCalls());
        assertEquals(expected, step.lostCalls(), 1e-9);
    }

    @Test
    void whereNobodyHangsUpNobodyIsLost() {
        var delay = new UncertainSizing(
                new Sizing(List.of(new Target.SpeedOfAnswer(10))),
                FORECAST,
                HALF_HOUR,
                AHT,
                load -> new ErlangC(load, AHT));
        var step = delay.steps(14, 14, new UncertainSizing.AgentCost(20, Shrinkage.of(0)))
                .get(0);
        assertNull(step.lostCalls());
        assertNull(step.eurosPerSavedCall());
        assertTrue(step.probability() > 0.5 && step.gain() > 0);
    }

    @Test
    void whatNoAgentKeepsIsKeptWithProbabilityZero() {
        var delay = new UncertainSizing(
                new Sizing(List.of(new Target.Abandonment(0.05))),
                FORECAST,
                HALF_HOUR,
                AHT,
                load -> new ErlangC(load, AHT));
        assertEquals(0, delay.probability(1_000));
        assertInstanceOf(Sizing.OutOfReach.class, delay.with(0.5));
    }

    @Test
    void whatNoLoadBreaksIsAlwaysKept() {
        // With a patience of a minute few wait five, whatever the load.
        var hasty = new UncertainSizing(
                new Sizing(List.of(new Target.LongWait(0.05, 300))),
                FORECAST,
                HALF_HOUR,
                AHT,
                load -> new ErlangA(load, AHT, 60));
        assertEquals(1, hasty.probability(1));
        assertEquals(1, enough(hasty, 0.99));
    }

    @Test
    void noCallsNeedTheLeastThereMayBe() {
        var none = of(new CallDraws(List.of(0.0)));
        assertEquals(1, enough(none, 0.8));
        assertEquals(1, none.probability(1));
    }
}
