package fr.vigie.staffing;

/**
 * How long a caller of endless patience would wait in M/M/n+M, once all agents are busy; time is in mean patiences.
 *
 * <p>The density of that wait is proportional to {@code g(t) = exp(y (1 - e^-t) - c t)}, {@code c} agents and {@code y}
 * Erlangs times patience over handling time (Mandelbaum and Zeltyn, 2007, eq. 4). Everything that is asked of Erlang A is
 * an integral of {@code g}, alone or weighted with what patience leaves: {@code e^-t} is answered, {@code 1 - e^-t} lost.
 */
sealed interface VirtualWait permits ScaledWait, QuadratureWait {

    /**
     * The wait in a queue, computed in the way that is quicker for its size.
     *
     * @param agents agents, positive
     * @param erlangs the load, positive
     * @param patienceRatio the mean patience over the mean handling time, positive
     */
    static VirtualWait of(int agents, double erlangs, double patienceRatio) {
        return WaitSeries.serves(agents * patienceRatio, erlangs * patienceRatio)
                ? new ScaledWait(new WaitSeries(), 0.01, agents, erlangs, patienceRatio)
                : new QuadratureWait(agents, erlangs, patienceRatio);
    }

    /** Over all waits. */
    Part all();

    /** Over the waits up to a time, 0 or more and possibly infinite. */
    Stretch within(double time);

    /** Over the waits beyond a time, 0 or more and possibly infinite. */
    Stretch after(double time);

    /** The probability that nobody waits while all agents are busy: {@code 1 / (c x integral of g)}. */
    double emptyQueue();

    /**
     * Integrals of the density over all waits, up to one common factor.
     *
     * @param mass of the density itself
     * @param answered of the density times {@code e^-t}: patience lasts as long as the wait
     * @param lost of the density times {@code 1 - e^-t}
     * @param answeredWait of the density times {@code t e^-t}
     */
    record Part(double mass, double answered, double lost, double answeredWait) {}

    /**
     * Integrals of the density over a stretch of waits, up to the same factor.
     *
     * @param mass of the density itself
     * @param answered of the density times {@code e^-t}
     */
    record Stretch(double mass, double answered) {}
}
