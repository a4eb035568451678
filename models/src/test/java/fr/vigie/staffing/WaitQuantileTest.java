package fr.vigie.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WaitQuantileTest {
    private static final double AHT = 65;
    private static final List<Double> SHARES = List.of(0.001, 0.2, 0.5, 0.8, 0.95, 0.999, 1 - 1e-9);

    private static WaitingTimes waits(QueueModel model, int agents) {
        var waits = model.with(agents).waits();
        assertNotNull(waits);
        return waits;
    }

    @Test
    void thatShareHasWaitedSoLong() {
        for (int agents : new int[] {4, 9, 10, 11, 14}) {
            var waits = waits(new ErlangA(10, AHT, 300), agents);
            for (double share : SHARES) {
                double all = waits.quantile(share);
                double virtual = waits.virtualQuantile(share);
                double answered = waits.answeredQuantile(share);
                if (all > 0) {
                    assertEquals(1 - share, waits.over(all), 1e-12);
                }
                if (virtual > 0) {
                    assertEquals(1 - share, waits.virtualOver(virtual), 1e-12);
                }
                if (answered > 0) {
                    assertEquals(1 - share, waits.answeredOver(answered) / waits.answered(), 1e-12);
                }
                assertTrue(all <= virtual && answered <= virtual, () -> agents + " agents, " + share);
            }
        }
    }

    @Test
    void whoIsAnsweredAtOnceHasNotWaited() {
        var waits = waits(new ErlangA(10, AHT, 300), 16);
        assertTrue(waits.over(0) < 0.1);
        assertEquals(0, waits.quantile(0.9));
        assertEquals(0, waits.virtualQuantile(0.9));
        assertEquals(0, waits.answeredQuantile(0.9));
    }

    @Test
    void withoutHangingUpItIsALogarithm() {
        var performance = new ErlangC(10, AHT).with(12);
        var waits = performance.waits();
        var waiting = performance.probabilityOfWait();
        assertNotNull(waits);
        assertNotNull(waiting);
        double expected = AHT / 2 * Math.log(waiting / 0.05);
        assertEquals(expected, waits.virtualQuantile(0.95), 1e-9 * expected);
        assertEquals(expected, waits.answeredQuantile(0.95), 1e-9 * expected);
    }

    @Test
    void withOneAgentAndNoHelpMostHangUpFirst() {
        // Nearly everybody waits, and nearly nobody is answered: the wait of all is the patience.
        var waits = waits(new ErlangA(100_000, AHT, 300), 1);
        assertEquals(300 * Math.log(2), waits.quantile(0.5), 1e-3);
    }

    @Test
    void aQueueWithoutEndHasNoQuantile() {
        assertEquals(Double.POSITIVE_INFINITY, waits(new ErlangC(10, AHT), 10).quantile(0.5));
        assertEquals(Double.POSITIVE_INFINITY, WaitingTimes.ENDLESS.virtualQuantile(0.5));
    }

    @Test
    void sharesOutsideNoneAndAllAreRefused() {
        var waits = waits(new ErlangA(10, AHT, 300), 12);
        for (double share : new double[] {0, 1, -0.1, 95, Double.NaN}) {
            var error = assertThrows(IllegalArgumentException.class, () -> waits.quantile(share));
            assertTrue(String.valueOf(error.getMessage()).contains("\nMaybe "), error.getMessage());
        }
    }
}
