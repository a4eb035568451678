package fr.vigie.forecast;

import java.util.Arrays;

/**
 * A linear regression of a series on its own past, and its recursive continuation.
 *
 * <p>The target is the difference to the value one day before ({@code difference} &gt; 0), or the value itself (0); the
 * regressors are the values at the lags and a constant. The weight of an observation falls by exp(-0.3) a week.
 *
 * @param lags ascending, in values
 * @param difference what is subtracted from the target: the value that many steps before; 0 for nothing
 * @param penalty of {@link Ridge}
 * @param slack how far beyond the range of the past a path may go, in widths of that range
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Autoregression(int[] lags, int difference, double penalty, double slack) {
    private static final double DECAY_A_WEEK = 0.3;
    /** Observations of weight exp(-3) and less tell nothing worth their time. */
    private static final int MOST_WEEKS = 10;
    /** Ten weeks of quarter-hours; of shorter intervals less is looked at, for the sake of time. */
    private static final int MOST_ROWS = 7000;

    /** The longest lag. */
    int reach() {
        return Math.max(difference, lags[lags.length - 1]);
    }

    /**
     * The next values.
     *
     * @param z the past, longer than {@link #reach}
     * @param week the longer seasonal period
     */
    double[] path(double[] z, int week, int horizon) {
        int from = Math.max(reach(), z.length - Math.min(MOST_ROWS, MOST_WEEKS * week));
        int count = z.length - from;
        var rows = new double[count][];
        var targets = new double[count];
        var weights = new double[count];
        for (int i = 0; i < count; i++) {
            int t = from + i;
            rows[i] = row(z, t);
            targets[i] = z[t] - base(z, t);
            weights[i] = Math.exp(-DECAY_A_WEEK * (z.length - 1 - t) / week);
        }
        return follow(z, Ridge.solve(rows, targets, weights, penalty), horizon);
    }

    private double[] follow(double[] z, double[] b, int horizon) {
        int n = z.length;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : z) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double room = slack * (most - least);
        var all = Arrays.copyOf(z, n + horizon);
        for (int t = n; t < n + horizon; t++) {
            double next = base(all, t) + b[lags.length];
            for (int j = 0; j < lags.length; j++) {
                next += b[j] * all[t - lags[j]];
            }
            all[t] = Math.max(least - room, Math.min(most + room, next));
        }
        return Arrays.copyOfRange(all, n, n + horizon);
    }

    private double base(double[] z, int t) {
        return difference > 0 ? z[t - difference] : 0;
    }

    private double[] row(double[] z, int t) {
        var row = new double[lags.length + 1];
        for (int j = 0; j < lags.length; j++) {
            row[j] = z[t - lags[j]];
        }
        row[lags.length] = 1;
        return row;
    }
}
