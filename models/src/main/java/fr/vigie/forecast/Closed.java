package fr.vigie.forecast;

/** Lines are closed: no call is counted, and that is no doubt. */
public record Closed() implements Marginal {
    @Override
    public double mean() {
        return 0;
    }

    @Override
    public double cdf(double y) {
        return y >= 0 ? 1 : 0;
    }

    @Override
    public double below(double y) {
        return y > 0 ? 1 : 0;
    }

    @Override
    public double[] quantiles(double... levels) {
        return new double[levels.length];
    }
}
