package fr.vigie.forecast;

import java.util.Arrays;
import java.util.TreeSet;

/**
 * A profile by slot of the day and slot of the week, and an autoregression on what it leaves, on logarithms.
 *
 * <p>Level, day and week are taken apart in two rounds, by moving averages and weighted means as in classical
 * decomposition with several seasons (Bandara, Hyndman and Bergmeir 2021): m is a centred moving average over a week,
 * d[slot of the day] the mean of z - m, in which a day weighs {@code dayDecay} as much as the next; w[slot of the week] =
 * sum of v (z - m - d) / (sum of v + shrinkage) with v = {@code weekDecay}^weeks. In the second round m is the moving
 * average over three days of z - d - w.
 *
 * @param weekDecay weight of a week against the next, 0 to 1
 * @param dayDecay weight of a day against the next, 0 to 1
 * @param shrinkage of a slot of the week towards its slot of the day, in weeks, 0 or more
 * @param memory what the autoregression looks back on
 */
public record HourOfWeekAutoregression(double weekDecay, double dayDecay, double shrinkage, Memory memory)
        implements RegularModel {
    /** What the autoregression on the remainder looks back on. */
    public enum Memory {
        /** The last day, two, three days and a week before; the remainder's change from day to day. */
        DAYS,
        /** The last three values: the remainder dies out within hours. */
        HOURS
    }

    private static final int MOST_WEEKS = 26;
    private static final int MOST_DENSE_LAGS = 49;
    private static final double PENALTY_SHARE = 0.02;
    private static final double SLACK = 0.3;

    /** Recent weeks count most. */
    public HourOfWeekAutoregression() {
        this(0.8, 0.9, 2, Memory.DAYS);
    }

    public HourOfWeekAutoregression {
        if (!(weekDecay > 0 && weekDecay <= 1 && dayDecay > 0 && dayDecay <= 1 && shrinkage >= 0)) {
            throw new IllegalArgumentException(
                    "The decays (%s, %s) must lie between 0 and 1 and the shrinkage (%s) must not be negative."
                            .formatted(weekDecay, dayDecay, shrinkage));
        }
    }

    @Override
    public int needs(int day, int week, int horizon) {
        return 2 * week + day;
    }

    @Override
    public double[] path(RegularSeries whole, int horizon) {
        var past = whole.last(MOST_WEEKS * whole.week());
        var z = past.log();
        int n = z.length;
        double centre =
                Arrays.stream(z, Math.max(0, n - past.week()), n).average().orElse(0);
        for (int i = 0; i < n; i++) {
            z[i] -= centre;
        }
        var season = season(z, past.day(), past.week());
        var rest = new double[n];
        for (int i = 0; i < n; i++) {
            rest[i] = z[i] - season[i % past.week()];
        }
        var path = continued(rest, past.day(), past.week(), horizon);
        for (int h = 0; h < horizon; h++) {
            path[h] += centre + season[(n + h) % past.week()];
        }
        return past.exp(path);
    }

    /** d + w by position in the week, counted from the first value. */
    private double[] season(double[] z, int day, int week) {
        int n = z.length;
        var season = new double[week];
        var m = movingAverage(z, week);
        for (int round = 0; round < 2; round++) {
            if (round > 0) {
                var rest = new double[n];
                for (int i = 0; i < n; i++) {
                    rest[i] = z[i] - season[i % week];
                }
                m = movingAverage(rest, Math.min(3 * day, n));
            }
            var d = means(z, m, new double[day], dayDecay, 0);
            var w = means(z, m, d, weekDecay, shrinkage, week);
            for (int s = 0; s < week; s++) {
                season[s] = d[s % day] + w[s];
            }
        }
        return season;
    }

    private static double[] means(double[] z, double[] m, double[] known, double decay, double shrinkage) {
        return means(z, m, known, decay, shrinkage, known.length);
    }

    /** Weighted means of z - m - known by position in a period; the last period weighs one. */
    private static double[] means(double[] z, double[] m, double[] known, double decay, double shrinkage, int period) {
        var sums = new double[period];
        var weights = new double[period];
        double weight = 1;
        for (int i = z.length - 1, age = 1; i >= 0; i--, age++) {
            sums[i % period] += weight * (z[i] - m[i] - known[i % known.length]);
            weights[i % period] += weight;
            if (age % period == 0) {
                weight *= decay;
            }
        }
        for (int s = 0; s < period; s++) {
            sums[s] /= weights[s] + shrinkage;
        }
        return sums;
    }

    /** A centred moving average; within half a window of the ends, that of the nearest whole window. */
    private static double[] movingAverage(double[] z, int window) {
        int n = z.length;
        var averages = new double[n];
        double sum = 0;
        for (int i = 0; i < window; i++) {
            sum += z[i];
        }
        int half = window / 2;
        Arrays.fill(averages, 0, Math.min(n, half + 1), sum / window);
        for (int i = window; i < n; i++) {
            sum += z[i] - z[i - window];
            averages[i - window + 1 + half] = sum / window;
        }
        Arrays.fill(averages, n - window + half, n, sum / window);
        return averages;
    }

    private double[] continued(double[] rest, int day, int week, int horizon) {
        double mean = Arrays.stream(rest).average().orElse(0);
        double variance =
                Arrays.stream(rest).map(v -> (v - mean) * (v - mean)).average().orElse(0);
        if (variance == 0) {
            var same = new double[horizon];
            Arrays.fill(same, mean);
            return same;
        }
        int difference = memory == Memory.DAYS ? day : 0;
        return new Autoregression(lags(day, week), difference, PENALTY_SHARE * variance, SLACK)
                .path(rest, week, horizon);
    }

    private int[] lags(int day, int week) {
        if (memory == Memory.HOURS) {
            return new int[] {1, 2, 3};
        }
        var lags = new TreeSet<Integer>();
        for (int lag = 1; lag <= Math.min(day + 1, MOST_DENSE_LAGS); lag++) {
            lags.add(lag);
        }
        lags.add(day);
        lags.add(2 * day);
        lags.add(Math.min(3 * day, 2 * week));
        lags.add(week);
        return lags.stream().mapToInt(Integer::intValue).toArray();
    }
}
