package fr.vigie.staffing;

/**
 * {@link VirtualWait} from one function, the integrals over all waits of a queue.
 *
 * <p>The waits beyond {@code t} have the same shape as all waits have with {@code y e^-t} for {@code y}, so that function says
 * everything. By parts the mass is {@code (1 + y answered) / c}. A stretch that holds but a small share of the whole is left to
 * {@link QuadratureWait}: as a difference it would lose digits.
 */
final class ScaledWait implements VirtualWait {
    private static final Stretch NOTHING = new Stretch(0, 0);

    /** The integrals over all waits, the density being 1 at no wait. */
    interface Shape {
        /**
         * All waits.
         *
         * @param agentsRatio agents times patience over handling time
         * @param loadRatio the load times patience over handling time
         */
        Part waits(double agentsRatio, double loadRatio);

        /** The integral over those that are answered, alone. */
        double answered(double agentsRatio, double loadRatio);
    }

    private final Shape shape;
    private final double leastShare;
    private final int agents;
    private final double erlangs;
    private final double patienceRatio;
    private final double agentsRatio;
    private final double loadRatio;
    private final double surplus;
    private final Part all;

    /**
     * The wait in a queue.
     *
     * @param shape the integrals over all waits
     * @param leastShare a smaller share of the whole is not taken as a difference
     * @param agents agents, positive
     * @param erlangs the load, positive
     * @param patienceRatio the mean patience over the mean handling time, positive
     */
    ScaledWait(Shape shape, double leastShare, int agents, double erlangs, double patienceRatio) {
        this.shape = shape;
        this.leastShare = leastShare;
        this.agents = agents;
        this.erlangs = erlangs;
        this.patienceRatio = patienceRatio;
        agentsRatio = agents * patienceRatio;
        loadRatio = erlangs * patienceRatio;
        surplus = (erlangs - agents) * patienceRatio;
        all = shape.waits(agentsRatio, loadRatio);
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
    public Stretch within(double time) {
        var later = after(time);
        double mass = all.mass() - later.mass();
        double answered = all.answered() - later.answered();
        return mass < leastShare * all.mass() || answered < leastShare * all.answered()
                ? byQuadrature(time)
                : new Stretch(mass, answered);
    }

    /** The quadrature has its own common factor. */
    private Stretch byQuadrature(double time) {
        var precise = new QuadratureWait(agents, erlangs, patienceRatio);
        var part = precise.within(time);
        double factor = all.mass() / precise.all().mass();
        return new Stretch(part.mass() * factor, part.answered() * factor);
    }

    @Override
    public Stretch after(double time) {
        double left = StrictMath.exp(-time);
        double gone = -StrictMath.expm1(-time);
        // Each form where the other one would cancel.
        double density = StrictMath.exp(
                time < 1
                        ? surplus * time - loadRatio * QuadratureWait.excess(time)
                        : loadRatio * gone - agentsRatio * time);
        if (!(density > 0)) {
            return NOTHING;
        }
        double load = loadRatio * left;
        double answered = shape.answered(agentsRatio, load);
        return new Stretch(density * (1 + load * answered) / agentsRatio, density * left * answered);
    }
}
