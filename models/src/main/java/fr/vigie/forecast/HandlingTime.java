package fr.vigie.forecast;

import fr.vigie.series.Timeline;

/**
 * The average handling time (talking and wrap-up) by slot of the week, in seconds.
 *
 * <p>Means over recent weeks, shrunk as if {@link #BELIEVED_CALLS} calls of the whole had been seen in every slot, and
 * as many calls of the prior in the whole.
 */
public final class HandlingTime {
    /** How many calls the prior is worth. */
    public static final double BELIEVED_CALLS = 50;

    private final double[] seconds;

    private HandlingTime(double[] seconds) {
        this.seconds = seconds;
    }

    /**
     * Learns from the last weeks before an origin.
     *
     * @param timeline the intervals
     * @param answered answered calls by interval
     * @param handled seconds spent on them, by interval
     * @param origin index of the first interval that is not known
     * @param weeks how many weeks back
     * @param prior what is believed before, in seconds; 0 or more
     */
    public static HandlingTime learn(
            Timeline timeline, double[] answered, double[] handled, int origin, int weeks, double prior) {
        int slots = timeline.slotsPerWeek();
        var calls = new double[slots];
        var sums = new double[slots];
        double allCalls = BELIEVED_CALLS;
        double all = BELIEVED_CALLS * prior;
        for (int i = Math.max(0, origin - weeks * slots); i < origin; i++) {
            int slot = timeline.slotOfWeek(i);
            calls[slot] += answered[i];
            sums[slot] += handled[i];
            allCalls += answered[i];
            all += handled[i];
        }
        double overall = all / allCalls;
        for (int s = 0; s < slots; s++) {
            sums[s] = (sums[s] + BELIEVED_CALLS * overall) / (calls[s] + BELIEVED_CALLS);
        }
        return new HandlingTime(sums);
    }

    /** The mean over a stretch of history, or {@code otherwise} where no call was answered. */
    public static double mean(double[] answered, double[] handled, int from, int until, double otherwise) {
        double calls = 0;
        double seconds = 0;
        for (int i = Math.max(0, from); i < until; i++) {
            calls += answered[i];
            seconds += handled[i];
        }
        return calls > 0 ? seconds / calls : otherwise;
    }

    /** The expected handling time of calls in that slot of the week, in seconds. */
    public double seconds(int slotOfWeek) {
        return seconds[slotOfWeek];
    }
}
