package fr.vigie.roster;

import org.jspecify.annotations.Nullable;

/** The breaks of half days where work is worth least; each half day is reckoned once. */
final class HalfDays {
    private static final int LONGEST = WorkingDays.LONGEST_DAY + 1;
    private static final int MOST_BREAKS = 4;

    private final Duties duties;
    private final double[] worthBefore;
    private final @Nullable Half[] known;

    /**
     * Half of a day with its breaks.
     *
     * @param worth what its work is worth
     * @param breaks the quarters of its breaks
     */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the package and is never changed
    record Half(double worth, int[] breaks) {}

    /**
     * The half days of a day.
     *
     * @param worthBefore what the work in all quarters before each one is worth
     */
    HalfDays(Duties duties, double[] worthBefore) {
        this.duties = duties;
        this.worthBefore = worthBefore;
        this.known = new Half[worthBefore.length * LONGEST * MOST_BREAKS];
    }

    /** The best way to work from a quarter on for that paid time with so many breaks. */
    Half best(int from, int length, int breaks) {
        int at = (from * LONGEST + length) * MOST_BREAKS + breaks;
        var half = known[at];
        if (half == null) {
            half = reckon(from, length, breaks);
            known[at] = half;
        }
        return half;
    }

    private Half reckon(int from, int length, int count) {
        if (count == 0) {
            return new Half(worthBefore[from + length] - worthBefore[from], new int[0]);
        }
        double most = Double.NEGATIVE_INFINITY;
        int first = -1;
        for (int worked = duties.earliest(length, count); worked <= duties.latest(length, count); worked++) {
            double worth = worthBefore[from + worked]
                    - worthBefore[from]
                    + best(from + worked + 1, length - worked - 1, count - 1).worth();
            if (worth > most) {
                most = worth;
                first = worked;
            }
        }
        var breaks = new int[count];
        if (first >= 0) {
            breaks[0] = from + first;
            System.arraycopy(
                    best(from + first + 1, length - first - 1, count - 1).breaks(), 0, breaks, 1, count - 1);
        }
        return new Half(most, breaks);
    }
}
