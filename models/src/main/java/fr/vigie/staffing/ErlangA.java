package fr.vigie.staffing;

/**
 * The system with abandonment M/M/n+M: callers hang up after an exponential patience.
 *
 * <p>C. Palm (1946); A. Mandelbaum and S. Zeltyn, "Service Engineering in Action: the Palm/Erlang-A Queue" (2007). The
 * queue is always stable, so a load above the agents is a valid case. Computed from the wait of a caller of endless
 * patience ({@link VirtualWait}): no overflow, no cancellation.
 *
 * @param offeredErlangs the load, above 0 and at most 1e9
 * @param ahtSeconds the mean handling time in seconds, 1e-9 to 1e12
 * @param patienceSeconds the mean patience in seconds, 1e-9 to 1e12
 */
public record ErlangA(double offeredErlangs, double ahtSeconds, double patienceSeconds) implements QueueModel {
    public ErlangA {
        Argument.load(offeredErlangs);
        Argument.seconds("mean handling time", ahtSeconds, "Maybe give it in seconds.");
        Argument.seconds(
                "mean patience", patienceSeconds, "Maybe use Erlang B (nobody waits) or Erlang C (everybody waits).");
    }

    @Override
    public QueuePerformance with(int agents) {
        return performance(agents, offeredErlangs, ahtSeconds, patienceSeconds);
    }

    /** The same to a few digits and at once: a first guess for a search. */
    QueuePerformance roughly(int agents) {
        return performance(
                agents,
                offeredErlangs,
                patienceSeconds,
                new ScaledWait(
                        new NearNormal(),
                        Double.NEGATIVE_INFINITY,
                        agents,
                        offeredErlangs,
                        patienceSeconds / ahtSeconds),
                NearNormal.oddsOfService(agents - 1, offeredErlangs));
    }

    /** The same for a load of any size, as redials may make it. */
    static QueuePerformance performance(int agents, double erlangs, double ahtSeconds, double patienceSeconds) {
        Argument.agents(agents);
        return performance(
                agents,
                erlangs,
                patienceSeconds,
                VirtualWait.of(agents, erlangs, patienceSeconds / ahtSeconds),
                ErlangB.oddsOfService(agents - 1, erlangs));
    }

    private static QueuePerformance performance(
            int agents, double erlangs, double patienceSeconds, VirtualWait virtual, double oddsOfService) {
        double againstWait = virtual.emptyQueue() * (agents / erlangs) * (1 + oddsOfService);
        var waits =
                new WaitingTimes.Impatient(1 / (1 + 1 / againstWait), 1 / (1 + againstWait), virtual, patienceSeconds);
        double ofWaiting = waits.waiting() / virtual.all().mass();
        double abandonment = ofWaiting * virtual.all().lost();
        return new QueuePerformance(
                erlangs,
                agents,
                erlangs * waits.answered() / agents,
                waits.waiting(),
                null,
                ofWaiting * virtual.all().answeredWait() * patienceSeconds / waits.answered(),
                abandonment * patienceSeconds,
                abandonment,
                waits);
    }
}
