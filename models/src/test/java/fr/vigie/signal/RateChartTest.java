package fr.vigie.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;

class RateChartTest {
    private static final RateChart CHART = new RateChart(3, 0.05, 40, 13, 60, 20, 6);

    @Test
    void theLikelihoodIsTheBetaBinomialOne() {
        double a = 0.2 * 19;
        double b = 0.8 * 19;
        double expected = Gamma.logGamma(a + 7) - Gamma.logGamma(a) + Gamma.logGamma(b + 23) - Gamma.logGamma(b);
        assertEquals(expected, new BetaBinomial(0.2, 0.05).logLikelihood(7, 30), 1e-10);
        assertTrue(Double.isFinite(new BetaBinomial(0.2, 0.05).logLikelihood(700, 3000)));
    }

    @Test
    void withoutAChangeTheLikelihoodRatioIsOneOnAverage() {
        double sum = 0;
        int n = 12;
        for (int k = 0; k <= n; k++) {
            double combinations = Gamma.logGamma(n + 1) - Gamma.logGamma(k + 1) - Gamma.logGamma(n - k + 1);
            double probability = new BetaBinomial(0.05, 0.05).logLikelihood(k, n)
                    + combinations
                    - (Gamma.logGamma(19 + n) - Gamma.logGamma(19));
            sum += Math.exp(probability + CHART.increment(new Count(k, n), 0.05));
        }
        assertEquals(1, sum, 1e-9);
    }

    @Test
    void aFullWeekIsWorthLessThanItsEvents() {
        assertEquals(10 / 1.45, CHART.effective(new Count(3, 10)).denominator(), 1e-12);
        assertEquals(1, CHART.effective(new Count(1, 1)).denominator());
    }

    @Test
    void theBaselineLeansOnThePeersWhileThePastIsShort() {
        assertEquals(0.1, CHART.baseline(Count.NONE, 0.1), 1e-12);
        assertEquals(0.2, CHART.baseline(new Count(12, 40), 0.1), 1e-12);
        assertEquals(0.01, CHART.baseline(new Count(0, 1000), 0), 1e-12, "never says never");
    }

    @Test
    void aWaveLiftsTheOddsToBeExpected() {
        assertEquals(0.25, CHART.lifted(1 / 7.0, 2), 1e-12);
        assertEquals(0.3, CHART.lifted(0.3, 1), 1e-12);
        assertEquals(0.9, CHART.lifted(0.8, 10), 1e-12);
    }

    @Test
    void whatIsOutOfRangeSaysWhatToSet() {
        var error = assertThrows(IllegalArgumentException.class, () -> new RateChart(3, 0.05, 40, 13, 60, 5, 6));
        assertEquals(
                "The gate (5 events) must be at least 20: fewer say nothing.\nMaybe set gate: 20.", error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new RateChart(1, 0.05, 40, 13, 60, 20, 6));
        assertThrows(IllegalArgumentException.class, () -> new RateChart(3, 0, 40, 13, 60, 20, 6));
    }

    @Test
    void adjustedPValuesAreThoseOfBenjaminiAndHochberg() {
        // R: p.adjust(c(.01, .04, .03, .005), "BH")
        assertArrayEquals(
                new double[] {0.02, 0.04, 0.04, 0.02},
                FalseDiscovery.adjusted(new double[] {0.01, 0.04, 0.03, 0.005}),
                1e-12);
        assertEquals(0, FalseDiscovery.adjusted(new double[0]).length);
    }
}
