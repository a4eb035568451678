package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WeightedMedianTest {
    @Test
    void equalWeightsGiveTheUsualMedian() {
        assertEquals(3, WeightedMedian.of(new double[] {9, 1, 3}, new double[] {2, 2, 2}), 1e-12);
        assertEquals(2.5, WeightedMedian.of(new double[] {4, 1, 3, 2}, new double[] {1, 1, 1, 1}), 1e-12);
        assertEquals(7, WeightedMedian.of(new double[] {7}, new double[] {0.1}), 1e-12);
    }

    @Test
    void interpolatesBetweenTheMiddlesOfTheWeights() {
        // Middles of the shares: 1 at 0.125, 2 at 0.375, 4 at 0.75; a half lies a third of the way from 2 to 4.
        assertEquals(2 + 2 / 3.0, WeightedMedian.of(new double[] {4, 1, 2}, new double[] {2, 1, 1}), 1e-12);
    }

    @Test
    void aValueWithoutWeightDoesNotCountAndOneWithMostOfItNearlyDecides() {
        assertEquals(2.5, WeightedMedian.of(new double[] {2, 100, 3}, new double[] {1, 0, 1}), 1e-12);
        assertEquals(5 + 2 / 11.0, WeightedMedian.of(new double[] {5, 6, 7}, new double[] {10, 1, 1}), 1e-12);
    }
}
