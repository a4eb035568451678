package fr.vigie.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One battery over every law. */
class TimeLawTest {
    private static final int DRAWS = 200_000;

    static Stream<TimeLaw> laws() {
        return Stream.of(
                new Exponential(65),
                LogNormal.of(65, 0.9),
                new LogNormal(40, 0),
                new Observed(10, 20, 20, 70),
                new PiecewiseHazard(new double[] {0, 15, 60}, new double[] {0.01, 0, 0.02}),
                new PiecewiseHazard(0.2, new double[] {0, 30}, new double[] {0.02, 0.01}));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void drawsHaveTheMeanAndTheSurvivalOfTheLaw(TimeLaw law) {
        var random = new SplittableRandom(2);
        var drawn = new double[DRAWS];
        Arrays.setAll(drawn, i -> law.draw(random));
        assertEquals(law.meanSeconds(), Arrays.stream(drawn).average().orElseThrow(), 0.015 * law.meanSeconds());
        for (double t : new double[] {0, 5, 15, 20, 39, 41, 60, 69, 80, 200}) {
            double longer = Arrays.stream(drawn).filter(one -> one > t).count() / (double) DRAWS;
            assertEquals(law.survival(t), longer, 0.005, law + " at " + t);
        }
    }

    @Test
    void aLogNormalHasTheMeanAndVariationAskedFor() {
        var law = LogNormal.of(65, 0.9);
        assertEquals(65, law.meanSeconds(), 1e-9);
        assertEquals(0.9, Math.sqrt(Math.expm1(law.sigma() * law.sigma())), 1e-12);
    }

    @Test
    void someNeverEnd() {
        var law = new PiecewiseHazard(new double[] {0, 10}, new double[] {0.1, 0});
        assertEquals(Double.POSITIVE_INFINITY, law.meanSeconds());
        var random = new SplittableRandom(1);
        double never = Stream.generate(() -> law.draw(random))
                        .limit(DRAWS)
                        .filter(one -> Double.isInfinite(one))
                        .count()
                / (double) DRAWS;
        assertEquals(Math.exp(-1), never, 0.005);
        assertEquals(1, new Never().survival(1e9));
    }

    @Test
    void saysWhatIsWrong() {
        assertThrows(IllegalArgumentException.class, () -> new Observed());
        assertThrows(IllegalArgumentException.class, () -> new Observed(-1));
        assertThrows(IllegalArgumentException.class, () -> new LogNormal(0, 1));
        assertThrows(
                IllegalArgumentException.class, () -> new PiecewiseHazard(new double[] {0, 0}, new double[] {1, 1}));
        assertThrows(IllegalArgumentException.class, () -> new PiecewiseHazard(new double[] {1}, new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> new Redials(1.1, new Never()));
    }
}
