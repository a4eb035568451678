package fr.vigie.forecast;

import java.util.Arrays;

/**
 * Seasonal-trend decomposition by local regression, STL (Cleveland, Cleveland, McRae and Terpenning 1990, Journal of
 * Official Statistics 6), without robustness weights: two inner loops; seasons smoothed by local constants, trend and
 * low-pass filter by local lines; curves are fitted at every tenth of their window and joined by straight lines. The same
 * as R's {@code stl} with its usual parameters.
 *
 * @param season by interval
 * @param trend by interval
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SeasonalTrend(double[] season, double[] trend) {
    private static final int INNER_LOOPS = 2;
    private static final double ALMOST = 0.999;
    private static final double HARDLY = 0.001;

    /**
     * Takes a series apart.
     *
     * @param y at least two periods and one
     * @param period in intervals, at least 2
     * @param window over how many periods the season is smoothed, odd, at least 7
     */
    static SeasonalTrend of(double[] y, int period, int window) {
        int n = y.length;
        int trendWindow = odd((int) Math.ceil(1.5 * period / (1 - 1.5 / window)));
        int lowPassWindow = odd(period);
        var season = new double[n];
        var trend = new double[n];
        for (int loop = 0; loop < INNER_LOOPS; loop++) {
            var cycles = cycles(minus(y, trend), period, window);
            var average = average(average(average(cycles, period), period), 3);
            var low = smooth(average, lowPassWindow, 1);
            for (int i = 0; i < n; i++) {
                season[i] = cycles[period + i] - low[i];
            }
            trend = smooth(minus(y, season), trendWindow, 1);
        }
        return new SeasonalTrend(season, trend);
    }

    private static int odd(int least) {
        return least % 2 == 0 ? least + 1 : least;
    }

    private static double[] minus(double[] a, double[] b) {
        var difference = new double[a.length];
        Arrays.setAll(difference, i -> a[i] - b[i]);
        return difference;
    }

    /** The smoothed values of each position in the period, one period longer at both ends. */
    private static double[] cycles(double[] y, int period, int window) {
        var cycles = new double[y.length + 2 * period];
        for (int j = 0; j < period; j++) {
            int count = (y.length - 1 - j) / period + 1;
            var one = new double[count];
            for (int i = 0; i < count; i++) {
                one[i] = y[i * period + j];
            }
            var smooth = smooth(one, window, 0);
            cycles[j] = local(one, window, 0, -1, 0, Math.min(window, count) - 1, smooth[0]);
            for (int i = 0; i < count; i++) {
                cycles[(i + 1) * period + j] = smooth[i];
            }
            cycles[(count + 1) * period + j] =
                    local(one, window, 0, count, Math.max(0, count - window), count - 1, smooth[count - 1]);
        }
        return cycles;
    }

    private static double[] average(double[] y, int window) {
        var averages = new double[y.length - window + 1];
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += y[i];
            if (i >= window - 1) {
                averages[i - window + 1] = sum / window;
                sum -= y[i - window + 1];
            }
        }
        return averages;
    }

    /** Local regression of degree 0 or 1 along a series. */
    private static double[] smooth(double[] y, int window, int degree) {
        int n = y.length;
        int jump = Math.max(1, Math.min((window + 9) / 10, n - 1));
        var smooth = new double[n];
        int before = 0;
        for (int i = 0; ; i = Math.min(i + jump, n - 1)) {
            // The last fit beside the grid keeps the neighbours of the last one on it.
            int at = i % jump == 0 ? i : i / jump * jump;
            int left = window >= n ? 0 : Math.max(0, Math.min(at - (window - 1) / 2, n - window));
            int right = Math.min(n, left + window) - 1;
            smooth[i] = local(y, window, degree, i, left, right, y[i]);
            for (int k = before + 1; k < i; k++) {
                smooth[k] = smooth[before] + (smooth[i] - smooth[before]) * (k - before) / (i - before);
            }
            before = i;
            if (i == n - 1) {
                return smooth;
            }
        }
    }

    /** The local fit at {@code x} from the neighbours with tricube weights; {@code otherwise} where all weigh nothing. */
    private static double local(double[] y, int window, int degree, int x, int left, int right, double otherwise) {
        int n = y.length;
        double reach = Math.max(x - left, right - x) + (window > n ? (window - n) / 2 : 0);
        var w = new double[right - left + 1];
        double total = 0;
        for (int j = left; j <= right; j++) {
            double distance = Math.abs(j - x);
            if (distance <= ALMOST * reach) {
                double cube = distance / reach * (distance / reach) * (distance / reach);
                w[j - left] = distance <= HARDLY * reach ? 1 : (1 - cube) * (1 - cube) * (1 - cube);
                total += w[j - left];
            }
        }
        if (total <= 0) {
            return otherwise;
        }
        double centre = 0;
        for (int j = left; j <= right; j++) {
            w[j - left] /= total;
            centre += w[j - left] * j;
        }
        double spread = 0;
        for (int j = left; j <= right; j++) {
            spread += w[j - left] * (j - centre) * (j - centre);
        }
        double slope = degree > 0 && reach > 0 && Math.sqrt(spread) > HARDLY * (n - 1) ? (x - centre) / spread : 0;
        double fit = 0;
        for (int j = left; j <= right; j++) {
            fit += w[j - left] * (slope * (j - centre) + 1) * y[j];
        }
        return fit;
    }
}
