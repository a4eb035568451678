package fr.vigie.forecast;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/** Solves the normal equations of least squares, those too whose columns say the same. */
final class NormalEquations {
    private static final double ASYMMETRY = 1e-12;

    private NormalEquations() {}

    /**
     * The coefficients.
     *
     * @param matrix symmetric, of whatever scale; it may be overwritten
     * @param right as many values
     */
    static double[] solve(double[][] matrix, double[] right) {
        var rows = new Array2DRowRealMatrix(matrix, false);
        var vector = new ArrayRealVector(right, false);
        try {
            return new CholeskyDecomposition(rows, ASYMMETRY, 0)
                    .getSolver()
                    .solve(vector)
                    .toArray();
        } catch (NonPositiveDefiniteMatrixException e) {
            // A series that repeats itself to the last digit: of all solutions the smallest.
            return new SingularValueDecomposition(rows)
                    .getSolver()
                    .solve(vector)
                    .toArray();
        }
    }
}
