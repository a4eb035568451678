package fr.vigie.forecast;

import java.util.Arrays;

/**
 * Least squares with a penalty on the size of the coefficients (Hoerl and Kennard 1970), robust against outliers.
 *
 * <p>(X'WX / sum of w0 + penalty * I) b = X'Wt / sum of w0, where w = w0 at first, and in two further passes
 * w = w0 / max(|residual| / median of |residuals|, 1/2): between least squares and least absolute deviations.
 */
final class Ridge {
    private static final int PASSES = 3;
    private static final double LEAST_RATIO = 0.5;

    private Ridge() {}

    /**
     * The coefficients.
     *
     * @param rows the regressors, by observation
     * @param targets one for each row
     * @param weights w0, positive, one for each row
     * @param penalty positive
     */
    static double[] solve(double[][] rows, double[] targets, double[] weights, double penalty) {
        double total = Arrays.stream(weights).sum();
        var w = weights.clone();
        var b = new double[0];
        var residuals = new double[rows.length];
        for (int pass = 0; pass < PASSES; pass++) {
            if (pass > 0) {
                for (int i = 0; i < rows.length; i++) {
                    residuals[i] = Math.abs(targets[i] - dot(rows[i], b));
                }
                double median = median(residuals);
                if (median == 0) {
                    break;
                }
                for (int i = 0; i < rows.length; i++) {
                    w[i] = weights[i] / Math.max(residuals[i] / median, LEAST_RATIO);
                }
            }
            b = weighted(rows, targets, w, total, penalty);
        }
        return b;
    }

    private static double[] weighted(double[][] rows, double[] targets, double[] w, double total, double penalty) {
        int size = rows[0].length;
        var matrix = new double[size][size];
        var right = new double[size];
        for (int i = 0; i < rows.length; i++) {
            var row = rows[i];
            for (int j = 0; j < size; j++) {
                double wx = w[i] / total * row[j];
                right[j] += wx * targets[i];
                var line = matrix[j];
                for (int k = 0; k <= j; k++) {
                    line[k] += wx * row[k];
                }
            }
        }
        for (int j = 0; j < size; j++) {
            matrix[j][j] += penalty;
            for (int k = 0; k < j; k++) {
                matrix[k][j] = matrix[j][k];
            }
        }
        return NormalEquations.solve(matrix, right);
    }

    private static double dot(double[] row, double[] b) {
        double sum = 0;
        for (int j = 0; j < b.length; j++) {
            sum += row[j] * b[j];
        }
        return sum;
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
