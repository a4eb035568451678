package fr.vigie.forecast;

import java.util.Arrays;
import java.util.TreeSet;

/**
 * An autoregression over the last day or two and the same hour of the days and the week before: an
 * autoregressive approximation of the multi-period airline model (Box, Jenkins, Reinsel and Ljung 2015, chapter 9),
 * estimated by robust ridge regression.
 *
 * <p>The values, or their logarithms, are standardised by mean and deviation of the last two weeks. The target is the difference to the day
 * before; regressors are all lags of {@code days} days and one, and then every whole day up to the week, with
 * {@code neighbours} lags on both sides. Ranges beyond the past by half its width are cut off.
 *
 * @param days days of which every lag counts, 1 or 2
 * @param neighbours lags taken on both sides of each whole day, 0 or 1
 * @param penalty of the ridge regression, positive
 * @param scale on what scale values add up
 */
public record SeasonalAutoregression(int days, int neighbours, double penalty, Scale scale) implements RegularModel {
    private static final int MOST_DENSE_LAGS = 97;
    private static final int LONGEST_DAYS = 6;
    private static final double SLACK = 0.5;

    /** One day of lags, and then whole days alone. */
    public SeasonalAutoregression() {
        this(1, 0, 0.01, Scale.LOGARITHM);
    }

    public SeasonalAutoregression {
        if (days < 1 || days > 2 || neighbours < 0 || neighbours > 1 || !(penalty > 0)) {
            throw new IllegalArgumentException(
                    "The days (%d) must be 1 or 2, the neighbours (%d) 0 or 1, the penalty (%s) positive."
                            .formatted(days, neighbours, penalty));
        }
    }

    @Override
    public int needs(int day, int week, int horizon) {
        return week + 1 + Math.max(day, week);
    }

    @Override
    public double[] path(RegularSeries past, int horizon) {
        var z = scale.to(past);
        var recent = Arrays.copyOfRange(z, Math.max(0, z.length - 2 * past.week()), z.length);
        double centre = Arrays.stream(recent).average().orElse(0);
        double deviation = Math.sqrt(Arrays.stream(recent)
                .map(v -> (v - centre) * (v - centre))
                .average()
                .orElse(0));
        double unit = deviation > 0 ? deviation : 1;
        var standard = Arrays.stream(z).map(v -> (v - centre) / unit).toArray();
        var path = new Autoregression(lags(past.day(), past.week()), past.day(), penalty, SLACK)
                .path(standard, past.week(), horizon);
        return scale.from(past, Arrays.stream(path).map(v -> centre + unit * v).toArray());
    }

    private int[] lags(int day, int week) {
        var lags = new TreeSet<Integer>();
        for (int lag = 1; lag <= Math.min(days * day + 1, MOST_DENSE_LAGS); lag++) {
            lags.add(lag);
        }
        for (int d = 1; d <= LONGEST_DAYS && (d * day < week || day == week); d++) {
            for (int lag = d * day - neighbours; lag <= d * day + Math.max(neighbours, d == 2 ? 1 : 0); lag++) {
                lags.add(Math.max(1, lag));
            }
        }
        for (int lag = week - 1; lag <= week + 1; lag++) {
            lags.add(Math.max(1, lag));
        }
        return lags.stream().mapToInt(Integer::intValue).toArray();
    }
}
