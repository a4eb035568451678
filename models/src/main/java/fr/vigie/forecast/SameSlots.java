package fr.vigie.forecast;

import fr.vigie.series.Series;
import java.util.function.IntPredicate;

/** Means over the last known counts of the same slot of the week. */
final class SameSlots {
    private SameSlots() {}

    /**
     * @param most how many counts are averaged at most; a slot without any has what the profile expects
     * @param usable which days (by ordinal) may be used
     */
    static double[] mean(Outlook outlook, int origin, int horizon, int most, IntPredicate usable) {
        var series = outlook.series();
        var timeline = series.timeline();
        var sums = new double[timeline.slotsPerWeek()];
        var counts = new int[timeline.slotsPerWeek()];
        var wanted = openAhead(series, origin, horizon);
        int missing = 0;
        for (boolean slot : wanted) {
            missing += slot ? 1 : 0;
        }
        int day = Integer.MIN_VALUE;
        boolean use = false;
        for (int i = origin - 1; i >= 0 && missing > 0; i--) {
            int slot = timeline.slotOfWeek(i);
            if (!wanted[slot] || !series.isKnown(i) || counts[slot] == most) {
                continue;
            }
            if (timeline.day(i) != day) {
                day = timeline.day(i);
                use = usable.test(day);
            }
            if (use) {
                sums[slot] += series.value(i);
                counts[slot]++;
                missing -= counts[slot] == most ? 1 : 0;
            }
        }
        var expected = new double[0];
        var means = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            int slot = timeline.slotOfWeek(origin + h);
            if (series.isClosed(origin + h)) {
                continue;
            }
            if (counts[slot] == 0 && expected.length == 0) {
                expected = Profiles.expected(outlook, origin);
            }
            means[h] = counts[slot] > 0 ? sums[slot] / counts[slot] : expected[slot];
        }
        return means;
    }

    private static boolean[] openAhead(Series series, int origin, int horizon) {
        var open = new boolean[series.timeline().slotsPerWeek()];
        for (int i = origin; i < origin + horizon; i++) {
            open[series.timeline().slotOfWeek(i)] |= !series.isClosed(i);
        }
        return open;
    }
}
