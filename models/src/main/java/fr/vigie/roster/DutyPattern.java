package fr.vigie.roster;

/**
 * How a day is cut into work, breaks and a meal, in quarters of an hour.
 *
 * @param longestSequence the longest work without a pause
 * @param workPerBreak effective work that earns a paid break of a quarter; more than a day where none is due
 */
record DutyPattern(int longestSequence, int workPerBreak) {
    /** Six hours without a break of 20 minutes are too many; no break is paid. */
    static final DutyPattern BY_LAW = new DutyPattern(23, 1_000);

    /** A quarter for three hours, and no three hours without a pause. */
    static final DutyPattern CALL_CENTRE = new DutyPattern(12, 12);

    /** The shortest work between two pauses. */
    static final int SHORTEST_SEQUENCE = 3;

    /** The meal: 45 minutes. */
    static final int MEAL = 3;

    /** More effective work than this, around noon, needs a lunch, and no more than this may come before it. */
    static final int WORK_BEFORE_LUNCH = 16;

    /** The shortest work on either side of a meal. */
    static final int SHORTEST_HALF = 4;

    /** Less than the six hours that need 20 minutes at a stretch: paid breaks are shorter. */
    static final int LONGEST_HALF = 23;

    /** Lunch begins an hour before noon at the earliest. */
    static final int LUNCH_BEFORE_NOON = 4;

    /** Lunch ends three hours after noon at the latest. */
    static final int LUNCH_AFTER_NOON = 12;

    /** The breaks that a stretch of paid time needs so that no sequence in it is too long. */
    int breaksWithin(int paid) {
        return Math.max(0, ceilDiv(paid - longestSequence, longestSequence + 1));
    }

    /** Whether a half day needs no longer pause than the paid breaks in it. */
    boolean isShortEnough(int paid, int longest) {
        int breaks = workPerBreak < LONGEST_HALF ? breaksWithin(paid) : 0;
        return paid - breaks <= longest;
    }

    /** Whether so many breaks and the work around them fit. */
    static boolean holds(int paid, int breaks) {
        return paid >= (breaks + 1) * SHORTEST_SEQUENCE + breaks;
    }

    /** The paid breaks that a day's paid time earns; they come out of it. */
    int breaksEarned(int paid) {
        int breaks = 0;
        while (breaks < (paid - breaks) / workPerBreak) {
            breaks++;
        }
        return breaks;
    }

    private static int ceilDiv(int a, int b) {
        return -Math.floorDiv(-a, b);
    }
}
