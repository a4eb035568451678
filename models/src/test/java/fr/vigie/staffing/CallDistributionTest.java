package fr.vigie.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CallDistributionTest {
    private static CallQuantiles normal(double mean, double deviation) {
        var normal = new NormalDistribution(mean, deviation);
        var calls = new TreeMap<Double, Double>();
        for (double probability : new double[] {0.025, 0.1, 0.5, 0.9, 0.975}) {
            calls.put(probability, normal.inverseCumulativeProbability(probability));
        }
        return new CallQuantiles(calls);
    }

    @Test
    void aNormalForecastIsNormalBetweenItsQuantilesAndBeyond() {
        var calls = normal(150, 15);
        var expected = new NormalDistribution(150, 15);
        for (double probability : new double[] {0.001, 0.1, 0.3, 0.8, 0.99}) {
            double quantile = expected.inverseCumulativeProbability(probability);
            assertEquals(quantile, calls.quantile(probability), 1e-9);
            assertEquals(probability, calls.probabilityUpTo(quantile), 1e-9);
        }
    }

    @Test
    void quantilesAndProbabilitiesAreEachOthersInverse() {
        var skewed = new CallQuantiles(new TreeMap<>(Map.of(0.05, 0.0, 0.25, 0.0, 0.5, 2.0, 0.75, 2.0, 0.9, 7.0)));
        var drawn = new CallDraws(List.of(9.0, 3.0, 3.0, 7.0, 0.0));
        for (var calls : List.<CallDistribution>of(skewed, drawn)) {
            double before = 0;
            for (int i = 1; i < 1_000; i++) {
                double probability = i / 1_000.0;
                double quantile = calls.quantile(probability);
                assertTrue(quantile >= before);
                assertTrue(calls.probabilityUpTo(quantile) >= probability - 1e-9, () -> calls + " at " + probability);
                before = quantile;
            }
        }
        assertEquals(0.6, drawn.probabilityUpTo(3));
        assertEquals(3, drawn.quantile(0.6));
        assertEquals(7, drawn.quantile(0.61));
        assertEquals(0, drawn.quantile(1e-12));
    }

    @Test
    void theScatterOfCallsAroundTheirMeanIsTakenOut() {
        // Variance 150 of the counts and 15^2 of the mean.
        var ofMean = normal(150, Math.sqrt(150 + 15 * 15)).ofMean();
        double spread = ofMean.quantile(0.8413447) - ofMean.quantile(0.5);
        assertEquals(15, spread, 0.3);
        assertEquals(150, ofMean.quantile(0.5), 1e-6);
    }

    @Test
    void countsThatOnlyScatterHaveACertainMean() {
        var poisson = new PoissonDistribution(40);
        var drawn = new CallDraws(IntStream.range(0, 199)
                .mapToObj(i -> (double) poisson.inverseCumulativeProbability((i + 0.5) / 199))
                .toList());
        var ofMean = drawn.ofMean();
        double mean = Arrays.stream(drawn.strata()).average().orElseThrow();
        assertEquals(mean, ofMean.quantile(0.05), 1.5);
        assertEquals(mean, ofMean.quantile(0.95), 1.5);
    }

    @Test
    void aSingleValueIsCertain() {
        var certain = new CallQuantiles(new TreeMap<>(Map.of(0.1, 40.0, 0.5, 40.0, 0.9, 40.0)));
        for (var calls : List.of(certain, new CallDraws(List.of(40.0)), certain.ofMean())) {
            assertEquals(40, calls.quantile(0.999));
            assertEquals(0, calls.probabilityUpTo(39.9));
            assertEquals(1, calls.probabilityUpTo(40));
        }
    }

    @Test
    void damagedForecastsAreRefused() {
        Stream.<Executable>of(
                        () -> new CallDraws(List.of()),
                        () -> new CallDraws(List.of(3.0, -1.0)),
                        () -> new CallDraws(List.of(Double.NaN)),
                        () -> new CallQuantiles(new TreeMap<>(Map.of(0.5, 3.0))),
                        () -> new CallQuantiles(new TreeMap<>(Map.of(0.1, 3.0, 0.9, 2.0))),
                        () -> new CallQuantiles(new TreeMap<>(Map.of(10.0, 3.0, 90.0, 4.0))),
                        () -> normal(150, 15).quantile(1))
                .forEach(made -> {
                    var message = String.valueOf(
                            assertThrows(IllegalArgumentException.class, made).getMessage());
                    assertTrue(message.contains("\nMaybe "), message);
                });
    }
}
