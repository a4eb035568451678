package fr.vigie.forecast;

/**
 * The sums from which a multiplicative regression y = p(slot) * (1 + x'b) is solved: normal equations, kept by slot of
 * the week so that profile and effects can be solved in turns without looking at a row again.
 *
 * <p>Rows are only ever added. Older rows lose weight because newer ones come with larger weights; whoever solves
 * divides by the current one.
 */
final class SlotSums {
    private final int effects;
    /** By slot: sum of weights, of w*y, of w*y². */
    final double[] w;

    final double[] wy;
    final double[] wyy;
    /** By slot and effect: sum of w*x, of w*x*y. */
    final double[][] wx;

    final double[][] wxy;
    /** By slot, effect and effect: sum of w*x*x', lower triangle. */
    final double[][] wxx;

    private final int[] present;

    SlotSums(int slots, int effects) {
        this.effects = effects;
        w = new double[slots];
        wy = new double[slots];
        wyy = new double[slots];
        wx = new double[slots][effects];
        wxy = new double[slots][effects];
        wxx = new double[slots][effects * (effects + 1) / 2];
        present = new int[effects];
    }

    /** Adds a row of weight {@code weight}. */
    void add(int slot, double weight, double[] x, double y) {
        w[slot] += weight;
        wy[slot] += weight * y;
        wyy[slot] += weight * y * y;
        int count = 0;
        for (int j = 0; j < effects; j++) {
            if (x[j] != 0) {
                present[count++] = j;
            }
        }
        var sx = wx[slot];
        var sxy = wxy[slot];
        var sxx = wxx[slot];
        for (int a = 0; a < count; a++) {
            int j = present[a];
            double wj = weight * x[j];
            sx[j] += wj;
            sxy[j] += wj * y;
            for (int b = 0; b <= a; b++) {
                sxx[j * (j + 1) / 2 + present[b]] += wj * x[present[b]];
            }
        }
    }

    /** b'(sum of w*x*x')b of a slot. */
    double quadratic(int slot, double[] b) {
        double sum = 0;
        var sxx = wxx[slot];
        int at = 0;
        for (int j = 0; j < effects; j++) {
            double row = 0;
            for (int k = 0; k < j; k++) {
                row += 2 * sxx[at++] * b[k];
            }
            sum += (row + sxx[at++] * b[j]) * b[j];
        }
        return sum;
    }
}
