package fr.vigie.queue;

import java.util.Arrays;

/** How many callers are in the system, with agents or waiting: a distribution over 0, 1, ... and how it moves in time. */
final class CallsPresent {
    private CallsPresent() {}

    /** That many, for certain. */
    static double[] exactly(int callers, int most) {
        var distribution = new double[most + 1];
        distribution[callers] = 1;
        return distribution;
    }

    /**
     * What is there when the agents change. Agents who leave finish the call that they have, which then no longer matters
     * to the others; any of them is as likely to be busy as another (hypergeometric).
     */
    static double[] afterChange(double[] distribution, int before, int after) {
        int leaving = before - after;
        if (leaving <= 0) {
            return distribution;
        }
        var moved = new double[distribution.length];
        for (int callers = 0; callers < distribution.length; callers++) {
            if (callers >= before) {
                moved[callers - leaving] += distribution[callers];
            } else if (distribution[callers] > 0) {
                moveIdleToo(moved, distribution[callers], callers, before, leaving);
            }
        }
        return moved;
    }

    private static void moveIdleToo(double[] moved, double mass, int busy, int agents, int leaving) {
        var ofThem = new double[leaving + 1];
        ofThem[0] = 1;
        // One after the other leaves, and is busy with the share of busy ones among those left.
        for (int gone = 0; gone < leaving; gone++) {
            for (int out = gone; out >= 0; out--) {
                double share = Math.max(0, busy - out) / (double) (agents - gone);
                ofThem[out + 1] += ofThem[out] * share;
                ofThem[out] *= 1 - share;
            }
        }
        for (int out = 0; out <= Math.min(leaving, busy); out++) {
            moved[busy - out] += mass * ofThem[out];
        }
    }

    /** How it moves while load and agents stay the same. */
    static Uniformisation chain(LoadInterval load, int agents, int most) {
        var up = new double[most + 1];
        var down = new double[most + 1];
        Arrays.fill(up, 0, most, load.perSecond());
        for (int callers = 1; callers <= most; callers++) {
            down[callers] = Math.min(callers, agents) / load.ahtSeconds()
                    + Math.max(0, callers - agents) / load.patienceSeconds();
        }
        return new Uniformisation(up, down, 0);
    }

    static double mean(double[] distribution) {
        double mean = 0;
        for (int callers = 1; callers < distribution.length; callers++) {
            mean += callers * distribution[callers];
        }
        return mean;
    }
}
