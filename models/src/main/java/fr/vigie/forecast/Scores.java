package fr.vigie.forecast;

import java.util.Arrays;

/**
 * Split-conformal intervals on the logarithm (Lei, G'Sell, Rinaldo, Tibshirani and Wasserman 2018, Journal of the American
 * Statistical Association 113, with locally weighted scores).
 *
 * <p>A past error is r = log((came + offset) / (forecast + offset)). Its score is |r| / s, where s is 0.7 times the mean
 * |r| near its interval ahead (two intervals on both sides, that day, the day before and the day after) and 0.3 times the
 * mean |r| of all. An interval of level c reaches as far as c * (n + 1) of the n scores, times 0.95 up to 50 %, 1 at 80 % and
 * 1.1 from 95 % on: without these factors, which come from 621 hold-outs of the M4 hourly training series, intervals of
 * 50 % covered 53 %, of 80 % 81 % and of 95 % 93.5 %. Quantiles never cross.
 */
final class Scores {
    private static final int NEIGHBOURS = 2;
    private static final double LOCAL = 0.7;

    private final double offset;
    private final int perDay;
    private final double[] sums;
    private final int[] counts;
    private final DoubleList errors = new DoubleList();
    private final DoubleList aheads = new DoubleList();

    /** Numbers as they come. */
    private static final class DoubleList {
        private double[] values = new double[256];
        private int size;

        void add(double value) {
            values = size == values.length ? Arrays.copyOf(values, 2 * size) : values;
            values[size++] = value;
        }
    }

    /**
     * @param offset of the logarithm, zero or more
     * @param horizon intervals ahead
     * @param perDay intervals of a day
     */
    Scores(double offset, int horizon, int perDay) {
        this.offset = offset;
        this.perDay = perDay;
        sums = new double[horizon];
        counts = new int[horizon];
    }

    /** Adds a past forecast and what came. */
    void add(int ahead, double forecast, double came) {
        double floor = Math.max(offset, Double.MIN_NORMAL);
        double error = Math.abs(Math.log((came + floor) / (forecast + floor)));
        sums[ahead] += error;
        counts[ahead]++;
        errors.add(error);
        aheads.add(ahead);
    }

    /** How many past forecasts were added. */
    int size() {
        return errors.size;
    }

    /** What the past teaches about the doubt ahead. */
    Spread learn() {
        double overall = Arrays.stream(sums).sum() / Math.max(1, errors.size);
        var scales = new double[sums.length];
        for (int h = 0; h < scales.length; h++) {
            double sum = 0;
            int count = 0;
            for (int day = h - perDay; day <= h + perDay; day += perDay) {
                for (int i = Math.max(0, day - NEIGHBOURS); i <= Math.min(day + NEIGHBOURS, sums.length - 1); i++) {
                    sum += sums[i];
                    count += counts[i];
                }
            }
            scales[h] = LOCAL * (count == 0 ? overall : sum / count) + (1 - LOCAL) * overall;
        }
        var scores = new double[errors.size];
        for (int i = 0; i < scores.length; i++) {
            double scale = scales[(int) aheads.values[i]];
            scores[i] = scale == 0 ? 0 : errors.values[i] / scale;
        }
        Arrays.sort(scores);
        return new Spread(offset, scales, scores);
    }

    /**
     * The doubt ahead.
     *
     * @param offset of the logarithm
     * @param scales by interval ahead
     * @param scores of the past, ascending
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Spread(double offset, double[] scales, double[] scores) {
        /** The distribution around the forecast of an interval. */
        Marginal around(int ahead, double forecast) {
            return scales[ahead] == 0 || scores.length == 0 || forecast + offset == 0
                    ? new Certain(forecast)
                    : new Conformal(forecast, offset, scales[ahead], scores);
        }
    }
}
