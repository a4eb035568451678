package fr.vigie.staffing;

import org.apache.commons.math3.special.Gamma;

/**
 * The lower incomplete gamma function for the large arguments of big call centres.
 *
 * <p>Abramowitz and Stegun 6.5.29 (series) and 6.5.31 (continued fraction); the common factor
 * {@code z^c e^(-z) / Gamma(c)} by Stirling's series around its peak, so that its relative error stays near 1e-14 where
 * the textbook form {@code exp(c ln z - z - ln Gamma(c))} loses a digit for every factor of ten in {@code c}.
 */
final class IncompleteGamma {
    private static final double PRECISION = 1e-17;
    private static final double TINY = 1e-300;
    private static final double STIRLING_FROM = 16;

    private IncompleteGamma() {}

    /** The sum of {@code z^k / ((c+1) ... (c+k))} over k of 1 and more; infinite where it exceeds a double. */
    static double rest(double c, double z) {
        double term = 1;
        double sum = 0;
        double k = 1;
        do {
            term *= z / (c + k++);
            sum += term;
        } while (term > sum * PRECISION && sum < Double.MAX_VALUE);
        return sum;
    }

    /** The regularised lower incomplete gamma function {@code P(c, z)}, 0 to 1. */
    static double lower(double c, double z) {
        double factor = factor(c, z);
        if (z <= c) {
            return factor * (1 + rest(c, z)) / c;
        }
        return 1 - factor * upperFraction(c, z);
    }

    /** {@code z^c e^(-z) / Gamma(c)}. */
    private static double factor(double c, double z) {
        if (z == 0) {
            return 0;
        }
        if (c < STIRLING_FROM) {
            return StrictMath.exp(c * StrictMath.log(z) - z - Gamma.logGamma(c));
        }
        double x = (z - c) / c;
        double square = 1 / (c * c);
        double stirling =
                (1 / 12.0 - square * (1 / 360.0 - square * (1 / 1260.0 - square * (1 / 1680.0 - square / 1188.0)))) / c;
        return StrictMath.sqrt(c / (2 * Math.PI)) * StrictMath.exp(-c * excess(x) - stirling);
    }

    /** {@code x - ln(1 + x)}, without cancellation near 0. */
    private static double excess(double x) {
        if (Math.abs(x) > 0.1) {
            return x - StrictMath.log1p(x);
        }
        // ln(1+x) = 2 (r + r^3/3 + r^5/5 + ...) with r = x/(2+x), and x - 2r = x r.
        double r = x / (2 + x);
        double square = r * r;
        double power = r * square;
        double odd = 3;
        double sum = 0;
        while (Math.abs(power / odd) > Math.abs(x * r) * PRECISION) {
            sum += power / odd;
            power *= square;
            odd += 2;
        }
        return x * r - 2 * sum;
    }

    /** The continued fraction of the upper function over {@code z^c e^(-z)}, z above c, by the method of Lentz. */
    private static double upperFraction(double c, double z) {
        double b = z + 1 - c;
        double p = 1 / TINY;
        double q = 1 / b;
        double fraction = q;
        for (double k = 1; ; k++) {
            double a = -k * (k - c);
            b += 2;
            q = 1 / notZero(a * q + b);
            p = notZero(b + a / p);
            double step = p * q;
            fraction *= step;
            if (Math.abs(step - 1) < 1e-16) {
                return fraction;
            }
        }
    }

    private static double notZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
