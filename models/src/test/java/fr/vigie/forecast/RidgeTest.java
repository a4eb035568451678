package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RidgeTest {
    private static final double[][] ROWS = {{1, 1}, {2, 1}, {3, 1}, {4, 1}, {5, 1}, {6, 1}, {7, 1}};

    private static double[] ones(int count) {
        var ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void findsALineOnWhichAllPointsLie() {
        var targets = new double[] {5, 7, 9, 11, 13, 15, 17};
        assertArrayEquals(new double[] {2, 3}, Ridge.solve(ROWS, targets, ones(7), 1e-12), 1e-8);
    }

    @Test
    void onePointFarOffMovesTheLineLessThanHalfAsFarAsLeastSquares() {
        var targets = new double[] {5, 7, 9, 11, 13, 15, 1000};
        var b = Ridge.solve(ROWS, targets, ones(7), 1e-12);
        // It lies 983 too high, three steps from the middle: 983 * 3 / 28 too steep by least squares.
        assertEquals(2, b[0], 983 * 3 / 28.0 / 2);
    }

    /** One column of ones: (1 + penalty) b = mean of the targets, and no residual differs from the others. */
    @Test
    void thePenaltyShrinksTowardsZero() {
        var rows = new double[][] {{1}, {1}};
        assertArrayEquals(new double[] {4}, Ridge.solve(rows, new double[] {6, 6}, ones(2), 0.5), 1e-12);
    }

    @Test
    void weightsCountAsManyObservations() {
        var rows = new double[][] {{1}, {1}, {1}};
        var once = Ridge.solve(new double[][] {{1}, {1}}, new double[] {3, 3}, new double[] {2, 1}, 0.1);
        assertArrayEquals(once, Ridge.solve(rows, new double[] {3, 3, 3}, ones(3), 0.1), 1e-12);
    }
}
