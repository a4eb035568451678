package fr.vigie.forecast;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;

/**
 * The airline model with a day and a week: (1-B)(1-B^day)(1-B^week) z = (1-a B)(1-b B^day)(1-c B^week) e, on logarithms
 * (Box, Jenkins, Reinsel and Ljung 2015, chapter 9; extended to several periods by Ladiray, Palate, Mazzi and Proietti
 * 2018, Eurostat Handbook on Rapid Estimates, chapter 8). Where the day is the week, or one value long, that factor stands
 * there once.
 *
 * <p>The coefficients minimise the conditional sum of squares: errors before the first complete difference are zero. Each
 * lies between -0.99 and 0.99. R's {@code arima(method = "CSS")} gives the same for one period.
 */
public record ExtendedAirline() implements RegularModel {
    private static final int MOST_WEEKS = 10;
    private static final double BOUND = 0.99;
    private static final double START = 0.5;
    private static final double FIRST_RADIUS = 0.3;
    private static final double LAST_RADIUS = 1e-7;
    private static final int MOST_EVALUATIONS = 2000;

    @Override
    public int needs(int day, int week, int horizon) {
        return 2 * week + day;
    }

    @Override
    public double[] path(RegularSeries whole, int horizon) {
        var past = whole.last(MOST_WEEKS * whole.week());
        var lags = lags(past.day(), past.week());
        return past.exp(ahead(past.log(), lags, coefficients(past.log(), lags), horizon));
    }

    /** The lags of differences and moving averages, ascending. */
    static int[] lags(int day, int week) {
        return IntStream.of(1, day, week).distinct().toArray();
    }

    /** One coefficient a lag. */
    static double[] coefficients(double[] z, int[] lags) {
        var w = z.clone();
        int lost = Arrays.stream(lags).sum();
        for (int lag : lags) {
            difference(w, lag);
        }
        var differences = Arrays.copyOfRange(w, lost, w.length);
        double scale = Arrays.stream(differences).map(v -> v * v).sum();
        var start = new double[lags.length];
        Arrays.fill(start, START);
        if (lags.length == 1 || !(scale > 1e-18 * differences.length)) {
            return start;
        }
        var bounds = new double[lags.length];
        Arrays.fill(bounds, BOUND);
        var best = start.clone();
        var least = new double[] {Double.POSITIVE_INFINITY};
        var objective = new ObjectiveFunction(b -> {
            double loss = squares(errors(differences, lags, b)) / scale;
            if (loss < least[0]) {
                least[0] = loss;
                System.arraycopy(b, 0, best, 0, b.length);
            }
            return loss;
        });
        try {
            return new BOBYQAOptimizer(2 * lags.length + 1, FIRST_RADIUS, LAST_RADIUS)
                    .optimize(
                            new MaxEval(MOST_EVALUATIONS),
                            GoalType.MINIMIZE,
                            objective,
                            new InitialGuess(start),
                            new SimpleBounds(Arrays.stream(bounds).map(v -> -v).toArray(), bounds))
                    .getPoint();
        } catch (MathIllegalStateException e) {
            // The surface is too even or too steep for the search to go on, as that of a single odd value is.
            return best;
        }
    }

    private static double[] ahead(double[] z, int[] lags, double[] b, int horizon) {
        int n = z.length;
        var levels = new double[lags.length][];
        var w = Arrays.copyOf(z, n);
        for (int j = 0; j < lags.length; j++) {
            levels[j] = Arrays.copyOf(w, n + horizon);
            difference(w, lags[j]);
        }
        int lost = Arrays.stream(lags).sum();
        var e = errors(Arrays.copyOfRange(w, lost, n), lags, b);
        // Errors ahead are zero; the moving averages of those behind are what is foreseen of the differences.
        var path = Arrays.copyOf(e, e.length + horizon);
        for (int j = 0; j < lags.length; j++) {
            for (int t = path.length - 1; t >= lags[j]; t--) {
                path[t] -= b[j] * path[t - lags[j]];
            }
        }
        path = Arrays.copyOfRange(path, e.length, e.length + horizon);
        for (int j = lags.length - 1; j >= 0; j--) {
            for (int h = 0; h < horizon; h++) {
                levels[j][n + h] = path[h] + levels[j][n + h - lags[j]];
                path[h] = levels[j][n + h];
            }
        }
        return path;
    }

    /** z_t - z_(t-lag) from the lag on, in place; what is before stays and tells nothing. */
    private static void difference(double[] z, int lag) {
        for (int t = z.length - 1; t >= lag; t--) {
            z[t] -= z[t - lag];
        }
    }

    private static double[] errors(double[] differences, int[] lags, double[] b) {
        var e = differences.clone();
        for (int j = 0; j < lags.length; j++) {
            for (int t = lags[j]; t < e.length; t++) {
                e[t] += b[j] * e[t - lags[j]];
            }
        }
        return e;
    }

    private static double squares(double[] e) {
        double sum = 0;
        for (double v : e) {
            sum += v * v;
        }
        return sum;
    }
}
