package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ConformalTest {
    private static final double[] SCORES = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};

    /** Ten scores with the one to come: 80 % of them is the eighth, 50 % the fifth. */
    @Test
    void reachesAsFarAsThatShareOfTheScores() {
        var marginal = new Conformal(100, 0, 0.5, SCORES);
        assertArrayEquals(
                new double[] {100 * Math.exp(-0.5 * 0.8), 100 * Math.exp(0.5 * 0.8)},
                marginal.quantiles(0.1, 0.9),
                1e-9);
        assertEquals(100 * Math.exp(0.95 * 0.5 * 0.5), marginal.quantile(0.75), 1e-9);
        assertEquals(100, marginal.quantile(0.5), 1e-9);
        assertEquals(100 * Math.exp(1.1 * 0.5 * 0.9), marginal.quantile(0.999), 1e-9);
    }

    @Test
    void quantilesNeverCrossAndAreNeverNegative() {
        for (var marginal : new Conformal[] {
            new Conformal(3, 1, 2, SCORES),
            new Conformal(0, 1, 5, SCORES),
            new Conformal(1e6, 0, 9, new double[] {0, 0, 3})
        }) {
            double before = 0;
            for (int permille = 1; permille < 1000; permille++) {
                double quantile = marginal.quantile(permille / 1000.0);
                assertTrue(quantile >= before, permille + ": " + quantile + " after " + before);
                before = quantile;
            }
        }
    }

    @Test
    void theDistributionIsTheInverseOfItsQuantiles() {
        var marginal = new Conformal(100, 2, 0.5, SCORES);
        for (double level : new double[] {0.1, 0.3, 0.5, 0.8}) {
            assertEquals(level, marginal.cdf(marginal.quantile(level)), 1e-9);
            assertEquals(level, marginal.below(marginal.quantile(level)), 1e-9);
        }
        assertEquals(0, marginal.cdf(-1));
        assertEquals(1, marginal.cdf(1e9), 1e-9);
    }
}
