package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.junit.jupiter.api.Test;

class MarginalTest {
    @Test
    void theLogNormalHasItsMeanAndVariance() {
        var reference = new LogNormalDistribution(2, 0.5);
        var ours = new LogNormal(reference.getNumericalMean(), reference.getNumericalVariance());
        assertEquals(reference.inverseCumulativeProbability(0.9), ours.quantile(0.9), 1e-9);
        assertEquals(reference.cumulativeProbability(5), ours.cdf(5), 1e-12);
        assertEquals(0, ours.cdf(0));
    }

    @Test
    void aContinuousValueIsCoveredOrNot() {
        var values = new LogNormal(100, 400);
        assertEquals(1, values.covers(100, 0.5));
        assertEquals(0, values.covers(200, 0.95));
    }

    /** Poisson with mean ln 2: P(0) = 1/2, so that zero spans the transforms from 0 to 0.5. */
    @Test
    void aCountIsCoveredInPart() {
        double mean = StrictMath.log(2);
        var calls = new NegativeBinomial(mean, mean);
        assertEquals(0.5, calls.covers(0, 0.5), 1e-12, "0.25 to 0.5 of 0 to 0.5");
        assertEquals(0.8, calls.covers(0, 0.8), 1e-12, "0.1 to 0.5 of 0 to 0.5");
        assertEquals(0.25 / (0.5 * mean), calls.covers(1, 0.5), 1e-12, "0.5 to 0.75 of 0.5 to 0.8466");
        assertEquals(0, calls.covers(9, 0.95), 1e-12);
    }

    @Test
    void aClosedHourIsZeroWithoutDoubt() {
        assertArrayEquals(new double[] {0, 0}, new Closed().quantiles(0.025, 0.975));
        assertEquals(0.5, new Closed().covers(0, 0.5), 1e-12, "as promised, by chance");
    }

    @Test
    void smallCountsAreNegativeBinomialAndSmoothCurvesAreNot() {
        var regular = new Dispersion(0.01, 0);
        assertEquals(new LogNormal(500, 5), regular.around(500, Counting.WHOLE_NUMBERS));
        assertEquals(new NegativeBinomial(500, 500), regular.around(500, Counting.CALLS));
        assertEquals(new NegativeBinomial(500, 550), new Dispersion(1.1, 0).around(500, Counting.WHOLE_NUMBERS));
        assertEquals(new LogNormal(500, 550), new Dispersion(1.1, 0).around(500, Counting.QUANTITIES));
        assertEquals(new Certain(0), regular.around(0, Counting.CALLS));
        assertEquals(new Certain(500), new Dispersion(0, 0).around(500, Counting.WHOLE_NUMBERS));
    }
}
