package fr.vigie.forecast;

import fr.vigie.series.Series;
import fr.vigie.series.Timeline;
import java.util.Arrays;

/**
 * A series as a regular one: weekdays that are never open are left out, and slots of the day that are open on no weekday.
 *
 * <p>What remains has a cell for every open weekday and slot. A cell without a known value (a gap, a closure, the hour
 * that spring leaves out) and those of public holidays and half-days are filled with the mean of the same slot in the nearest weeks
 * before and after, or else with what the profile expects; the two hours of one slot in autumn are averaged. A cell that
 * is closed every week is zero.
 */
final class OpenGrid {
    private static final int MOST_WEEKS = 26;

    private final Series series;
    private final int origin;
    private final int horizon;
    private final int[] weekdayRank;
    private final int[] slotRank;
    private final int openDays;
    private final int openSlots;
    private final int base;
    private final int end;
    private final RegularSeries past;

    private OpenGrid(Outlook outlook, int origin, int horizon) {
        series = outlook.series();
        this.origin = origin;
        this.horizon = horizon;
        var timeline = series.timeline();
        int perDay = timeline.slotsPerDay();
        var open = new boolean[timeline.slotsPerWeek()];
        for (int i = 0; i < origin + horizon; i++) {
            open[timeline.slotOfWeek(i)] |= !series.isClosed(i);
        }
        weekdayRank = new int[open.length / perDay];
        slotRank = new int[perDay];
        Arrays.fill(weekdayRank, -1);
        Arrays.fill(slotRank, -1);
        for (int s = 0; s < open.length; s++) {
            if (open[s]) {
                weekdayRank[s / perDay] = 0;
                slotRank[s % perDay] = 0;
            }
        }
        openDays = number(weekdayRank);
        openSlots = number(slotRank);
        base = weekStart(timeline, 0);
        int last = origin - 1;
        while (last >= 0 && cell(last) < 0) {
            last--;
        }
        int first = series.firstKnown();
        if (last < first) {
            end = last < 0 ? 0 : cell(last) + 1;
            past = new RegularSeries(new double[0], Math.max(1, openSlots), Math.max(1, openDays * openSlots), 0);
            return;
        }
        end = cell(last) + 1;
        int week = openDays * openSlots;
        int from = Math.max(cell(first), end - MOST_WEEKS * week);
        past = new RegularSeries(values(outlook, open, from), openSlots, week, from % week);
    }

    /**
     * The grid of a series at an origin.
     *
     * @param outlook the series; special days of its almanac are not looked at as they were, but filled
     * @param horizon intervals ahead
     */
    static OpenGrid of(Outlook outlook, int origin, int horizon) {
        return new OpenGrid(outlook, origin, horizon);
    }

    /** What was before the origin, from the first known value on, the last 26 weeks of it. */
    RegularSeries past() {
        return past;
    }

    /** The number of cells before the origin, counted from the first week of the series on. */
    int end() {
        return end;
    }

    /** The number of cells ahead of the origin. */
    int ahead() {
        int last = origin + horizon - 1;
        while (last >= origin && cell(last) < 0) {
            last--;
        }
        return last < origin ? 0 : Math.max(0, cell(last) + 1 - end);
    }

    /** The values of cells ahead as values of intervals ahead: zero where closed. */
    double[] spread(double[] path) {
        var means = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            if (!series.isClosed(origin + h)) {
                means[h] = path[Math.max(0, cell(origin + h) - end)];
            }
        }
        return means;
    }

    private static int number(int[] ranks) {
        int next = 0;
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = ranks[i] < 0 ? -1 : next++;
        }
        return next;
    }

    private static int weekStart(Timeline timeline, int i) {
        return timeline.day(i) - timeline.slotOfWeek(i) / timeline.slotsPerDay();
    }

    /** The cell of an interval; -1 where its weekday or its slot is never open. */
    private int cell(int i) {
        var timeline = series.timeline();
        int slot = timeline.slotOfWeek(i);
        int weekday = weekdayRank[slot / timeline.slotsPerDay()];
        int column = slotRank[slot % timeline.slotsPerDay()];
        if (weekday < 0 || column < 0) {
            return -1;
        }
        int week = (weekStart(timeline, i) - base) / weekdayRank.length;
        return (week * openDays + weekday) * openSlots + column;
    }

    private double[] values(Outlook outlook, boolean[] open, int from) {
        var timeline = series.timeline();
        var sums = new double[end - from];
        var counts = new int[end - from];
        var slots = new int[openDays * openSlots];
        Arrays.fill(slots, -1);
        int day = Integer.MIN_VALUE;
        boolean ordinary = true;
        for (int i = origin - 1; i >= 0; i--) {
            int cell = cell(i);
            if (cell < 0) {
                continue;
            }
            if (cell < from) {
                break;
            }
            slots[(cell - from) % slots.length] = timeline.slotOfWeek(i);
            if (timeline.day(i) != day) {
                day = timeline.day(i);
                ordinary = !timeline.hasDates()
                        || !outlook.almanac().kind(timeline.date(day)).isHoliday();
            }
            boolean alwaysClosed = !open[timeline.slotOfWeek(i)];
            if (alwaysClosed || (ordinary && series.isKnown(i))) {
                sums[cell - from] += alwaysClosed ? 0 : series.value(i);
                counts[cell - from]++;
            }
        }
        return filled(outlook, sums, counts, slots);
    }

    private double[] filled(Outlook outlook, double[] sums, int[] counts, int[] slots) {
        var values = new double[sums.length];
        var expected = new double[0];
        for (int c = 0; c < values.length; c++) {
            if (counts[c] > 0) {
                values[c] = sums[c] / counts[c];
                continue;
            }
            int before = c - slots.length;
            while (before >= 0 && counts[before] == 0) {
                before -= slots.length;
            }
            int after = c + slots.length;
            while (after < counts.length && counts[after] == 0) {
                after += slots.length;
            }
            double sum = 0;
            int found = 0;
            if (before >= 0) {
                sum += sums[before] / counts[before];
                found++;
            }
            if (after < counts.length) {
                sum += sums[after] / counts[after];
                found++;
            }
            if (found == 0) {
                expected = expected.length == 0 ? Profiles.expected(outlook, origin) : expected;
                values[c] = slots[c % slots.length] < 0 ? 0 : expected[slots[c % slots.length]];
            } else {
                values[c] = sum / found;
            }
        }
        return values;
    }
}
