package fr.vigie.forecast;

import java.util.Arrays;

/**
 * The median of the last values of the same slot of the week: planners' mean, proof against an odd week.
 *
 * @param weeks how many weeks, at least 1
 */
public record MedianOfSameSlots(int weeks) implements RegularModel {
    /** The usual six weeks. */
    public MedianOfSameSlots() {
        this(6);
    }

    public MedianOfSameSlots {
        if (weeks < 1) {
            throw new IllegalArgumentException("The weeks (%d) must be at least 1.".formatted(weeks));
        }
    }

    @Override
    public int needs(int day, int week, int horizon) {
        return week;
    }

    @Override
    public double[] path(RegularSeries past, int horizon) {
        int n = past.length();
        int week = past.week();
        int most = Math.min(weeks, n / week);
        var path = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            var same = new double[most];
            for (int k = 0; k < most; k++) {
                same[k] = past.values()[n - (k + 1) * week + h % week];
            }
            Arrays.sort(same);
            path[h] = most % 2 == 1 ? same[most / 2] : (same[most / 2 - 1] + same[most / 2]) / 2;
        }
        return path;
    }
}
