package fr.vigie.forecast;

import java.util.stream.DoubleStream;

/**
 * Scores of forecasts of which only the mean and some quantiles were kept, as in {@link Score}; how likely a count on the end of an
 * interval is follows from the negative binomial distribution that is nearest to the quantiles.
 */
public final class QuantileScores {
    private static final double[] COVERAGES = {0.5, 0.8, 0.95};
    private static final double[] ALL_LEVELS = all(0.025, Score.LEVELS, 0.975);

    private int count;
    private double calls;
    private double absolute;
    private double symmetric;
    private double pinball;
    private final double[] covered = new double[3];

    /**
     * Adds an interval.
     *
     * @param came its calls
     * @param mean what was expected
     * @param quantiles at {@link Score#levels}
     * @param q025 quantile 0.025
     * @param q975 quantile 0.975
     */
    public void add(double came, double mean, double[] quantiles, double q025, double q975) {
        double error = Math.abs(came - mean);
        count++;
        calls += came;
        absolute += error;
        symmetric += error == 0 ? 0 : 200 * error / (came + mean);
        double loss = 0;
        for (int q = 0; q < quantiles.length; q++) {
            double under = came - quantiles[q];
            loss += Math.max(Score.LEVELS[q] * under, (Score.LEVELS[q] - 1) * under);
        }
        pinball += loss / quantiles.length;
        double[] ends = {quantiles[2], quantiles[4], quantiles[1], quantiles[5], q025, q975};
        for (int c = 0; c < covered.length; c++) {
            covered[c] += came > ends[2 * c] && came < ends[2 * c + 1] ? 1 : 0;
        }
        // Only on an end it matters how likely the count is.
        if (DoubleStream.of(ends).anyMatch(end -> end == came)) {
            var known = new FewQuantiles(mean, ALL_LEVELS, all(q025, quantiles, q975));
            for (int c = 0; c < covered.length; c++) {
                if (ends[2 * c] == came || ends[2 * c + 1] == came) {
                    covered[c] += known.covers(came, COVERAGES[c]);
                }
            }
        }
    }

    private static double[] all(double first, double[] between, double last) {
        return DoubleStream.concat(
                        DoubleStream.concat(DoubleStream.of(first), DoubleStream.of(between)), DoubleStream.of(last))
                .toArray();
    }

    /** The calls that came. */
    public double calls() {
        return calls;
    }

    /** Sum of absolute errors / sum of counts; the sum of absolute errors where no call came. */
    public double wape() {
        return calls > 0 ? absolute / calls : absolute;
    }

    /** Mean of 200 * |y - f| / (|y| + |f|). */
    public double smape() {
        return symmetric / count;
    }

    /** Mean of the quantile loss over the levels, in calls. */
    public double pinball() {
        return pinball / count;
    }

    /** Share of counts within the central 50 % interval, by randomised probability integral transform. */
    public double coverage50() {
        return covered[0] / count;
    }

    /** Share of counts within the central 80 % interval, by randomised probability integral transform. */
    public double coverage80() {
        return covered[1] / count;
    }

    /** Share of counts within the central 95 % interval, by randomised probability integral transform. */
    public double coverage95() {
        return covered[2] / count;
    }
}
