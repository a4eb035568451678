package fr.vigie.forecast;

import java.util.Arrays;

/**
 * A stationary autoregression by the Yule-Walker equations, solved by the recursion of Levinson and Durbin (Box, Jenkins,
 * Reinsel and Ljung 2015, chapter 7); the order has the smallest Akaike criterion. The same as R's {@code ar}.
 *
 * @param mean of the series
 * @param coefficients of lags 1, 2, ...; none for white noise
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record YuleWalker(double mean, double[] coefficients) {
    /**
     * @param x the series
     * @param most the highest order that is tried, less than the length
     */
    static YuleWalker of(double[] x, int most) {
        int n = x.length;
        double mean = Arrays.stream(x).average().orElse(0);
        var covariance = new double[most + 1];
        for (int lag = 0; lag <= most; lag++) {
            for (int i = lag; i < n; i++) {
                covariance[lag] += (x[i] - mean) * (x[i - lag] - mean) / n;
            }
        }
        double variance = covariance[0];
        var a = new double[0];
        var best = a;
        double least = criterion(n, variance, 0);
        for (int p = 1; p <= most && variance > 1e-12 * covariance[0]; p++) {
            double reflection = covariance[p];
            for (int j = 0; j < p - 1; j++) {
                reflection -= a[j] * covariance[p - 1 - j];
            }
            reflection /= variance;
            var next = Arrays.copyOf(a, p);
            next[p - 1] = reflection;
            for (int j = 0; j < p - 1; j++) {
                next[j] = a[j] - reflection * a[p - 2 - j];
            }
            a = next;
            variance *= 1 - reflection * reflection;
            if (criterion(n, variance, p) < least) {
                least = criterion(n, variance, p);
                best = a;
            }
        }
        return new YuleWalker(mean, best);
    }

    private static double criterion(int n, double variance, int order) {
        return n * Math.log(variance) + 2.0 * order;
    }

    /** The next values of the series. */
    double[] ahead(double[] x, int horizon) {
        int n = x.length;
        var all = Arrays.copyOf(x, n + horizon);
        for (int t = n; t < n + horizon; t++) {
            all[t] = mean;
            for (int j = 0; j < coefficients.length; j++) {
                all[t] += coefficients[j] * (all[t - 1 - j] - mean);
            }
        }
        return Arrays.copyOfRange(all, n, n + horizon);
    }
}
