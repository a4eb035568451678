package fr.vigie.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PatienceFitTest {
    @Test
    void theExponentialMeanIsAllWaitsOverThoseWhoHungUp() {
        var fit = new PatienceFit(new double[] {10, 20, 0, 30, 40}, new boolean[] {true, false, false, true, false});
        var mean = fit.exponential(0.95);
        assertEquals(50, mean.seconds());
        // Chi-squared with four degrees of freedom: 0.4844 and 11.1433.
        assertEquals(200 / 11.1433, mean.low(), 1e-3);
        assertEquals(200 / 0.4844186, mean.high(), 1e-2);
    }

    @Test
    void theHazardIsThoseWhoHungUpOverTheTimeWaitedInEachStretch() {
        var fit = new PatienceFit(new double[] {0, 10, 20, 30, 40}, new boolean[] {true, true, false, true, false});
        var hazard = fit.hazard(0, 15);
        // At once: one of five. Until 15 s: one in 10 + 3 x 15 s; after: one in 5 + 15 + 25 s.
        assertEquals(0.8, hazard.survival(0), 1e-12);
        assertEquals(0.8 * Math.exp(-15 / 55.0), hazard.survival(15), 1e-12);
        assertEquals(0.8 * Math.exp(-15 / 55.0 - 5 / 45.0), hazard.survival(20), 1e-12);
    }

    @Test
    void findsThePatienceThatWasSimulated() {
        var random = new SplittableRandom(3);
        var truth = new PiecewiseHazard(new double[] {0, 10, 60}, new double[] {0.03, 0.005, 0.001});
        int calls = 200_000;
        var waits = new double[calls];
        var hungUp = new boolean[calls];
        var answered = new Exponential(70);
        for (int i = 0; i < calls; i++) {
            double patience = truth.draw(random);
            double offered = answered.draw(random);
            waits[i] = Math.min(patience, offered);
            hungUp[i] = patience < offered;
        }
        var fit = new PatienceFit(waits, hungUp);
        var survival = fit.survival();
        var hazard = fit.hazard(0, 10, 60);
        for (double t : new double[] {2, 5, 10, 30, 60, 100, 200}) {
            assertEquals(truth.survival(t), survival.survival(t), 0.006, "Kaplan-Meier at " + t);
            assertEquals(truth.survival(t), hazard.survival(t), 0.006, "hazard at " + t);
        }
        assertEquals(truth.meanSeconds(), hazard.meanSeconds(), 0.03 * truth.meanSeconds());
    }

    @Test
    void theIntervalOfTheExponentialMeanContainsItAsOftenAsPromised() {
        var random = new SplittableRandom(4);
        int times = 2_000;
        int held = 0;
        for (int time = 0; time < times; time++) {
            var waits = new double[60];
            var hungUp = new boolean[60];
            for (int i = 0; i < waits.length; i++) {
                double patience = 120 * random.nextExponential();
                double offered = 60 * random.nextExponential();
                waits[i] = Math.min(patience, offered);
                hungUp[i] = patience < offered;
            }
            var mean = new PatienceFit(waits, hungUp).exponential(0.9);
            held += mean.low() <= 120 && 120 <= mean.high() ? 1 : 0;
        }
        assertEquals(0.9, (double) held / times, 0.03);
    }

    @Test
    void withoutAnybodyWhoHungUpThereIsNoEstimate() {
        var wrong = assertThrows(
                IllegalArgumentException.class, () -> new PatienceFit(new double[] {1, 2}, new boolean[2]));
        assertTrue(wrong.getMessage().contains("Nobody hung up in 2 waits"), wrong.getMessage());
        var fit = new PatienceFit(new double[] {1}, new boolean[] {true});
        assertThrows(IllegalArgumentException.class, () -> fit.hazard(0, 5));
        assertThrows(IllegalArgumentException.class, () -> fit.hazard(1));
    }
}
