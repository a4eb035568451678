package fr.vigie.forecast;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Days as mixtures of a few profiles (Shen and Huang 2008, Interday forecasting and intraday updating of call center
 * arrivals, Manufacturing &amp; Service Operations Management 10).
 *
 * <p>The matrix of days by slots, on the square root, is approximated by its first singular vectors: x_d = sum of s_dk f_k.
 * Each score follows s_d = level of its weekday + rho s_(d-1), by least squares. Of a day that has begun, the scores minimise
 * sum of (x_known - f's)² + sum of l_k (s_k - forecast of s_k)²: the paper's penalised update, with l_k = variance of what
 * the profiles leave / variance of the score's own forecast errors in the place of one cross-validated l, as if both were
 * normal. The forecast is the square of the profile and the variance of what it leaves, so that it is a mean.
 *
 * <p>An origin within a day needs nothing more: the day's known intervals are looked at.
 *
 * @param profiles how many, at least 1
 */
public record SingularValueProfiles(int profiles) implements RegularModel {
    private static final int MOST_WEEKS = 26;
    private static final int LEAST_WEEKS = 2;
    /** Of the largest singular value: a score below is zero but for rounding. */
    private static final double NOTHING = 1e-9;

    /** The usual four. */
    public SingularValueProfiles() {
        this(4);
    }

    public SingularValueProfiles {
        if (profiles < 1) {
            throw new IllegalArgumentException("The profiles (%d) must be at least 1.".formatted(profiles));
        }
    }

    /**
     * The expected counts of the rest of the day, given what is known of it.
     *
     * @param origin index of the first interval that is not known, within the series
     * @return by interval from the origin to the end of its day
     */
    public double[] restOfDay(Outlook outlook, int origin) {
        var timeline = outlook.series().timeline();
        int end = origin;
        while (end < timeline.length() && timeline.day(end) == timeline.day(origin)) {
            end++;
        }
        return means(outlook, origin, end - origin);
    }

    @Override
    public int needs(int day, int week, int horizon) {
        return LEAST_WEEKS * week + 2 * day;
    }

    @Override
    public double[] path(RegularSeries whole, int horizon) {
        return new Days(whole.last(MOST_WEEKS * whole.week()), profiles).path(horizon);
    }

    /** The whole days of a series, and what is known of the day that has begun. */
    private static final class Days {
        private final int perDay;
        private final int weekdays;
        private final int firstWeekday;
        /** By day and slot. */
        private final double[][] x;

        private final double[] today;
        /** By profile and slot; of unit length. */
        private final double[][] f;
        /** By profile and day. */
        private final double[][] scores;

        private final double noise;

        Days(RegularSeries past, int most) {
            perDay = past.day();
            weekdays = past.week() / perDay;
            int skipped = Math.floorMod(-past.first(), perDay);
            int count = (past.length() - skipped) / perDay;
            firstWeekday = (past.first() + skipped) / perDay % weekdays;
            x = new double[count][];
            for (int d = 0; d < count; d++) {
                x[d] = roots(past.values(), skipped + d * perDay, skipped + (d + 1) * perDay);
            }
            today = roots(past.values(), skipped + count * perDay, past.length());
            var svd = new SingularValueDecomposition(new Array2DRowRealMatrix(x, false));
            var values = svd.getSingularValues();
            int rank = 0;
            while (rank < Math.min(most, values.length) && values[rank] > NOTHING * values[0]) {
                rank++;
            }
            f = new double[rank][];
            scores = new double[rank][count];
            for (int k = 0; k < rank; k++) {
                f[k] = svd.getV().getColumn(k);
                for (int d = 0; d < count; d++) {
                    scores[k][d] = values[k] * svd.getU().getEntry(d, k);
                }
            }
            double left = 0;
            for (int d = 0; d < count; d++) {
                var fitted = mixture(column(scores, d));
                for (int s = 0; s < perDay; s++) {
                    left += (x[d][s] - fitted[s]) * (x[d][s] - fitted[s]);
                }
            }
            noise = left / count / perDay;
        }

        private static double[] roots(double[] values, int from, int to) {
            return Arrays.stream(values, from, to).map(Math::sqrt).toArray();
        }

        private static double[] column(double[][] rows, int column) {
            return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
        }

        private double[] mixture(double[] weights) {
            var sum = new double[perDay];
            for (int k = 0; k < weights.length; k++) {
                for (int s = 0; s < perDay; s++) {
                    sum[s] += weights[k] * f[k][s];
                }
            }
            return sum;
        }

        double[] path(int horizon) {
            var laws = Arrays.stream(scores).map(this::law).toArray(Law[]::new);
            var last = column(scores, x.length - 1);
            var path = new double[horizon];
            var profile = new double[perDay];
            for (int h = 0; h < horizon; h++) {
                int slot = (today.length + h) % perDay;
                if (h == 0 || slot == 0) {
                    int day = x.length + (today.length + h) / perDay;
                    for (int k = 0; k < laws.length; k++) {
                        last[k] = laws[k].next(last[k], weekday(day));
                    }
                    last = day == x.length && today.length > 0 ? updated(last, laws) : last;
                    profile = mixture(last);
                }
                path[h] = Math.max(0, profile[slot]) * Math.max(0, profile[slot]) + noise;
            }
            return path;
        }

        private int weekday(int day) {
            return (firstWeekday + day) % weekdays;
        }

        /** What is expected of today's scores, drawn towards what is known of today. */
        private double[] updated(double[] expected, Law[] laws) {
            int size = expected.length;
            var matrix = new double[size][size];
            var right = new double[size];
            for (int k = 0; k < size; k++) {
                double penalty = noise / Math.max(laws[k].variance(), Double.MIN_NORMAL);
                matrix[k][k] = Math.max(penalty, NOTHING);
                right[k] = matrix[k][k] * expected[k];
                for (int s = 0; s < today.length; s++) {
                    right[k] += f[k][s] * today[s];
                    for (int l = 0; l < size; l++) {
                        matrix[k][l] += f[k][s] * f[l][s];
                    }
                }
            }
            return size == 0 ? expected : NormalEquations.solve(matrix, right);
        }

        /** Least squares of a score on the score of the day before, both less their means by weekday. */
        private Law law(double[] score) {
            var now = new double[weekdays];
            var before = new double[weekdays];
            var count = new int[weekdays];
            for (int d = 1; d < score.length; d++) {
                now[weekday(d)] += score[d];
                before[weekday(d)] += score[d - 1];
                count[weekday(d)]++;
            }
            double both = 0;
            double square = 0;
            for (int w = 0; w < weekdays; w++) {
                now[w] /= count[w];
                before[w] /= count[w];
            }
            for (int d = 1; d < score.length; d++) {
                double distance = score[d - 1] - before[weekday(d)];
                both += distance * (score[d] - now[weekday(d)]);
                square += distance * distance;
            }
            double rho = square > 0 ? both / square : 0;
            double errors = 0;
            for (int d = 1; d < score.length; d++) {
                double error = score[d] - now[weekday(d)] - rho * (score[d - 1] - before[weekday(d)]);
                errors += error * error;
            }
            var levels = new double[weekdays];
            Arrays.setAll(levels, w -> now[w] - rho * before[w]);
            return new Law(levels, rho, errors / (score.length - 1));
        }
    }

    /**
     * How a score follows on the one of the day before.
     *
     * @param variance of its errors
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Law(double[] levels, double rho, double variance) {
        double next(double before, int weekday) {
            return levels[weekday] + rho * before;
        }
    }
}
