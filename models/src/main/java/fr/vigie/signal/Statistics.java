package fr.vigie.signal;

import java.util.Arrays;
import java.util.List;

/** Middle and spread of a few numbers, little moved by one that is far off. */
final class Statistics {
    /** The mean absolute deviation of a normal variable in standard deviations, sqrt(2/pi). */
    private static final double MEAN_DEVIATION = 0.7978845608028654;

    private Statistics() {}

    /** The median of at least one value. */
    static double median(List<Double> values) {
        var sorted = new double[values.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = values.get(i);
        }
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The standard deviation about the centre as the mean absolute deviation suggests it. */
    static double spread(List<Double> values, double centre) {
        double sum = 0;
        for (double value : values) {
            sum += Math.abs(value - centre);
        }
        return sum / values.size() / MEAN_DEVIATION;
    }
}
