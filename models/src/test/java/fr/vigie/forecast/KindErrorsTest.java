package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.series.Series;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KindErrorsTest {
    /** All members alike but the slow one of the ninth place, which errs half as much. */
    private static final double[] OWN = {2, 2, 2, 2, 2, 2, 2, 2, 1, 2, 2};

    private static double ninthOverFirst(double[] weights) {
        return weights[8] / weights[0];
    }

    @Test
    void aSeriesWithoutPastOriginsHasItsKindsWeights() {
        double kind = 1.13 / 1.24;
        assertEquals(kind * kind, ninthOverFirst(KindErrors.FEW.weights(0, OWN, 0)), 1e-9);
    }

    @Test
    void theMoreOriginsTheMoreTheSeriesItselfCounts() {
        double seven = ninthOverFirst(KindErrors.FEW.weights(0, OWN, 7));
        double fourteen = ninthOverFirst(KindErrors.FEW.weights(0, OWN, 14));
        assertTrue(1 < seven && seven < fourteen && fourteen < 4, seven + " " + fourteen);
        assertEquals(4, ninthOverFirst(KindErrors.FEW.weights(0, OWN, 100_000)), 1e-3);
    }

    @Test
    void weightsDoNotDependOnTheUnit() {
        var tenfold = Arrays.stream(OWN).map(e -> 10 * e).toArray();
        assertEquals(
                ninthOverFirst(KindErrors.SOME.weights(1, OWN, 7)),
                ninthOverFirst(KindErrors.SOME.weights(1, tenfold, 7)),
                1e-9);
    }

    @Test
    void theKindIsTheSizeOfTheCounts() {
        assertEquals(KindErrors.FEW, kind(20));
        assertEquals(KindErrors.SOME, kind(200));
        assertEquals(KindErrors.MANY, kind(2000));
    }

    private static KindErrors kind(double hourly) {
        var series = Drawn.calls(4, 1, 1, 1);
        var scaled = Series.on(series.timeline());
        for (int i = 0; i < Drawn.week(4); i++) {
            if (series.isKnown(i)) {
                scaled.known(i, hourly);
            }
        }
        return KindErrors.of(scaled.build(), Drawn.week(4));
    }
}
