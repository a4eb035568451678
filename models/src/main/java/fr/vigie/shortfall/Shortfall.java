package fr.vigie.shortfall;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The gap between the service level that a plan promised and the one seen, split among its causes.
 *
 * <p>The parts are the Shapley values ({@link Shapley}) of a game in which a coalition of factors is worth the service level
 * that the model expects where these factors are as seen and the others as planned. {@link Factor#REST} is what is seen beyond
 * the model, whatever the others are. So the parts add up to {@code seen - promised}, to rounding.
 *
 * @param promised the service level that the model expects of the plan, 0 to 1
 * @param seen the service level seen, 0 to 1
 * @param parts what each factor added to the service level; below 0 where it cost some
 */
public record Shortfall(double promised, double seen, Map<Factor, Double> parts) {
    private static final int ALL = (1 << Factor.values().length) - 1;

    public Shortfall {
        parts = Collections.unmodifiableMap(new EnumMap<>(parts));
    }

    /**
     * The gap of some intervals together: a day, an hour, a part of a day. The parts of a day are not the mean of those of
     * its hours, since a calm hour's calls weigh less.
     *
     * @param intervals the intervals, in any order
     * @param model what the service level of an interval is
     * @return empty where no caller counted
     */
    public static Optional<Shortfall> of(List<Interval> intervals, ServiceModel model) {
        long counted = intervals.stream().mapToLong(Interval::counted).sum();
        if (counted == 0) {
            return Optional.empty();
        }
        double seen = (double) intervals.stream().mapToLong(Interval::inTime).sum() / counted;
        double rest = seen - expected(intervals, model, ALL);
        var values = Shapley.values(
                Factor.values().length,
                factors -> expected(intervals, model, factors) + (Conditions.has(factors, Factor.REST) ? rest : 0));
        var parts = new EnumMap<Factor, Double>(Factor.class);
        for (var factor : Factor.values()) {
            parts.put(factor, values[factor.ordinal()]);
        }
        return Optional.of(new Shortfall(expected(intervals, model, 0), seen, parts));
    }

    /** How far the service level seen is above the one promised; below 0 where it fell short. */
    public double gap() {
        return seen - promised;
    }

    /** What a factor added to the service level. */
    public double part(Factor factor) {
        return parts.getOrDefault(factor, 0.0);
    }

    private static double expected(List<Interval> intervals, ServiceModel model, int factors) {
        return model.serviceLevel(intervals, interval -> interval.planned().but(factors, interval.seen()));
    }
}
