package fr.vigie.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {
    /** Weeks of remission under 6-MP (Freireich et al. 1963), the textbook case; the published estimate is 0.857 ... 0.448. */
    private static final double[] REMISSION = {
        6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35
    };

    private static final boolean[] RELAPSE = {
        true, true, true, false, true, false, true, false, false, true, true, false, false, false, true, true, false,
        false, false, false, false
    };

    @Test
    void isThePublishedEstimateOfTheTextbookCase() {
        var estimate = KaplanMeier.of(REMISSION, RELAPSE);
        var survival = new double[] {0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448};
        var error = new double[] {0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346};
        var atRisk = new int[] {21, 17, 15, 12, 11, 7, 6};
        assertEquals(7, estimate.steps().size());
        for (int i = 0; i < 7; i++) {
            var step = estimate.steps().get(i);
            assertEquals(survival[i], step.survival(), 5e-4);
            assertEquals(error[i], step.standardError(), 5e-5);
            assertEquals(atRisk[i], step.atRisk());
        }
        assertEquals(23, estimate.quantile(0.5));
        assertEquals(35, estimate.longestSeconds());
        assertEquals(Double.POSITIVE_INFINITY, estimate.quantile(0.6));
    }

    @Test
    void countsThoseCutShortAsAtRiskAtThatTime() {
        // By hand: at 10 two of three are left, the one cut at 10 was at risk; at 20 the last one ends.
        var estimate = KaplanMeier.of(new double[] {20, 10, 10}, new boolean[] {true, true, false});
        assertEquals(
                List.of(
                        new KaplanMeier.Step(10, 3, 1, 2 / 3.0, Math.sqrt(2 / 27.0)),
                        new KaplanMeier.Step(20, 1, 1, 0, 0)),
                estimate.steps());
        assertEquals(1, estimate.survival(9.99));
        assertEquals(2 / 3.0, estimate.survival(10));
        assertEquals(0, estimate.survival(20));
    }

    @Test
    void tellsHowFarAnExponentialLawIs() {
        // By hand: a half ends at 10 where the law says 1 - 1/e, and before it nobody has ended.
        var estimate = KaplanMeier.of(new double[] {10, 30}, new boolean[] {true, false});
        var law = new Exponential(10);
        assertEquals(1 - Math.exp(-1), estimate.departureFrom(law, 20), 1e-12);
        assertEquals(1 - Math.exp(-0.5), estimate.departureFrom(law, 5), 1e-12);
        // Nobody was seen for longer than 30.
        assertEquals(estimate.departureFrom(law, 30), estimate.departureFrom(law, 1e9));
        var random = new SplittableRandom(3);
        var seconds = random.doubles(100_000).map(u -> -10 * Math.log(u)).toArray();
        var all = new boolean[seconds.length];
        Arrays.fill(all, true);
        assertTrue(KaplanMeier.of(seconds, all).departureFrom(law, 60) < 0.01);
    }

    @Test
    void saysWhatIsWrong() {
        assertThrows(IllegalArgumentException.class, () -> KaplanMeier.of(new double[0], new boolean[0]));
        assertThrows(IllegalArgumentException.class, () -> KaplanMeier.of(new double[] {-1}, new boolean[1]));
        var wrong =
                assertThrows(IllegalArgumentException.class, () -> KaplanMeier.of(new double[] {1, 2}, new boolean[1]));
        assertTrue(wrong.getMessage().contains("Maybe a column is missing"), wrong.getMessage());
    }
}
