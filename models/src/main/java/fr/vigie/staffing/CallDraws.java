package fr.vigie.staffing;

import java.util.List;

/**
 * Offered calls as draws of equal weight.
 *
 * @param calls offered calls, zero or more, at least one draw; kept in rising order
 */
public record CallDraws(List<Double> calls) implements CallDistribution {
    public CallDraws {
        if (calls.isEmpty()) {
            throw new IllegalArgumentException("There are no draws of calls.\nMaybe the forecast has a gap.");
        }
        calls.forEach(value -> Argument.notNegative("calls drawn", value, "Maybe the forecast has a gap."));
        calls = calls.stream().sorted().toList();
    }

    @Override
    public double quantile(double probability) {
        Argument.openShare("probability", probability, "Maybe ask for 0.8: the most calls of all have no bound.");
        return calls.get(Math.max(1, Shrinkage.ceil(probability * calls.size())) - 1);
    }

    @Override
    public double probabilityUpTo(double limit) {
        return calls.stream().filter(value -> value <= limit).count() / (double) calls.size();
    }

    @Override
    public CallDraws towards(double centre, double factor) {
        Argument.share("factor", factor, "Maybe it is given in percent.");
        return new CallDraws(
                calls.stream().map(value -> centre + factor * (value - centre)).toList());
    }
}
