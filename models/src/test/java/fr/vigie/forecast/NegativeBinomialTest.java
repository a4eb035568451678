package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.PascalDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegativeBinomialTest {
    /** Mean and variance of a Pascal distribution with an integer size. */
    private static NegativeBinomial pascal(int size, double mean) {
        return new NegativeBinomial(mean, mean + mean * mean / size);
    }

    @ParameterizedTest
    @CsvSource({"3, 2.5", "7, 40", "7, 140", "40, 900"})
    void agreesWithThePascalDistributionOfIntegerSize(int size, double mean) {
        var reference = new PascalDistribution(size, size / (size + mean));
        for (int y : new int[] {0, 1, 2, 5, 30, 60, 130, 700, 1200}) {
            assertEquals(reference.cumulativeProbability(y), pascal(size, mean).cdf(y), 1e-10);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.3", "12", "59.9", "60.1", "5000"})
    void becomesPoissonWhereVarianceIsTheMean(double mean) {
        var reference = new PoissonDistribution(mean);
        var counts = new NegativeBinomial(mean, mean);
        for (double z : new double[] {-2, -0.5, 0, 1, 3}) {
            int y = (int) Math.max(0, Math.round(mean + z * Math.sqrt(mean)));
            assertEquals(reference.cumulativeProbability(y), counts.cdf(y), 1e-9);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.02, 0.02", "0.5, 0.9", "33, 33", "58, 300", "62, 300", "150, 160", "4000, 90000"})
    void aQuantileIsTheSmallestCountThatReachesItsLevel(double mean, double variance) {
        var counts = new NegativeBinomial(mean, variance);
        double[] levels = {0.001, 0.025, 0.1, 0.5, 0.9, 0.975, 0.999};
        var quantiles = counts.quantiles(levels);
        for (int i = 0; i < levels.length; i++) {
            assertTrue(counts.cdf(quantiles[i]) >= levels[i] - 1e-12);
            assertTrue(counts.below(quantiles[i]) < levels[i]);
            assertEquals(quantiles[i], counts.quantile(levels[i]));
        }
    }

    @Test
    void isNeverBelowZero() {
        assertEquals(0, new NegativeBinomial(0.1, 5).quantile(0.0001));
        assertEquals(0, new NegativeBinomial(0.1, 5).cdf(-1));
    }

    @Test
    void refusesAVarianceUnderTheMean() {
        assertThrows(IllegalArgumentException.class, () -> new NegativeBinomial(2, 1));
        assertThrows(IllegalArgumentException.class, () -> new NegativeBinomial(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new NegativeBinomial(Double.NaN, 1));
    }
}
