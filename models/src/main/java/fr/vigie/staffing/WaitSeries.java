package fr.vigie.staffing;

import fr.vigie.staffing.VirtualWait.Part;

/**
 * The integrals over all waits by a series, for queues whose callers are few or little overloaded.
 *
 * <p>In {@code u = e^-t} they are those of {@code exp(y (1 - u))} against powers of {@code u}; its terms
 * {@code y^k (1 - u)^k / k!} give Euler's beta function. With {@code T_0 = 1}, {@code r_k = T_k / (c + k + 1)},
 * {@code T_(k+1) = y r_k} and {@code H_k = 1/(c + 1) + ... + 1/(c + k + 1)}:
 *
 * <ul>
 *   <li>answered: the sum of {@code r_k}
 *   <li>lost: the sum of {@code (k + 1) r_k}, over {@code c}
 *   <li>mass: both together
 *   <li>answered wait: the sum of {@code r_k H_k}, the derivative of the first by {@code c}
 * </ul>
 *
 * <p>All terms are positive, so nothing cancels. About {@code max(0, y - c) + 9 sqrt(y)} of them matter. Relative error about
 * 1e-14.
 */
final class WaitSeries implements ScaledWait.Shape {
    /** Above so many terms the quadrature is quicker. */
    private static final double MOST_TERMS = 5_000;
    /** Above this logarithm of the largest term the sum may leave the range of a double. */
    private static final double LARGEST_LOGARITHM = 600;
    /** With more agents per patience terms would no longer be distinct. */
    private static final double MOST_AGENTS_RATIO = 1e9;
    /** Terms rise and then fall; one below this share of the sum no longer changes any digit of it. */
    private static final double NEGLIGIBLE = 1e-18;

    /** Whether the series is short and its sum a double. */
    static boolean serves(double c, double y) {
        if (c > MOST_AGENTS_RATIO) {
            return false;
        }
        double spread = 9 * Math.sqrt(y);
        return y > c
                ? y - c + spread < MOST_TERMS && y - c - c * Math.log(y / c) < LARGEST_LOGARITHM
                : spread < MOST_TERMS || 44 / Math.log(c / y) < MOST_TERMS;
    }

    /** Four terms at a time, over one denominator: a quarter of the divisions, which are most of the work. */
    @Override
    public double answered(double c, double y) {
        double fourth = y * y * y * y;
        double term = 1;
        double sum = 0;
        double ofSum = 1;
        for (double at = c + 1; ofSum > NEGLIGIBLE * sum; at += 4) {
            double scaled = term / (at * (at + 1) * (at + 2) * (at + 3));
            ofSum = scaled * (y * y * y + (at + 3) * (y * y + (at + 2) * (y + at + 1)));
            sum += ofSum;
            term = scaled * fourth;
        }
        return sum;
    }

    @Override
    public Part waits(double c, double y) {
        double term = 1;
        double harmonic = 0;
        double answered = 0;
        double lost = 0;
        double answeredWait = 0;
        double ofLost = 1;
        for (int k = 1; ofLost > NEGLIGIBLE * lost; k++) {
            double inverse = 1 / (c + k);
            double share = term * inverse;
            ofLost = k * share;
            harmonic += inverse;
            answered += share;
            lost += ofLost;
            answeredWait += share * harmonic;
            term *= y * inverse;
        }
        lost /= c;
        return new Part(answered + lost, answered, lost, answeredWait);
    }
}
