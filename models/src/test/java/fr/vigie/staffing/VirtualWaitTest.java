package fr.vigie.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.staffing.VirtualWait.Stretch;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Two ways to the same integrals. */
class VirtualWaitTest {
    @Test
    void seriesAndQuadratureAgree() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(8);
        int compared = 0;
        while (compared < 3_000) {
            int agents = (int) Math.round(Math.pow(10, 4 * random.nextDouble()));
            double load = agents * Math.pow(10, -1 + 1.5 * random.nextDouble());
            double ratio = Math.pow(10, -3 + 5 * random.nextDouble());
            double time = Math.pow(10, -4 + 4.5 * random.nextDouble());
            if (VirtualWait.of(agents, load, ratio) instanceof ScaledWait series) {
                var quadrature = new QuadratureWait(agents, load, ratio);
                var where = agents + " agents, " + load + " E, " + ratio + ", " + time;
                double ours = series.all().mass();
                double theirs = quadrature.all().mass();
                assertSame(quadrature.all().answered() / theirs, series.all().answered() / ours, where);
                assertSame(quadrature.all().lost() / theirs, series.all().lost() / ours, where);
                assertSame(
                        quadrature.all().answeredWait() / theirs, series.all().answeredWait() / ours, where);
                assertSame(quadrature.after(time), theirs, series.after(time), ours, where);
                assertSame(quadrature.within(time), theirs, series.within(time), ours, where);
                assertEquals(1, series.emptyQueue() / quadrature.emptyQueue(), 1e-11, where);
                compared++;
            }
        }
    }

    private static void assertSame(Stretch expected, double theirs, Stretch actual, double ours, String where) {
        assertSame(expected.mass() / theirs, actual.mass() / ours, where);
        assertSame(expected.answered() / theirs, actual.answered() / ours, where);
    }

    private static void assertSame(double expected, double actual, String where) {
        // The quadrature leaves out what is smaller.
        assertEquals(expected, actual, Math.abs(expected) * 1e-10 + 1e-300, where);
    }

    @Test
    void whatComesFirstAndTheRestAreAll() {
        for (double load : new double[] {0.1, 9, 10, 14, 300}) {
            var wait = VirtualWait.of(10, load, 4.6);
            for (double time : new double[] {1e-6, 0.07, 1, 20}) {
                var first = wait.within(time);
                var rest = wait.after(time);
                assertEquals(1, (first.mass() + rest.mass()) / wait.all().mass(), 1e-12);
                assertEquals(
                        1, (first.answered() + rest.answered()) / wait.all().answered(), 1e-12);
            }
        }
    }

    @Test
    void hugeAndOverloadedQueuesAreLeftToTheQuadrature() {
        assertInstanceOf(QuadratureWait.class, VirtualWait.of(1_000_000, 1_000_000, 4.6));
        assertInstanceOf(QuadratureWait.class, VirtualWait.of(1_000, 100_000, 4.6));
        assertInstanceOf(ScaledWait.class, VirtualWait.of(1_000_000, 10, 4.6));
        assertInstanceOf(ScaledWait.class, VirtualWait.of(1_000, 1_000, 4.6));
    }

    @Test
    void theFirstGuessIsRightToAFewDigitsNearTheLoad() {
        for (double load : new double[] {60, 200, 1_000, 20_000}) {
            for (double patience : new double[] {30, 180, 1_200}) {
                var model = new ErlangA(load, 180, patience);
                for (double off : new double[] {-1, -0.3, 0, 0.3, 1, 2}) {
                    int agents = (int) (load + off * Math.sqrt(load));
                    double exact = abandonment(model.with(agents));
                    double rough = abandonment(model.roughly(agents));
                    assertTrue(
                            Math.abs(rough - exact) < exact * 6 / Math.sqrt(load) / Math.sqrt(load) + 0.02 * exact,
                            () -> model + " with " + agents + ": " + rough + " for " + exact);
                }
            }
        }
    }

    private static double abandonment(QueuePerformance performance) {
        var abandonment = performance.abandonment();
        return abandonment == null ? Double.NaN : abandonment;
    }
}
