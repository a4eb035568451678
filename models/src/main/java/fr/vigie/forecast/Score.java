package fr.vigie.forecast;

/**
 * How well a model foretold a series, over all origins, in one bucket of the horizon; known intervals only.
 *
 * @param bucket how far ahead
 * @param intervals number of intervals scored, positive
 * @param calls what came in them
 * @param wape sum of absolute errors / sum of counts; the sum of absolute errors where no call came
 * @param mase mean absolute error / mean absolute difference of counts one week apart before the first origin
 *     (Hyndman and Koehler 2006); 1 call where that difference is zero
 * @param smape mean of 200 * |y - f| / (|y| + |f|), as in the M4 competition; 0 to 200
 * @param pinball mean of the quantile loss over {@link #levels}, in calls
 * @param coverage50 share of counts within the central 50 % interval, by randomised probability integral transform
 * @param coverage80 the same at 80 %
 * @param coverage95 the same at 95 %
 */
public record Score(
        HorizonBucket bucket,
        int intervals,
        double calls,
        double wape,
        double mase,
        double smape,
        double pinball,
        double coverage50,
        double coverage80,
        double coverage95) {
    static final double[] LEVELS = {0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95};

    /** The levels at which the quantile loss is averaged: 0.05, 0.1, 0.25, 0.5, 0.75, 0.9 and 0.95. */
    public static double[] levels() {
        return LEVELS.clone();
    }
}
