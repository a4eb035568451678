package fr.vigie.jobs.bench;

/** The scores of point forecasts in the M4 competition: sMAPE, MASE, and both against Naive2's (OWA). */
final class M4Points {
    private static final int DAY = 24;

    private double symmetric;
    private double scaled;
    private double symmetricOfNaive;
    private double scaledOfNaive;
    private int count;

    /**
     * Adds a series.
     *
     * @param past before the forecast
     * @param came what the forecast was of
     * @param forecast as many values
     */
    void add(double[] past, double[] came, double[] forecast) {
        var naive = Naive2.forecast(past, DAY, came.length);
        double scale = 0;
        for (int i = DAY; i < past.length; i++) {
            scale += Math.abs(past[i] - past[i - DAY]) / (past.length - DAY);
        }
        for (int h = 0; h < came.length; h++) {
            symmetric += symmetric(came[h], forecast[h]);
            symmetricOfNaive += symmetric(came[h], naive[h]);
            scaled += Math.abs(came[h] - forecast[h]) / scale;
            scaledOfNaive += Math.abs(came[h] - naive[h]) / scale;
            count++;
        }
    }

    private static double symmetric(double y, double f) {
        return y == f ? 0 : 200 * Math.abs(y - f) / (Math.abs(y) + Math.abs(f));
    }

    double owa() {
        return (symmetric / symmetricOfNaive + scaled / scaledOfNaive) / 2;
    }

    double smape() {
        return symmetric / count;
    }

    double mase() {
        return scaled / count;
    }
}
