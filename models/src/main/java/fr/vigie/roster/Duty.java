package fr.vigie.roster;

import java.util.Arrays;

/**
 * A planned day at work, in quarters of an hour after midnight, as time goes by.
 *
 * @param start coming
 * @param end leaving
 * @param meal the start of the meal, or {@code end} if there is none
 * @param breaks the paid breaks, a quarter each, in order
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package and is never changed
record Duty(int start, int end, int meal, int[] breaks) {

    boolean hasMeal() {
        return meal < end;
    }

    /** Work and breaks, in quarters. */
    int paid() {
        return end - start - (hasMeal() ? DutyPattern.MEAL : 0);
    }

    boolean worksAt(int quarter) {
        return quarter >= start
                && quarter < end
                && !(hasMeal() && quarter >= meal && quarter < meal + DutyPattern.MEAL)
                && Arrays.binarySearch(breaks, quarter) < 0;
    }
}
