package fr.vigie.forecast;

import java.util.Arrays;

/**
 * No doubt at all: nothing has ever been seen to differ.
 *
 * @param mean the value
 */
public record Certain(double mean) implements Marginal {
    @Override
    public double cdf(double y) {
        return y >= mean ? 1 : 0;
    }

    @Override
    public double below(double y) {
        return y > mean ? 1 : 0;
    }

    @Override
    public double[] quantiles(double... levels) {
        var quantiles = new double[levels.length];
        Arrays.fill(quantiles, mean);
        return quantiles;
    }
}
