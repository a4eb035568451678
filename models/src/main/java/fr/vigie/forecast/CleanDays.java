package fr.vigie.forecast;

import fr.vigie.calendar.SpecialDay;
import fr.vigie.series.Series;
import fr.vigie.series.Timeline;
import java.util.Arrays;

/**
 * How far each day is to be believed: days that fall far from the six same weekdays before them, such as a strike or a
 * holiday that nobody declared, weigh less (Huber's weights on the day's total). A day is judged by days before it
 * only. Days that the almanac declares special are left to their effects.
 */
final class CleanDays {
    private static final int WEEKS = 6;
    private static final int FEWEST = 4;
    private static final double BOUND = 3;
    /** The scatter of a day's total that is always granted, relative to it. */
    private static final double GRANTED = 0.06;

    private final double[] weights;
    private final int firstDay;

    CleanDays(Outlook outlook) {
        var timeline = outlook.series().timeline();
        firstDay = timeline.day(0);
        var totals = totals(outlook.series(), timeline);
        var occasions = new Occasions(outlook);
        for (int d = 0; d < totals.length; d++) {
            if (timeline.hasDates()) {
                var date = timeline.date(firstDay + d);
                if (outlook.almanac().kind(date) != SpecialDay.ORDINARY || occasions.happensOn(date)) {
                    totals[d] = -1;
                }
            }
        }
        int week = timeline.slotsPerWeek() / timeline.slotsPerDay();
        weights = new double[totals.length];
        Arrays.setAll(weights, d -> weight(totals, d, week));
    }

    /** The weight of a day, above 0 and at most 1. */
    double weight(int day) {
        return weights[day - firstDay];
    }

    /** Totals by day, -1 for days with nothing or not everything known. */
    private double[] totals(Series series, Timeline timeline) {
        var totals = new double[timeline.day(timeline.length() - 1) - firstDay + 1];
        var known = new boolean[totals.length];
        var gaps = new boolean[totals.length];
        for (int i = 0; i < series.length(); i++) {
            int day = timeline.day(i) - firstDay;
            switch (series.interval(i)) {
                case KNOWN -> {
                    known[day] = true;
                    totals[day] += series.value(i);
                }
                case UNKNOWN -> gaps[day] = true;
                case CLOSED -> {}
            }
        }
        for (int d = 0; d < totals.length; d++) {
            if (!known[d] || gaps[d]) {
                totals[d] = -1;
            }
        }
        return totals;
    }

    private static double weight(double[] totals, int day, int week) {
        if (totals[day] < 0) {
            return 1;
        }
        var peers = new double[WEEKS];
        int count = 0;
        for (int d = day - week; d >= 0 && count < WEEKS; d -= week) {
            if (totals[d] >= 0) {
                peers[count++] = totals[d];
            }
        }
        if (count < FEWEST) {
            return 1;
        }
        double median = median(peers, count);
        for (int i = 0; i < count; i++) {
            peers[i] = Math.abs(peers[i] - median);
        }
        double scatter = 1.4826 * median(peers, count);
        double granted = Math.sqrt(2 * median + 1) + GRANTED * median;
        double distance = Math.abs(totals[day] - median) / Math.max(scatter, granted);
        return distance <= BOUND ? 1 : BOUND / distance;
    }

    private static double median(double[] values, int count) {
        Arrays.sort(values, 0, count);
        return (values[(count - 1) / 2] + values[count / 2]) / 2;
    }
}
