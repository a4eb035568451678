package fr.vigie.queue;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A time whose hazard (the rate at which it ends, given that it lasts) is constant between given moments; the last one
 * holds for ever. It takes the shape of any patience that was seen: impatience after an announcement, stoicism later. Some
 * may end at once; with a last hazard of 0 some never end.
 */
public final class PiecewiseHazard implements TimeLaw {
    private static final long serialVersionUID = 1;

    private final double[] from;
    private final double[] perSecond;
    /** The hazard summed up to each moment. */
    private final double[] before;

    /**
     * @param fromSeconds where each hazard begins: 0 first, then rising
     * @param perSecond the hazards, zero or more, as many
     */
    public PiecewiseHazard(double[] fromSeconds, double[] perSecond) {
        this(0, fromSeconds, perSecond);
    }

    /**
     * @param atOnce the share that ends at 0, 0 to below 1
     * @param fromSeconds where each hazard begins: 0 first, then rising
     * @param perSecond the hazards, zero or more, as many
     */
    public PiecewiseHazard(double atOnce, double[] fromSeconds, double[] perSecond) {
        if (!(atOnce >= 0 && atOnce < 1)) {
            throw new IllegalArgumentException(
                    "The share that ends at once (%s) must be 0 or more and below 1.\nMaybe nobody waited."
                            .formatted(atOnce));
        }
        Require.sameLength("hazards", perSecond.length, fromSeconds.length);
        if (fromSeconds.length == 0 || fromSeconds[0] != 0) {
            throw new IllegalArgumentException(
                    "The first hazard must begin at 0.\nMaybe add what holds from there on.");
        }
        from = fromSeconds.clone();
        this.perSecond = perSecond.clone();
        before = new double[from.length];
        before[0] = -StrictMath.log1p(-atOnce);
        for (int i = 0; i < from.length; i++) {
            Require.notNegative("hazard", this.perSecond[i], "Maybe nobody was at risk there.");
            if (i > 0) {
                Require.positive("length of a hazard", from[i] - from[i - 1], "Maybe sort the moments.");
                before[i] = before[i - 1] + this.perSecond[i - 1] * (from[i] - from[i - 1]);
            }
        }
    }

    @Override
    public double draw(RandomGenerator random) {
        return when(random.nextExponential());
    }

    /** The time at which the summed hazard reaches a value. */
    private double when(double hazard) {
        int at = Arrays.binarySearch(before, hazard);
        int piece = at >= 0 ? at : -at - 2;
        if (piece < 0) {
            return 0;
        }
        double more = hazard - before[piece];
        return more == 0 ? from[piece] : from[piece] + more / perSecond[piece];
    }

    @Override
    public double meanSeconds() {
        double mean = 0;
        for (int i = 0; i < from.length; i++) {
            double left = StrictMath.exp(-before[i]);
            double rate = perSecond[i];
            if (i + 1 < from.length) {
                double length = from[i + 1] - from[i];
                mean += left * (rate == 0 ? length : -StrictMath.expm1(-rate * length) / rate);
            } else {
                mean += left / rate;
            }
        }
        return mean;
    }

    @Override
    public double survival(double seconds) {
        if (seconds < 0) {
            return 1;
        }
        int at = Arrays.binarySearch(from, seconds);
        int piece = at >= 0 ? at : -at - 2;
        return StrictMath.exp(-before[piece] - perSecond[piece] * (seconds - from[piece]));
    }
}
