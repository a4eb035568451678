package fr.vigie.staffing;

/**
 * {@link VirtualWait} by a series, for queues whose callers are few or little overloaded.
 *
 * <p>With {@code z = y e^-t} the waits beyond {@code t} have the same shape as all waits have with {@code z} for {@code y}.
 * In {@code u = e^-t} the integrals are those of {@code exp(z (1 - u))} against powers of {@code u}, and its terms
 * {@code z^k (1 - u)^k / k!} give Euler's beta function. With {@code T_0 = 1}, {@code r_k = T_k / (c + k + 1)},
 * {@code T_(k+1) = z r_k} and {@code H_k = 1/(c + 1) + ... + 1/(c + k + 1)}:
 *
 * <ul>
 *   <li>answered: the sum of {@code r_k}
 *   <li>lost: the sum of {@code (k + 1) r_k}, over {@code c}
 *   <li>mass: both together
 *   <li>answered wait: the sum of {@code r_k H_k}, the derivative of the first by {@code c}
 * </ul>
 *
 * <p>All terms are positive, so nothing cancels. About {@code max(0, y - c) + 9 sqrt(y)} of them matter. Relative error about
 * 1e-14; that of a stretch that holds less than a hundredth of the whole is kept by {@link QuadratureWait}.
 */
final class SeriesWait implements VirtualWait {
    /** Above so many terms the quadrature is quicker. */
    private static final double MOST_TERMS = 5_000;
    /** Above this logarithm of the largest term the sum may leave the range of a double. */
    private static final double LARGEST_LOGARITHM = 600;
    /** Terms rise and then fall; one below this share of the sum no longer changes any digit of it. */
    private static final double NEGLIGIBLE = 1e-18;
    /** A smaller share of the whole is not taken as a difference. */
    private static final double SMALL_SHARE = 0.01;

    private final int agents;
    private final double erlangs;
    private final double patienceRatio;
    private final double agentsRatio;
    private final double loadRatio;
    private final double surplus;
    private final Part all;

    SeriesWait(int agents, double erlangs, double patienceRatio) {
        this.agents = agents;
        this.erlangs = erlangs;
        this.patienceRatio = patienceRatio;
        agentsRatio = agents * patienceRatio;
        loadRatio = erlangs * patienceRatio;
        surplus = (erlangs - agents) * patienceRatio;
        all = waits(loadRatio);
    }

    /** Whether the series is short and its sum a double. */
    static boolean serves(int agents, double erlangs, double patienceRatio) {
        double c = agents * patienceRatio;
        double y = erlangs * patienceRatio;
        if (y <= c) {
            return Math.min(9 * Math.sqrt(y), 44 / Math.log1p((c - y) / y)) < MOST_TERMS && c < 1e9;
        }
        return y - c + 9 * Math.sqrt(y) < MOST_TERMS && y - c - c * Math.log(y / c) < LARGEST_LOGARITHM;
    }

    @Override
    public Part all() {
        return all;
    }

    @Override
    public double emptyQueue() {
        return 1 / (agentsRatio * all.mass());
    }

    @Override
    public Part within(double time) {
        var part = all.without(after(time));
        return part.mass() < SMALL_SHARE * all.mass() || part.answered() < SMALL_SHARE * all.answered()
                ? byQuadrature(time)
                : part;
    }

    /** The quadrature has its own common factor. */
    private Part byQuadrature(double time) {
        var precise = new QuadratureWait(agents, erlangs, patienceRatio);
        var part = precise.within(time);
        double factor = all.mass() / precise.all().mass();
        return new Part(
                part.mass() * factor, part.answered() * factor, part.lost() * factor, part.answeredWait() * factor);
    }

    @Override
    public Part after(double time) {
        double left = StrictMath.exp(-time);
        double gone = -StrictMath.expm1(-time);
        // Each form where the other one would cancel.
        double density = StrictMath.exp(
                time < 1
                        ? surplus * time - loadRatio * QuadratureWait.excess(time)
                        : loadRatio * gone - agentsRatio * time);
        if (!(density > 0)) {
            return Part.NOTHING;
        }
        var later = waits(loadRatio * left);
        double answered = density * left * later.answered();
        return new Part(
                density * later.mass(),
                answered,
                density * (gone * later.mass() + left * later.lost()),
                time * answered + density * left * later.answeredWait());
    }

    /** The series for all waits with that load. */
    private Part waits(double load) {
        double term = 1;
        double harmonic = 0;
        double answered = 0;
        double lost = 0;
        double answeredWait = 0;
        double ofLost = 1;
        for (int k = 1; ofLost > NEGLIGIBLE * lost; k++) {
            double inverse = 1 / (agentsRatio + k);
            double share = term * inverse;
            ofLost = k * share;
            harmonic += inverse;
            answered += share;
            lost += ofLost;
            answeredWait += share * harmonic;
            term *= load * inverse;
        }
        lost /= agentsRatio;
        return new Part(answered + lost, answered, lost, answeredWait);
    }
}
