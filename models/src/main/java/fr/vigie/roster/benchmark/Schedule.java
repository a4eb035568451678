package fr.vigie.roster.benchmark;

import java.util.Arrays;

/** Who works which shift on which day. */
public final class Schedule {
    /** The shift of a day off. */
    public static final int FREE = -1;

    private final int[][] shifts;

    private Schedule(int[][] shifts) {
        this.shifts = shifts;
    }

    /**
     * A schedule.
     *
     * @param shifts by person and day, an index of the problem's shifts or {@link #FREE}
     */
    public static Schedule of(int[][] shifts) {
        return new Schedule(copy(shifts));
    }

    /** The index of the shift that somebody works on a day, or {@link #FREE}. */
    public int shift(int staff, int day) {
        return shifts[staff][day];
    }

    /** Whether somebody works on a day. */
    public boolean works(int staff, int day) {
        return shifts[staff][day] != FREE;
    }

    /** A copy, by person and day. */
    public int[][] toArray() {
        return copy(shifts);
    }

    private static int[][] copy(int[][] shifts) {
        return Arrays.stream(shifts).map(int[]::clone).toArray(int[][]::new);
    }
}
