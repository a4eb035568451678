package fr.vigie.jobs.bench;

import java.util.Arrays;

/**
 * The benchmark of the M4 competition: the last value, of a series seasonally adjusted by classical multiplicative
 * decomposition where its autocorrelation at the season is significant at 90 % (Makridakis, Spiliotis and Assimakopoulos
 * 2020, International Journal of Forecasting 36).
 */
final class Naive2 {
    private static final double CRITICAL = 1.645;

    private Naive2() {}

    static double[] forecast(double[] y, int season, int horizon) {
        var path = new double[horizon];
        var index = new double[season];
        Arrays.fill(index, 1);
        if (isSeasonal(y, season)) {
            index = index(y, season);
        }
        for (int h = 0; h < horizon; h++) {
            path[h] = y[y.length - 1] / index[(y.length - 1) % season] * index[(y.length + h) % season];
        }
        return path;
    }

    private static boolean isSeasonal(double[] y, int season) {
        if (y.length < 3 * season) {
            return false;
        }
        double mean = Arrays.stream(y).average().orElseThrow();
        double all = 0;
        for (double value : y) {
            all += (value - mean) * (value - mean);
        }
        double squares = 1;
        for (int lag = 1; ; lag++) {
            double sum = 0;
            for (int i = lag; i < y.length; i++) {
                sum += (y[i] - mean) * (y[i - lag] - mean);
            }
            double r = sum / all;
            squares += lag < season ? 0 : 2 * r * r;
            if (lag == season) {
                return Math.abs(r) > CRITICAL * Math.sqrt(squares / y.length);
            }
            squares += 2 * r * r;
        }
    }

    private static double[] index(double[] y, int season) {
        var sums = new double[season];
        var counts = new int[season];
        int half = season / 2;
        for (int i = half; i < y.length - half; i++) {
            double average = 0;
            for (int j = i - half; j <= i + half; j++) {
                average += (j == i - half || j == i + half ? 0.5 : 1) * y[j] / season;
            }
            sums[i % season] += y[i] / average;
            counts[i % season]++;
        }
        var index = new double[season];
        for (int s = 0; s < season; s++) {
            index[s] = sums[s] / counts[s];
        }
        double mean = Arrays.stream(index).average().orElseThrow();
        return Arrays.stream(index).map(v -> v / mean).toArray();
    }
}
