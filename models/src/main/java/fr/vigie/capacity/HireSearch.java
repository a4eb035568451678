package fr.vigie.capacity;

import java.util.Arrays;

/**
 * Looks for the least hires. Month by month, whoever lowers its mean missing hours most is hired until its risk is under the
 * limit; a month that stays over it with everybody who could be there is out of reach, and its hires are undone. Then every
 * hire that can be left out is left out, every one that can wait waits, and at the end one is added where that spares two. That
 * no other plan has fewer is not proven; where all plans were tried it had one hire more than the least in 4 of 142 cases.
 *
 * <p>Where the last month is out of reach, hiring cannot catch up within the plan, and all that helps there is hired: with
 * none, next month's plan would find the same shortage and put it off again.
 */
final class HireSearch {
    private static final int NOBODY = -1;

    private final CapacitySimulation simulation;
    private final int months;
    private final int mostPerMonth;
    private final double mostRisk;
    private final int[] hires;
    private final boolean[] reached;
    private final double[][] state;

    HireSearch(CapacitySimulation simulation, int months, int mostPerMonth, double mostRisk) {
        this.simulation = simulation;
        this.months = months;
        this.mostPerMonth = mostPerMonth;
        this.mostRisk = mostRisk;
        hires = new int[months];
        reached = new boolean[months];
        state = simulation.state(hires);
    }

    int[] least() {
        int last = months - 1;
        for (int month = 0; month <= last; month++) {
            var before = hires.clone();
            reached[month] = reach(month);
            if (!reached[month] && month < last) {
                goBackTo(before);
            } else if (reached[month] && (month == last || !Arrays.equals(before, hires))) {
                trim(month);
            }
        }
        return hires;
    }

    /** Hires until a month's risk is under its limit; false where everybody who could be there is too few. */
    private boolean reach(int month) {
        while (simulation.risk(state, month) > mostRisk) {
            int from = mostHelpful(month);
            if (from == NOBODY) {
                return false;
            }
            hire(from, 1);
        }
        return true;
    }

    /** The decision whose next hire leaves a month the least missing hours, the latest of these. */
    private int mostHelpful(int month) {
        int best = NOBODY;
        double least = Double.POSITIVE_INFINITY;
        for (int from = month; from >= 0; from--) {
            if (hires[from] < mostPerMonth && simulation.helps(from, month)) {
                double missing = simulation.missing(state, month, from, hires[from]);
                if (missing < least) {
                    least = missing;
                    best = from;
                }
            }
        }
        return best;
    }

    private void goBackTo(int[] before) {
        for (int month = 0; month < months; month++) {
            hire(month, before[month] - hires[month]);
        }
    }

    private void hire(int month, int count) {
        for (int i = 0; i < count; i++) {
            simulation.add(state, month, hires[month]++, 1);
        }
        for (int i = 0; i < -count; i++) {
            simulation.add(state, month, --hires[month], -1);
        }
    }

    /** Leaves out and puts off what can be, for the sake of the months so far. */
    private void trim(int until) {
        boolean better = true;
        while (better) {
            better = spare(until, NOBODY) | postpone(until);
            if (!better && until == months - 1) {
                better = exchange(until);
            }
        }
    }

    private boolean spare(int until, int butOf) {
        boolean any = false;
        for (int month = 0; month <= until; month++) {
            while (month != butOf && hires[month] > 0 && isSpared(month, until)) {
                any = true;
            }
        }
        return any;
    }

    /** Hires one where that spares two others. */
    private boolean exchange(int until) {
        boolean any = false;
        for (int month = 0; month <= until; month++) {
            if (hires[month] < mostPerMonth) {
                var before = hires.clone();
                hire(month, 1);
                spare(until, month);
                if (Arrays.stream(hires).sum() < Arrays.stream(before).sum()) {
                    any = true;
                } else {
                    goBackTo(before);
                }
            }
        }
        return any;
    }

    private boolean postpone(int until) {
        boolean any = false;
        for (int month = until - 1; month >= 0; month--) {
            while (hires[month] > 0 && hires[month + 1] < mostPerMonth && isPutOff(month, until)) {
                any = true;
            }
        }
        return any;
    }

    /** Leaves a hire out for good where every month that is reached stays so. */
    private boolean isSpared(int month, int until) {
        hire(month, -1);
        for (int m = month; m <= until; m++) {
            if (reached[m] && simulation.risk(state, m) > mostRisk) {
                hire(month, 1);
                return false;
            }
        }
        return true;
    }

    /** Puts a hire off for good where that takes no month over the limit, nor further over it. */
    private boolean isPutOff(int month, int until) {
        var before = simulation.risk(state);
        hire(month, -1);
        hire(month + 1, 1);
        for (int m = month; m <= until; m++) {
            if (simulation.risk(state, m) > Math.max(mostRisk, before[m])) {
                hire(month + 1, -1);
                hire(month, 1);
                return false;
            }
        }
        return true;
    }
}
