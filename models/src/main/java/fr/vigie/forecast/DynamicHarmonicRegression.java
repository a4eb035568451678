package fr.vigie.forecast;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Dynamic harmonic regression: waves of the day and of the week with autoregressive errors, on logarithms (Hyndman and
 * Athanasopoulos 2021, Forecasting: Principles and Practice, section 10.5).
 *
 * <p>z_t = x_t'b + u_t, and u_t = sum of a_j u_(t-j) + e_t; x are a constant, sines and cosines. b and a minimise the
 * conditional sum of squares of e, given the first values: least squares for one and the other in turns (Cochrane and
 * Orcutt 1949). R's {@code Arima(order = c(p, 0, 0), xreg = fourier(...), method = "CSS")} gives the same.
 *
 * @param daily waves of the day, at least 1; no more than half its length are used
 * @param weekly waves of the week, 0 or more; those that are waves of the day are left out
 * @param order of the autoregression, at least 1
 */
public record DynamicHarmonicRegression(int daily, int weekly, int order) implements RegularModel {
    private static final int MOST_WEEKS = 10;
    private static final int MOST_TURNS = 20;
    private static final double STILL = 1e-6;
    /** Of the mean square of a regressor: keeps what cannot be told apart from being solved for. */
    private static final double PENALTY = 1e-10;

    /** All waves of a day of half-hours, and every other one of the week down to four hours. */
    public DynamicHarmonicRegression() {
        this(24, 40, 3);
    }

    public DynamicHarmonicRegression {
        if (daily < 1 || weekly < 0 || order < 1) {
            throw new IllegalArgumentException(
                    "The waves of the day (%d) and the order (%d) must be at least 1, the waves of the week (%d) 0."
                            .formatted(daily, order, weekly));
        }
    }

    @Override
    public int needs(int day, int week, int horizon) {
        return 2 * week + order;
    }

    @Override
    public double[] path(RegularSeries whole, int horizon) {
        var past = whole.last(MOST_WEEKS * whole.week());
        return past.exp(ahead(past.log(), past.day(), past.week(), horizon));
    }

    private double[] ahead(double[] z, int day, int week, int horizon) {
        int n = z.length;
        var x = waves(day, week, n + horizon);
        var a = new double[order];
        var b = new double[x[0].length];
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            b = leastSquares(filtered(x, a, n), filtered(z, a));
            var errors = new double[n];
            for (int t = 0; t < n; t++) {
                errors[t] = z[t] - dot(x[t], b);
            }
            var next = leastSquares(lagged(errors), Arrays.copyOfRange(errors, order, n));
            double change = 0;
            for (int j = 0; j < order; j++) {
                change = Math.max(change, Math.abs(next[j] - a[j]));
            }
            a = next;
            if (change < STILL) {
                break;
            }
        }
        var errors = new double[n + horizon];
        var path = new double[horizon];
        for (int t = 0; t < n + horizon; t++) {
            if (t < n) {
                errors[t] = z[t] - dot(x[t], b);
            } else {
                for (int j = 0; j < order; j++) {
                    errors[t] += a[j] * errors[t - 1 - j];
                }
                path[t - n] = dot(x[t], b) + errors[t];
            }
        }
        return path;
    }

    /** A constant and the waves, by time. */
    private double[][] waves(int day, int week, int length) {
        // A wave of the highest frequency has no sine: it is zero at every step.
        var frequencies = IntStream.concat(
                        IntStream.rangeClosed(1, Math.min(daily, day / 2)).map(k -> k * (week / day)),
                        IntStream.rangeClosed(1, Math.min(weekly, week / 2)).filter(k -> k % (week / day) != 0))
                .toArray();
        var x = new double[length][1 + 2 * frequencies.length];
        for (int t = 0; t < length; t++) {
            x[t][0] = 1;
            for (int k = 0; k < frequencies.length; k++) {
                double phase = 2 * Math.PI * ((long) frequencies[k] * t % week) / week;
                x[t][1 + 2 * k] = 2 * frequencies[k] == week ? 0 : Math.sin(phase);
                x[t][2 + 2 * k] = Math.cos(phase);
            }
        }
        return x;
    }

    private double[][] filtered(double[][] x, double[] a, int n) {
        var filtered = new double[n - order][];
        for (int t = order; t < n; t++) {
            var row = x[t].clone();
            for (int j = 0; j < order; j++) {
                var before = x[t - 1 - j];
                for (int c = 0; c < row.length && a[j] != 0; c++) {
                    row[c] -= a[j] * before[c];
                }
            }
            filtered[t - order] = row;
        }
        return filtered;
    }

    private double[] filtered(double[] z, double[] a) {
        var filtered = Arrays.copyOfRange(z, order, z.length);
        for (int t = order; t < z.length; t++) {
            for (int j = 0; j < order; j++) {
                filtered[t - order] -= a[j] * z[t - 1 - j];
            }
        }
        return filtered;
    }

    private double[][] lagged(double[] errors) {
        var lagged = new double[errors.length - order][order];
        for (int t = order; t < errors.length; t++) {
            for (int j = 0; j < order; j++) {
                lagged[t - order][j] = errors[t - 1 - j];
            }
        }
        return lagged;
    }

    private static double[] leastSquares(double[][] rows, double[] targets) {
        int size = rows[0].length;
        var matrix = new double[size][size];
        var right = new double[size];
        for (int t = 0; t < rows.length; t++) {
            var row = rows[t];
            for (int j = 0; j < size; j++) {
                right[j] += row[j] * targets[t];
                var line = matrix[j];
                for (int k = 0; k <= j; k++) {
                    line[k] += row[j] * row[k];
                }
            }
        }
        for (int j = 0; j < size; j++) {
            matrix[j][j] = matrix[j][j] > 0 ? matrix[j][j] * (1 + PENALTY) : 1;
            for (int k = 0; k < j; k++) {
                matrix[k][j] = matrix[j][k];
            }
        }
        return NormalEquations.solve(matrix, right);
    }

    private static double dot(double[] row, double[] b) {
        double sum = 0;
        for (int j = 0; j < b.length; j++) {
            sum += row[j] * b[j];
        }
        return sum;
    }
}
