package fr.vigie.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RedialFitTest {
    @Test
    void byHand() {
        // Caller 1 is lost at 10 and calls at 70; 2 is lost at 20 and never calls; 3 is lost at 950, the records end at
        // 1000;
        // 4 calls again after the window; a withheld number tells nothing.
        var fit = RedialFit.of(
                new long[] {2, 1, 1, 3, 4, 4, 0, 0},
                new double[] {15, 0, 70, 930, 5, 700, 100, 130},
                new double[] {20, 10, 90, 950, 6, 750, 120, 150},
                new boolean[] {true, true, false, true, true, false, true, false},
                1000,
                600);
        // At 60 s one of three known to wait so long calls: 1, 2 and 4 are at risk, 3 was cut at 50 s.
        assertEquals(1 / 3.0, fit.probability(), 1e-12);
        assertEquals(60, fit.delay().meanSeconds(), 1e-9);
    }

    @Test
    void findsTheRedialsThatWereSimulated() {
        var random = new SplittableRandom(8);
        int people = 30_000;
        double end = 36_000;
        var callers = new long[2 * people];
        var from = new double[2 * people];
        var until = new double[2 * people];
        var lost = new boolean[2 * people];
        int calls = 0;
        var delay = LogNormal.of(400, 0.8);
        for (int person = 1; person <= people; person++) {
            double first = end * random.nextDouble();
            callers[calls] = person;
            from[calls] = first;
            until[calls] = first + 30;
            lost[calls++] = true;
            double again = first + 30 + delay.draw(random);
            if (random.nextDouble() < 0.45 && again < end) {
                callers[calls] = person;
                from[calls] = again;
                until[calls++] = again + 60;
            }
        }
        var fit = RedialFit.of(
                Arrays.copyOf(callers, calls),
                Arrays.copyOf(from, calls),
                Arrays.copyOf(until, calls),
                Arrays.copyOf(lost, calls),
                end,
                3_600);
        assertEquals(0.45, fit.probability(), 0.01);
        assertEquals(400, fit.redials().delay().meanSeconds(), 12);
        assertEquals(delay.survival(300), fit.delay().survival(300), 0.015);
    }

    @Test
    void theIntervalIsThatOfAShareWhereNobodyIsCutShort() {
        var again = new boolean[400];
        Arrays.fill(again, 0, 100, true);
        var seconds = new double[400];
        Arrays.fill(seconds, 0, 100, 60);
        Arrays.fill(seconds, 100, 400, 3600);
        var share = new RedialFit(KaplanMeier.of(seconds, again), 3600).probability(0.95);
        double half = 1.959964 * Math.sqrt(0.25 * 0.75 / 400);
        assertEquals(0.25, share.value(), 1e-12);
        assertEquals(0.25 - half, share.low(), 1e-6);
        assertEquals(0.25 + half, share.high(), 1e-6);
    }

    @Test
    void withoutLostCallsThereIsNoEstimate() {
        var wrong = assertThrows(
                IllegalArgumentException.class,
                () -> RedialFit.of(new long[] {1}, new double[1], new double[1], new boolean[1], 100, 50));
        assertTrue(wrong.getMessage().contains("Maybe take a longer period"), wrong.getMessage());
        var never = RedialFit.of(new long[] {1}, new double[1], new double[1], new boolean[] {true}, 100, 50);
        assertEquals(Redials.NONE, never.redials());
    }
}
