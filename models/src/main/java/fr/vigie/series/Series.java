package fr.vigie.series;

import java.util.Arrays;

/**
 * A regular series of counts (or other quantities that are never negative) on a {@link Timeline}.
 *
 * <p>Each interval is known, closed or unknown ({@link Interval}); a value is never read where it is unknown. The
 * future of a series is its tail of unknown and closed intervals: what is open then is known beforehand.
 */
public final class Series {
    private final Timeline timeline;
    private final double[] values;
    private final Interval[] intervals;

    private Series(Timeline timeline, double[] values, Interval[] intervals) {
        this.timeline = timeline;
        this.values = values;
        this.intervals = intervals;
    }

    /** A series in the making, of which nothing is known yet. */
    public static Builder on(Timeline timeline) {
        return new Builder(timeline);
    }

    /** The intervals on which the series stands. */
    public Timeline timeline() {
        return timeline;
    }

    /** The number of intervals. */
    public int length() {
        return values.length;
    }

    /** What is known about interval {@code i}. */
    public Interval interval(int i) {
        return intervals[i];
    }

    /** Whether the count of interval {@code i} is known. */
    public boolean isKnown(int i) {
        return intervals[i] == Interval.KNOWN;
    }

    /** Whether lines are closed in interval {@code i}. */
    public boolean isClosed(int i) {
        return intervals[i] == Interval.CLOSED;
    }

    /** The count of interval {@code i}: zero where closed. */
    public double value(int i) {
        if (intervals[i] == Interval.UNKNOWN) {
            throw new IllegalStateException("The value at " + timeline.startsAt(i) + " is not known.");
        }
        return values[i];
    }

    /** Whether all known values are whole numbers. */
    public boolean isCount() {
        for (double value : values) {
            if (value != Math.rint(value)) {
                return false;
            }
        }
        return true;
    }

    /** The index of the first known interval, or {@link #length()} when there is none. */
    public int firstKnown() {
        int i = 0;
        while (i < intervals.length && intervals[i] != Interval.KNOWN) {
            i++;
        }
        return i;
    }

    /** The number of known intervals before {@code end}. */
    public int known(int end) {
        int known = 0;
        for (int i = 0; i < end; i++) {
            known += intervals[i] == Interval.KNOWN ? 1 : 0;
        }
        return known;
    }

    /** Fills a series interval by interval; what is not told stays unknown. */
    public static final class Builder {
        private final Timeline timeline;
        private final double[] values;
        private final Interval[] intervals;

        private Builder(Timeline timeline) {
            this.timeline = timeline;
            values = new double[timeline.length()];
            intervals = new Interval[timeline.length()];
            Arrays.fill(intervals, Interval.UNKNOWN);
        }

        /** Sets the value of interval {@code i}: finite and not negative. */
        public Builder known(int i, double value) {
            if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "The value %s at %s is not a count.".formatted(value, timeline.startsAt(i)));
            }
            values[i] = value;
            intervals[i] = Interval.KNOWN;
            return this;
        }

        /** Closes interval {@code i}. */
        public Builder closed(int i) {
            values[i] = 0;
            intervals[i] = Interval.CLOSED;
            return this;
        }

        /** The series; the builder may go on being used. */
        public Series build() {
            return new Series(timeline, values.clone(), intervals.clone());
        }
    }
}
