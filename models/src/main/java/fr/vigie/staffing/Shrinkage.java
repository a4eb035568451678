package fr.vigie.staffing;

import java.io.Serializable;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The paid time in which scheduled agents do not answer calls, by cause.
 *
 * <p>It comes last: first the agents on the phone that calls need, with their occupancy, then these over
 * {@code 1 - shrinkage}.
 *
 * @param causes the share of paid time of each cause (e.g. training, breaks, meetings, absence), together below 1
 */
public record Shrinkage(SortedMap<String, Double> causes) implements Serializable {
    /** A quotient this little above a whole number is that number, not the next: 21 / 0.7 is 30. */
    private static final double ROUNDING = 1e-9;

    public Shrinkage {
        causes = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(causes));
        causes.forEach(
                (cause, share) -> Argument.share("shrinkage by " + cause, share, "Maybe it is given in percent."));
        double all = sum(causes);
        if (all >= 1) {
            throw new IllegalArgumentException(
                    "The shrinkage (%s) must be below 1.\nMaybe a cause is given in percent.".formatted(all));
        }
    }

    /** All causes in one. */
    public static Shrinkage of(double share) {
        return new Shrinkage(new TreeMap<>(Map.of("all", share)));
    }

    /** The share of paid time off the phone, 0 to below 1. */
    public double share() {
        return sum(causes);
    }

    /** How many must be scheduled for that many on the phone. */
    public int scheduled(int agents) {
        return ceil(agents / (1 - share()));
    }

    /** How many are on the phone, on average, of that many scheduled. */
    public double onThePhone(int scheduled) {
        return scheduled * (1 - share());
    }

    /**
     * The least whole number that is not below a quotient of measured numbers: 30.000000000000004 agents are 30.
     *
     * @param agents computed agents, 0 to 2,147,483,647
     */
    public static int ceil(double agents) {
        if (!(agents >= 0 && agents <= Integer.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "The agents to schedule (%s) must be between 0 and %d.\nMaybe the shrinkage is too close to 1."
                            .formatted(agents, Integer.MAX_VALUE));
        }
        return (int) Math.ceil(agents - ROUNDING * Math.max(1, agents));
    }

    private static double sum(SortedMap<String, Double> causes) {
        return causes.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
