package fr.vigie.queue;

import java.util.List;
import java.util.function.Function;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The same day played several times, independently.
 *
 * <p>A figure is the sum of what is counted over the sum of what it is a share of; its interval is Student's over the
 * replications' deviations from it (A. M. Law, "Simulation Modeling and Analysis", 2015, section 9.4.3).
 *
 * @param days two or more
 */
public record Replications(List<SimulatedDay> days) {
    public Replications {
        days = List.copyOf(days);
        if (days.size() < 2) {
            throw new IllegalArgumentException(
                    "%d replications have no interval.\nMaybe play 20 days or more.".formatted(days.size()));
        }
    }

    /** A figure of an interval, at a confidence level above 0 and below 1. */
    public Estimate interval(int interval, Figure figure, double level) {
        return estimate(day -> day.intervals().get(interval), figure, level);
    }

    /** A figure of one kind of call in an interval. */
    public Estimate interval(int kind, int interval, Figure figure, double level) {
        return estimate(day -> day.byKind().get(kind).get(interval), figure, level);
    }

    /** A figure of the whole day. */
    public Estimate total(Figure figure, double level) {
        return estimate(SimulatedDay::total, figure, level);
    }

    /** All replications of an interval in one. */
    public Tally pooled(int interval) {
        return days.stream()
                .map(day -> day.intervals().get(interval))
                .reduce(Tally::and)
                .orElseThrow();
    }

    private Estimate estimate(Function<SimulatedDay, Tally> part, Figure figure, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "The confidence level (%s) must be above 0 and below 1.\nMaybe 0.95.".formatted(level));
        }
        var tallies = days.stream().map(part).toList();
        double over = tallies.stream().mapToDouble(figure.over()).sum();
        double under = tallies.stream().mapToDouble(figure.under()).sum();
        double ratio = over / under;
        double squares = tallies.stream()
                .mapToDouble(tally -> figure.over().applyAsDouble(tally)
                        - ratio * figure.under().applyAsDouble(tally))
                .map(residual -> residual * residual)
                .sum();
        int n = tallies.size();
        double deviation = Math.sqrt(squares * n / (n - 1)) / under;
        double t = new TDistribution(null, n - 1).inverseCumulativeProbability((1 + level) / 2);
        return new Estimate(ratio, t * deviation);
    }
}
