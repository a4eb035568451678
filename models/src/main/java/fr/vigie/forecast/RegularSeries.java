package fr.vigie.forecast;

import java.util.Arrays;

/**
 * Values at equal distances without any gap, with one or two seasonal periods.
 *
 * @param values the past, zero or more each
 * @param day the shorter period in values, at least 1
 * @param week the longer period in values, a multiple of the shorter one, or the same
 * @param first where in its week the first value stands, 0 or more, less than the week
 */
@SuppressWarnings("ArrayRecordComponent") // series are never compared
record RegularSeries(double[] values, int day, int week, int first) {
    /** A {@link #log} of a series with values of zero adds this share of the mean, and 1 at least. */
    private static final double LEAST_SHARE = 0.02;

    int length() {
        return values.length;
    }

    /** The same series, as it was when it had this length. */
    RegularSeries until(int length) {
        return new RegularSeries(Arrays.copyOf(values, length), day, week, first);
    }

    /** The last values of the series, all of them where there are not so many. */
    RegularSeries last(int most) {
        int from = Math.max(0, values.length - most);
        return from == 0
                ? this
                : new RegularSeries(Arrays.copyOfRange(values, from, values.length), day, week, (first + from) % week);
    }

    /** What must be added before taking logarithms: nothing where all values are positive. */
    double offset() {
        return offset(values);
    }

    /** What must be added to values before taking their logarithms. */
    static double offset(double[] values) {
        double least = Arrays.stream(values).min().orElse(0);
        return least > 0
                ? 0
                : Math.max(1, LEAST_SHARE * Arrays.stream(values).average().orElse(0));
    }

    /** The logarithms of value and offset. */
    double[] log() {
        double offset = offset();
        return Arrays.stream(values).map(y -> Math.log(y + offset)).toArray();
    }

    /** The values that have these logarithms, zero at least. */
    double[] exp(double[] logarithms) {
        double offset = offset();
        return Arrays.stream(logarithms)
                .map(z -> Math.max(0, Math.exp(z) - offset))
                .toArray();
    }
}
