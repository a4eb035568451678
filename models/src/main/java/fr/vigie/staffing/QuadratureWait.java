package fr.vigie.staffing;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * {@link VirtualWait} by quadrature, for any size and patience.
 *
 * <p>{@code ln g} is concave with its top at {@code t0 = max(0, ln(y/c))}. Around it, with {@code s = t - t0} and
 * {@code q(s) = e^-s - 1 + s}, {@code ln g(t) - ln g(t0) = -min(c, y) q(s) - max(0, c - y) s}: nothing cancels, whatever the
 * sizes. Gauss's rule on panels that double in width away from the top ends where {@code g} no longer matters, so a million
 * agents cost no more than ten. Relative error of the integrals about 1e-14 for {@code c} of 1e-21 and more.
 */
final class QuadratureWait implements VirtualWait {
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(16);
    /** Where the logarithm has fallen so far, a billionth of a billionth is left. */
    private static final double NEGLIGIBLE = 41;
    /** Where the logarithm is below this, a double is 0. */
    private static final double UNDERFLOW = -800;
    /** Below it the series is used. */
    private static final double SMALL = 0.5;

    private static final Part NOTHING = new Part(0, 0, 0, 0);

    private final double agentsRatio;
    private final double curvature;
    private final double slope;
    private final double top;
    private final double servedShare;
    private final double surplusShare;
    private final Part all;

    /**
     * @param agents agents, positive
     * @param erlangs the load, positive
     * @param patienceRatio the mean patience over the mean handling time, positive
     */
    QuadratureWait(int agents, double erlangs, double patienceRatio) {
        double surplus = erlangs - agents;
        agentsRatio = agents * patienceRatio;
        curvature = Math.min(agents, erlangs) * patienceRatio;
        slope = Math.max(0, -surplus) * patienceRatio;
        top = StrictMath.log1p(Math.max(0, surplus) / agents);
        servedShare = Math.min(1, agents / erlangs);
        surplusShare = Math.max(0, surplus) / erlangs;
        all = between(0, Double.POSITIVE_INFINITY);
    }

    @Override
    public Part all() {
        return all;
    }

    @Override
    public double emptyQueue() {
        return StrictMath.exp(logDensity(-top)) / (agentsRatio * all.mass());
    }

    @Override
    public Stretch within(double time) {
        return stretch(between(0, time));
    }

    @Override
    public Stretch after(double time) {
        return stretch(between(time, Double.POSITIVE_INFINITY));
    }

    private static Stretch stretch(Part part) {
        return new Stretch(part.mass(), part.answered());
    }

    /** Over the waits between two times, 0 or more, the second one possibly infinite. */
    private Part between(double from, double until) {
        double low = from - top;
        double high = until - top;
        double highest = Math.min(Math.max(0, low), high);
        if (!(low < high) || logDensity(highest) < UNDERFLOW) {
            return NOTHING;
        }
        return sum(rising(highest, low), falling(highest, high));
    }

    private static Part sum(Part one, Part other) {
        return new Part(
                one.mass() + other.mass(),
                one.answered() + other.answered(),
                one.lost() + other.lost(),
                one.answeredWait() + other.answeredWait());
    }

    /** From the highest point on, to the right. */
    private Part falling(double highest, double end) {
        var part = NOTHING;
        double least = logDensity(highest) - NEGLIGIBLE;
        double width = firstWidth(highest);
        double at = highest;
        while (at < end && logDensity(at) > least) {
            double next = Math.min(end, at + width);
            part = sum(part, panel(at, next));
            width = next - highest;
            at = next;
        }
        return part;
    }

    /** From the highest point back, to the left, where the density falls ever faster. */
    private Part rising(double highest, double end) {
        var part = NOTHING;
        double least = logDensity(highest) - NEGLIGIBLE;
        double width = firstWidth(highest);
        double at = highest;
        while (at > end && logDensity(at) > least) {
            double next = Math.max(end, at - width);
            part = sum(part, panel(next, at));
            width = Math.min(1, highest - next);
            at = next;
        }
        return part;
    }

    /** In it neither the density nor the patience changes by more than a few times. */
    private double firstWidth(double s) {
        double left = StrictMath.exp(-s);
        return 4 / (2 + curvature * Math.abs(1 - left) + slope + Math.sqrt(curvature * left));
    }

    private Part panel(double low, double high) {
        double half = (high - low) / 2;
        double middle = low + half;
        double mass = 0;
        double answered = 0;
        double lost = 0;
        double answeredWait = 0;
        for (int i = 0; i < RULE.getNumberOfPoints(); i++) {
            double s = middle + half * RULE.getPoint(i);
            double q = excess(s);
            double gone = s - q;
            double left = Math.abs(s) < SMALL ? 1 - gone : StrictMath.exp(-s);
            double density = RULE.getWeight(i) * half * StrictMath.exp(-curvature * q - slope * s);
            mass += density;
            answered += density * servedShare * left;
            lost += density * (surplusShare + servedShare * gone);
            answeredWait += density * servedShare * left * (top + s);
        }
        return new Part(mass, answered, lost, answeredWait);
    }

    private double logDensity(double s) {
        return -curvature * excess(s) - slope * s;
    }

    /** {@code e^-s - 1 + s}, without cancellation near 0. */
    static double excess(double s) {
        if (Math.abs(s) >= SMALL) {
            return StrictMath.exp(-s) - 1 + s;
        }
        double term = s * s / 2;
        double sum = 0;
        for (int k = 3; Math.abs(term) > sum * 1e-18; k++) {
            sum += term;
            term *= -s / k;
        }
        return sum;
    }
}
