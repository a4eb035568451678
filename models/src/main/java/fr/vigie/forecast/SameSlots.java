package fr.vigie.forecast;

import java.util.function.IntPredicate;

/** Means over the last known counts of the same slot of the week. */
final class SameSlots {
    private SameSlots() {}

    static double[] mean(Outlook outlook, int origin, int horizon, int most, IntPredicate usable) {
        var series = outlook.series();
        var timeline = series.timeline();
        var sums = new double[timeline.slotsPerWeek()];
        var counts = new int[timeline.slotsPerWeek()];
        int missing = sums.length;
        int day = Integer.MIN_VALUE;
        boolean use = false;
        for (int i = origin - 1; i >= 0 && missing > 0; i--) {
            int slot = timeline.slotOfWeek(i);
            if (!series.isKnown(i) || counts[slot] == most) {
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
        var expected = Profiles.expected(outlook, origin);
        var means = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            int slot = timeline.slotOfWeek(origin + h);
            if (!series.isClosed(origin + h)) {
                means[h] = counts[slot] > 0 ? sums[slot] / counts[slot] : expected[slot];
            }
        }
        return means;
    }
}
