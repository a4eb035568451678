package fr.vigie.staffing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A queue played call by call agrees with the formulas. */
class QueueSimulationTest {
    private static final double AHT = 65;
    private static final double PATIENCE = 300;
    private static final int BATCHES = 30;
    private static final int CALLS = 20_000;

    @Test
    void theFormulasLieInTheSimulationsConfidenceInterval() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_260_302);
        for (var load : new double[] {5.4, 11.0, 14.5}) {
            var formula = new ErlangA(load, AHT, PATIENCE).with(12);
            var abandoned = new double[BATCHES];
            var inTime = new double[BATCHES];
            for (int batch = 0; batch < BATCHES; batch++) {
                int[] counts = play(load, 12, random);
                abandoned[batch] = counts[0] / (double) CALLS;
                inTime[batch] = counts[1] / (double) CALLS;
            }
            assertContains(abandoned, formula.abandonment(), "abandonment at " + load);
            assertContains(inTime, formula.serviceLevel(ServiceLevel.offered(20)), "service level at " + load);
        }
    }

    /** Plays calls through agents in order of arrival; counts those who hang up and those answered within 20 s. */
    private static int[] play(double load, int agents, RandomGenerator random) {
        var freeAt = new PriorityQueue<Double>();
        for (int i = 0; i < agents; i++) {
            freeAt.add(0.0);
        }
        int warmUp = 2_000;
        double now = 0;
        int[] counts = new int[2];
        for (int call = 0; call < warmUp + CALLS; call++) {
            now += random.nextExponential() * AHT / load;
            double wait = Math.max(0, freeAt.element() - now);
            double patience = random.nextExponential() * PATIENCE;
            if (wait <= patience) {
                freeAt.remove();
                freeAt.add(now + wait + random.nextExponential() * AHT);
            }
            if (call >= warmUp) {
                counts[0] += wait > patience ? 1 : 0;
                counts[1] += wait <= patience && wait <= 20 ? 1 : 0;
            }
        }
        return counts;
    }

    private static void assertContains(double[] batches, @Nullable Double figure, String what) {
        double expected = Objects.requireNonNull(figure);
        double mean = java.util.Arrays.stream(batches).average().orElseThrow();
        double squares = java.util.Arrays.stream(batches)
                .map(x -> (x - mean) * (x - mean))
                .sum();
        double error = Math.sqrt(squares / (BATCHES - 1) / BATCHES);
        // 99.9 % of Student's distribution with 29 degrees of freedom.
        assertTrue(
                Math.abs(mean - expected) < 3.66 * error,
                () -> what + ": " + mean + " +- " + error + ", not " + expected);
    }
}
