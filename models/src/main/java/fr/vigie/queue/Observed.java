package fr.vigie.queue;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** One of the times that were seen, each as likely as the other. */
public final class Observed implements TimeLaw {
    private static final long serialVersionUID = 1;

    private final double[] sorted;

    /** @param seconds what was seen, at least one, zero or more each */
    public Observed(double... seconds) {
        if (seconds.length == 0) {
            throw new IllegalArgumentException("There are no times to draw from.\nMaybe no call was answered.");
        }
        for (double one : seconds) {
            Require.notNegative("time seen", one, "Maybe a call ends before it begins.");
        }
        sorted = seconds.clone();
        Arrays.sort(sorted);
    }

    @Override
    public double draw(RandomGenerator random) {
        return sorted[random.nextInt(sorted.length)];
    }

    @Override
    public double meanSeconds() {
        return Arrays.stream(sorted).average().orElseThrow();
    }

    @Override
    public double survival(double seconds) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] > seconds) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return (double) (sorted.length - low) / sorted.length;
    }
}
