package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DispersionTest {
    private static final double[] MEANS = {0.5, 1, 3, 10, 40, 90, 200};

    private static double[] offBy(Dispersion dispersion) {
        return Arrays.stream(MEANS)
                .map(mean -> mean + Math.sqrt(dispersion.variance(mean)))
                .toArray();
    }

    @Test
    void findsTheDispersionThatTheErrorsHave() {
        var learnt = Dispersion.learn(MEANS, offBy(new Dispersion(2, 0.1)));
        assertEquals(2, learnt.linear(), 1e-9);
        assertEquals(0.1, learnt.quadratic(), 1e-9);
    }

    @Test
    void scatterAloneHasNoQuadraticPart() {
        var learnt = Dispersion.learn(MEANS, offBy(new Dispersion(1.4, 0)));
        assertEquals(1.4, learnt.linear(), 1e-9);
        assertEquals(0, learnt.quadratic(), 1e-9);
    }

    @Test
    void neitherPartIsNegative() {
        var falling = Dispersion.learn(new double[] {1, 10, 100}, new double[] {4, 13, 100});
        assertEquals(0, falling.quadratic());
        var rising = Dispersion.learn(new double[] {1, 10, 100}, new double[] {1, 10, 190});
        assertEquals(0, rising.linear());
    }

    @Test
    void isUntriedWithoutErrors() {
        assertEquals(Dispersion.UNTRIED, Dispersion.learn(new double[0], new double[0]));
        assertEquals(Dispersion.UNTRIED, Dispersion.learn(new double[] {0}, new double[] {3}));
    }
}
