package fr.vigie.staffing;

import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * How many calls an interval may bring, as a forecast sees it.
 *
 * <p>A forecast of counts holds two kinds of chance: what the mean will be, and how calls scatter around it. The second one is
 * in the queueing models already; {@link #ofMean} leaves the first.
 */
public sealed interface CallDistribution extends Serializable permits CallDraws, CallQuantiles {
    /** Parts of equal probability that stand for the whole. */
    int STRATA = 40;

    /** The calls that are not exceeded with a probability above 0 and below 1. */
    double quantile(double probability);

    /** The probability that no more than so many calls are offered. */
    double probabilityUpTo(double calls);

    /** Every value {@code factor} times as far from {@code centre}, the factor being 0 to 1. */
    CallDistribution towards(double centre, double factor);

    /** The middles of {@value #STRATA} parts of equal probability, rising. */
    default double[] strata() {
        return IntStream.range(0, STRATA)
                .mapToDouble(i -> quantile((i + 0.5) / STRATA))
                .toArray();
    }

    /**
     * The distribution of the mean, where this is one of counts that are Poisson around their mean: the variance less the
     * mean, the same shape. A single value where counts scatter no more than Poisson's do.
     */
    default CallDistribution ofMean() {
        double mean = 0;
        double squares = 0;
        for (double calls : strata()) {
            mean += calls / STRATA;
            squares += calls * calls / STRATA;
        }
        double variance = squares - mean * mean;
        return towards(mean, variance > mean ? Math.sqrt(1 - mean / variance) : 0);
    }
}
