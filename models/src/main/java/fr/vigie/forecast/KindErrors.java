package fr.vigie.forecast;

import fr.vigie.series.Series;

/**
 * What the members of {@link Combination} err by at series of a kind, relative to each other: the geometric mean of their mean absolute
 * errors over that of all members, pooled over the hold-outs of docs/accuracy.md ({@code ./vigie bench forecast kind-errors} pools them
 * anew). The kind is how many calls an interval has.
 *
 * <p>A series has seven to fourteen origins to judge fifteen members by. Its own errors are therefore shrunk, on the logarithm, towards
 * those of its kind, which count as much as {@value #ORIGINS} origins do; with n origins of its own the error e of a member becomes
 * e^(n / (n + {@value #ORIGINS})) times its kind's to the rest. A series without a past origin has its kind's alone.
 */
enum KindErrors {
    /** Below thirty calls an interval: groups of the simulated service, seed 2. */
    FEW(new double[][] {
        {1.13, 1.14, 1.03, 1.09, 0.87, 1.01, 0.89, 0.93, 1.24, 0.87, 0.89},
        {1.06, 1.08, 1.06, 0.95, 0.89, 1.04, 0.92, 0.94, 1.37, 0.87, 0.90},
        {1.10, 1.12, 1.09, 0.98, 0.88, 1.02, 0.91, 0.95, 2.08, 0.87, 0.89, 0.89, 0.91, 0.89, 0.86}
    }),
    /** Call centres: bank and Technion. */
    SOME(new double[][] {
        {1.04, 1.06, 1.05, 0.93, 0.97, 0.93, 0.95, 0.96, 1.41, 0.86, 0.94},
        {1.06, 1.05, 1.05, 0.89, 0.94, 0.96, 0.94, 0.90, 1.64, 0.87, 0.89},
        {1.06, 1.03, 1.04, 0.91, 0.94, 0.97, 0.97, 0.92, 2.35, 0.91, 0.90, 0.87, 0.92, 0.90, 0.86}
    }),
    /** Above a thousand: M4 hourly, whose two days ahead stand for what is later. */
    MANY(new double[][] {
        {0.67, 0.65, 0.66, 0.79, 1.25, 0.80, 1.20, 2.59, 0.84, 0.68, 2.45},
        {0.73, 0.71, 0.71, 0.80, 1.16, 0.77, 1.26, 2.05, 1.03, 0.72, 1.97},
        {0.73, 0.71, 0.71, 0.80, 1.16, 0.77, 1.26, 2.05, 1.03, 0.72, 1.97, 1.97, 1.97, 1.97, 1.97}
    });

    private static final int ORIGINS = 4;
    private static final double SOME_CALLS = 30;
    private static final double MANY_CALLS = 1000;

    /** By stage of the horizon, the last of which goes on, and member. */
    private final double[][] pooled;

    KindErrors(double[][] pooled) {
        this.pooled = pooled;
    }

    /** The kind of a series, by what is known before an interval. */
    static KindErrors of(Series series, int present) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < present; i++) {
            if (series.isKnown(i)) {
                sum += series.value(i);
                count++;
            }
        }
        return sum < SOME_CALLS * count ? FEW : sum < MANY_CALLS * count ? SOME : MANY;
    }

    /**
     * The weights of members, error^-2 after shrinkage.
     *
     * @param stage of the horizon
     * @param own mean absolute errors of the series itself, positive where there are origins
     * @param origins from how many they come, 0 or more
     */
    double[] weights(int stage, double[] own, int origins) {
        double trust = origins / (double) (origins + ORIGINS);
        var kind = pooled[Math.min(stage, pooled.length - 1)];
        var weights = new double[own.length];
        double mean = 0;
        for (int m = 0; origins > 0 && m < own.length; m++) {
            mean += Math.log(own[m]) / own.length;
        }
        for (int m = 0; m < weights.length; m++) {
            double relative = origins == 0 ? 0 : Math.log(own[m]) - mean;
            weights[m] = Math.exp(-2 * (trust * relative + (1 - trust) * Math.log(kind[m])));
        }
        return weights;
    }
}
