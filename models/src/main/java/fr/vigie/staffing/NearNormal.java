package fr.vigie.staffing;

import fr.vigie.staffing.VirtualWait.Part;

/**
 * The integrals behind Erlang A and B for a load near the agents, to a few digits.
 *
 * <p>Their integrands are nearly normal densities there (S. Halfin and W. Whitt, 1981; O. Garnett, A. Mandelbaum and M. Reiman,
 * 2002): {@code exp(-b x - x^2 / 2)} in a unit of {@code 1 / sqrt(load)}, times one plus a small cube. Relative error about
 * {@code 1 / load}. Only a guess: what is told to anybody is computed exactly.
 */
final class NearNormal implements ScaledWait.Shape {
    /** Beyond it the integrals leave the range of a double. */
    private static final double FARTHEST = 35;

    private static final double ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

    @Override
    public Part waits(double c, double y) {
        double answered = answered(c, y);
        double mass = (1 + y * answered) / c;
        return new Part(mass, answered, mass - answered, (mass - mass(c + 2, y)) / 2);
    }

    @Override
    public double answered(double c, double y) {
        return mass(c + 1, y);
    }

    private static double mass(double c, double y) {
        return integral((c - y) / Math.sqrt(y), y, 1.0 / 6);
    }

    /** {@link ErlangB#oddsOfService}: {@code 1 / B} is {@code a} times the integral of {@code e^-ax (1 + x)^n}. */
    static double oddsOfService(int servers, double erlangs) {
        return servers == 0
                ? 0
                : Math.max(0, erlangs * integral((erlangs - servers) / Math.sqrt(servers), servers, 1.0 / 3) - 1);
    }

    /** Over {@code x} from 0, in a unit of {@code 1 / sqrt(scale)}: {@code exp(-bx - x^2 / 2) (1 + cube x^3 / sqrt(scale))}. */
    private static double integral(double b, double scale, double cube) {
        double near = Math.max(-FARTHEST, b);
        double zeroth = mills(near);
        double first = 1 - near * zeroth;
        double second = zeroth - near * first;
        double third = 2 * first - near * second;
        // Far above the agents the moments cancel and hardly count.
        return zeroth / Math.sqrt(scale) + (near > 10 ? 0 : cube * third / scale);
    }

    /** Mills' ratio, {@code (1 - Phi(b)) / phi(b)}: Abramowitz and Stegun, 26.2.17 near 0, and 26.2.14 beyond, to four digits. */
    private static double mills(double b) {
        double distance = Math.abs(b);
        double right = distance > 3 ? byFraction(distance) : byPolynomial(distance);
        return b >= 0 ? right : ROOT_OF_TWO_PI * Math.exp(b * b / 2) - right;
    }

    private static double byPolynomial(double b) {
        double t = 1 / (1 + 0.2316419 * b);
        return t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    }

    private static double byFraction(double b) {
        return 1 / (b + 1 / (b + 2 / (b + 3 / (b + 4 / (b + 5 / (b + 6 / (b + 7 / (b + 1))))))));
    }
}
