package fr.vigie.staffing;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Offered calls by some quantiles.
 *
 * <p>Between two of them, and beyond the last, calls are a straight line over the normal score of the probability: exact where
 * the forecast is normal, monotone always; below zero is zero.
 *
 * @param calls offered calls, zero or more, by the probability that they are not exceeded, above 0 and below 1; at least two
 */
public record CallQuantiles(SortedMap<Double, Double> calls) implements CallDistribution {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    public CallQuantiles {
        calls = Collections.unmodifiableSortedMap(new TreeMap<>(calls));
        if (calls.size() < 2) {
            throw new IllegalArgumentException(
                    "Of the calls %d quantile(s) are given.\nMaybe give the 10 %%, 50 %% and 90 %% ones."
                            .formatted(calls.size()));
        }
        double before = 0;
        for (var quantile : calls.entrySet()) {
            Argument.openShare("probability", quantile.getKey(), "Maybe it is given in percent.");
            Argument.notNegative("calls", quantile.getValue(), "Maybe the forecast has a gap.");
            if (quantile.getValue() < before) {
                throw new IllegalArgumentException(
                        "The quantiles of the calls (%s) must not fall.\nMaybe two of them are exchanged."
                                .formatted(calls));
            }
            before = quantile.getValue();
        }
    }

    @Override
    public double quantile(double probability) {
        Argument.openShare("probability", probability, "Maybe ask for 0.8: the most calls of all have no bound.");
        return Math.max(0, line(score(probability), scores(), values()));
    }

    @Override
    public double probabilityUpTo(double limit) {
        double[] values = values();
        int last = values.length - 1;
        // Where all of them are one number, nothing is uncertain beyond it.
        if (limit < 0 || limit < values[0] && values[0] == values[1]) {
            return 0;
        }
        if (limit >= values[last] && values[last] == values[last - 1]) {
            return 1;
        }
        return NORMAL.cumulativeProbability(line(limit, values, scores()));
    }

    @Override
    public CallQuantiles towards(double centre, double factor) {
        Argument.share("factor", factor, "Maybe it is given in percent.");
        return new CallQuantiles(calls.entrySet().stream()
                .collect(Collectors.toMap(
                        quantile -> quantile.getKey(),
                        quantile -> Math.max(0, centre + factor * (quantile.getValue() - centre)),
                        Math::max,
                        TreeMap::new)));
    }

    /** The value at {@code x} of the line through the points; at a jump the upper end. */
    private static double line(double x, double[] xs, double[] ys) {
        int right = 1;
        while (right < xs.length - 1 && x >= xs[right]) {
            right++;
        }
        double width = xs[right] - xs[right - 1];
        return width > 0 ? ys[right] - (ys[right] - ys[right - 1]) * ((xs[right] - x) / width) : ys[right];
    }

    private double[] scores() {
        return calls.keySet().stream().mapToDouble(CallQuantiles::score).toArray();
    }

    private double[] values() {
        return calls.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double score(double probability) {
        return NORMAL.inverseCumulativeProbability(probability);
    }
}
