package fr.vigie.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The models that cope with few calls, each weighted by the inverse sixth power of its mean absolute error on the series'
 * own past.
 *
 * <p>The errors are those of up to four origins before, a week apart, whose horizons have passed; without any the
 * models weigh the same. No single winner is picked on one window.
 */
final class WeightedMean {
    private static final int ORIGINS = 4;
    private static final double SHARPNESS = 6;

    private WeightedMean() {}

    /** The means of the intervals from the origin on. */
    static double[] means(Outlook outlook, int origin, int horizon) {
        var members = List.<ForecastModel>of(
                new SeasonalNaive(), new MeanOfSameWeekdays(), new HourOfWeekRegression(120, 21, 0.5, 0.3));
        int[] past = pastOrigins(outlook, origin, horizon);
        var errors = new double[members.size()];
        var paths = new double[members.size()][];
        for (int m = 0; m < errors.length; m++) {
            var walk = members.get(m).walk(outlook);
            errors[m] = meanAbsoluteError(outlook, walk, past, horizon);
            paths[m] = walk.means(origin, horizon);
        }
        double best = Arrays.stream(errors).min().orElseThrow();
        var weights = Arrays.stream(errors)
                .map(error -> StrictMath.pow(best / error, SHARPNESS))
                .toArray();
        double sum = Arrays.stream(weights).sum();
        var means = new double[horizon];
        for (int m = 0; m < errors.length; m++) {
            for (int h = 0; h < horizon; h++) {
                means[h] += weights[m] / sum * paths[m][h];
            }
        }
        return means;
    }

    private static int[] pastOrigins(Outlook outlook, int origin, int horizon) {
        int week = outlook.series().timeline().slotsPerWeek();
        int first = outlook.series().firstKnown();
        return IntStream.range(0, ORIGINS)
                .map(k -> origin - horizon - (ORIGINS - 1 - k) * week)
                .filter(past -> past >= first + week)
                .toArray();
    }

    private static double meanAbsoluteError(Outlook outlook, Walk walk, int[] past, int horizon) {
        var series = outlook.series();
        double sum = 0;
        double total = 0;
        int count = 0;
        for (int origin : past) {
            var path = walk.means(origin, horizon);
            for (int h = 0; h < horizon; h++) {
                if (series.isKnown(origin + h)) {
                    sum += Math.abs(series.value(origin + h) - path[h]);
                    total += series.value(origin + h);
                    count++;
                }
            }
        }
        // A tenth of a per cent of the level keeps a perfect past from taking all the weight.
        return count == 0 || total == 0 ? 1 : Math.max(sum, 0.001 * total) / count;
    }
}
