package fr.vigie.staffing;

/**
 * {@link VirtualWait} from one function, the integrals over all waits of a queue.
 *
 * <p>The waits beyond {@code t} have the same shape as all waits have with {@code y e^-t} for {@code y}, so that function says
 * everything. A stretch that holds but a small share of the whole is left to {@link QuadratureWait}: as a difference it would
 * lose digits.
 */
final class ScaledWait implements VirtualWait {
    /** The integrals over all waits, the density being 1 at no wait. */
    @FunctionalInterface
    interface Shape {
        /**
         * All waits.
         *
         * @param agentsRatio agents times patience over handling time
         * @param loadRatio the load times patience over handling time
         */
        Part waits(double agentsRatio, double loadRatio);
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
    public Part within(double time) {
        var part = all.without(after(time));
        return part.mass() < leastShare * all.mass() || part.answered() < leastShare * all.answered()
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
        var later = shape.waits(agentsRatio, loadRatio * left);
        double answered = density * left * later.answered();
        return new Part(
                density * later.mass(),
                answered,
                density * (gone * later.mass() + left * later.lost()),
                time * answered + density * left * later.answeredWait());
    }
}
