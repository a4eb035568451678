package fr.vigie.forecast;

import java.time.Instant;
import java.util.List;

/**
 * The distribution of the counts of consecutive intervals.
 *
 * @param startsAt the start of each interval, ascending
 * @param marginals the distribution of each interval's count; closed hours are exactly zero
 */
public record Forecast(List<Instant> startsAt, List<Marginal> marginals) {
    public Forecast {
        startsAt = List.copyOf(startsAt);
        marginals = List.copyOf(marginals);
        if (startsAt.size() != marginals.size()) {
            throw new IllegalArgumentException(
                    "There are %d intervals, but %d distributions.".formatted(startsAt.size(), marginals.size()));
        }
    }

    /** The number of intervals. */
    public int length() {
        return marginals.size();
    }

    /** Whether lines are closed in interval {@code i}. */
    public boolean isClosed(int i) {
        return marginals.get(i) instanceof Closed;
    }

    /** The expected count of interval {@code i}. */
    public double mean(int i) {
        return marginals.get(i).mean();
    }

    /**
     * Quantiles of interval {@code i}.
     *
     * @param levels probabilities, ascending, between 0 and 1 exclusive
     */
    public double[] quantiles(int i, double... levels) {
        return marginals.get(i).quantiles(levels);
    }
}
