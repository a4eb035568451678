package fr.vigie.queue;

import java.util.Arrays;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * How long callers are willing to wait, from the waits of all: who was answered would have waited longer.
 *
 * <p>Waits that nobody ended (answered at once) tell nothing, and change nothing.
 */
public final class PatienceFit {
    private final double[] waits;
    private final boolean[] hungUp;

    /**
     * @param waitSeconds the wait of each caller, zero or more
     * @param hungUp whether the caller hung up; else the call was answered; as many, at least one of them true
     */
    public PatienceFit(double[] waitSeconds, boolean[] hungUp) {
        Require.sameLength("ends of waits", hungUp.length, waitSeconds.length);
        boolean any = false;
        for (int i = 0; i < waitSeconds.length; i++) {
            Require.notNegative("wait", waitSeconds[i], "Maybe a call was answered before it came.");
            any |= hungUp[i];
        }
        if (!any) {
            throw new IllegalArgumentException(
                    "Nobody hung up in %d waits: patience has no estimate.\nMaybe take a longer period."
                            .formatted(waitSeconds.length));
        }
        waits = waitSeconds.clone();
        this.hungUp = hungUp.clone();
    }

    /**
     * A mean patience with its confidence interval, in seconds.
     *
     * @param seconds the estimate, positive
     * @param low the lower end
     * @param high the upper end
     */
    public record Mean(double seconds, double low, double high) {
        /** As a law. */
        public Exponential law() {
            return new Exponential(seconds);
        }
    }

    /**
     * The mean if patience is exponential: all waits over the number who hung up, the maximum of the likelihood under
     * censoring. Its interval takes twice the waits over the mean as chi-squared with two degrees of freedom for each who
     * hung up (J. F. Lawless, "Statistical Models and Methods for Lifetime Data", 2003, section 4.1), which is exact if one
     * watches until so many have hung up.
     *
     * @param level the confidence, above 0 and below 1
     */
    public Mean exponential(double level) {
        double waited = Arrays.stream(waits).sum();
        int ends = ends(-1, Double.POSITIVE_INFINITY);
        var law = new ChiSquaredDistribution(null, 2.0 * ends);
        return new Mean(
                waited / ends,
                2 * waited / law.inverseCumulativeProbability((1 + level) / 2),
                2 * waited / law.inverseCumulativeProbability((1 - level) / 2));
    }

    /** The share who would still wait, without any assumption. */
    public KaplanMeier survival() {
        return KaplanMeier.of(waits, hungUp);
    }

    /**
     * Patience of any shape: the share who hung up without any wait, then in each stretch of waiting those who hung up over
     * the time that was waited.
     *
     * @param fromSeconds where the stretches begin: 0 first, then rising; the last one has no end, and somebody waits in each
     */
    public PiecewiseHazard hazard(double... fromSeconds) {
        var perSecond = new double[fromSeconds.length];
        for (int i = 0; i < perSecond.length; i++) {
            double from = fromSeconds[i];
            double until = i + 1 < perSecond.length ? fromSeconds[i + 1] : Double.POSITIVE_INFINITY;
            double waited = Arrays.stream(waits)
                    .map(wait -> Math.max(0, Math.min(wait, until) - from))
                    .sum();
            if (!(waited > 0)) {
                throw new IllegalArgumentException(
                        "Nobody waited between %s and %s s.\nMaybe take longer stretches.".formatted(from, until));
            }
            perSecond[i] = ends(from, until) / waited;
        }
        return new PiecewiseHazard((double) ends(-1, 0) / waits.length, fromSeconds, perSecond);
    }

    private int ends(double after, double until) {
        int ends = 0;
        for (int i = 0; i < waits.length; i++) {
            ends += hungUp[i] && waits[i] > after && waits[i] <= until ? 1 : 0;
        }
        return ends;
    }
}
