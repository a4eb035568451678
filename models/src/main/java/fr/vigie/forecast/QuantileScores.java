package fr.vigie.forecast;

/**
 * Scores of forecasts of which only the mean and some quantiles were kept, as in {@link Score}; what lies on the end of an
 * interval is within.
 */
public final class QuantileScores {
    private int count;
    private double calls;
    private double absolute;
    private double symmetric;
    private double pinball;
    private final int[] covered = new int[3];

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
        covered[0] += quantiles[2] <= came && came <= quantiles[4] ? 1 : 0;
        covered[1] += quantiles[1] <= came && came <= quantiles[5] ? 1 : 0;
        covered[2] += q025 <= came && came <= q975 ? 1 : 0;
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

    /** Share of counts within the central 50 % interval. */
    public double coverage50() {
        return (double) covered[0] / count;
    }

    /** Share of counts within the central 80 % interval. */
    public double coverage80() {
        return (double) covered[1] / count;
    }

    /** Share of counts within the central 95 % interval. */
    public double coverage95() {
        return (double) covered[2] / count;
    }
}
