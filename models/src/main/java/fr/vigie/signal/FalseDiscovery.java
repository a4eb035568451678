package fr.vigie.signal;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Many tests at once: Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", Journal of the Royal
 * Statistical Society B 57 (1995).
 */
final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * The adjusted p-values: the least false discovery rate at which a test is still significant.
     *
     * @param p the p-values, 0 to 1
     * @return as many, in the same order, none below its p-value
     */
    static double[] adjusted(double[] p) {
        int m = p.length;
        var order = new Integer[m];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
        var adjusted = new double[m];
        double least = 1;
        for (int rank = m; rank >= 1; rank--) {
            int i = order[rank - 1];
            least = Math.min(least, p[i] * m / rank);
            adjusted[i] = least;
        }
        return adjusted;
    }
}
