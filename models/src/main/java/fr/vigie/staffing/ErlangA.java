package fr.vigie.staffing;

/**
 * The system with abandonment M/M/n+M: callers hang up after an exponential patience.
 *
 * <p>C. Palm (1946); A. Mandelbaum and S. Zeltyn, "Service Engineering in Action: the Palm/Erlang-A Queue" (2007). The
 * queue is always stable, so a load above the agents is a valid case. Computed over the states of the queue, scaled to
 * the most likely one: no overflow, no cancellation, about {@code 9 sqrt(patience / AHT * a)} terms.
 *
 * @param offeredErlangs the load, positive
 * @param ahtSeconds the mean handling time in seconds, positive
 * @param patienceSeconds the mean patience in seconds, positive
 */
public record ErlangA(double offeredErlangs, double ahtSeconds, double patienceSeconds) implements QueueModel {
    public ErlangA {
        Argument.positive("offered load in Erlangs", offeredErlangs, "Maybe there are no calls to size for.");
        Argument.positive("mean handling time", ahtSeconds, "Maybe give it in seconds.");
        Argument.positive(
                "mean patience", patienceSeconds, "Maybe use Erlang B (nobody waits) or Erlang C (everybody waits).");
    }

    @Override
    public QueuePerformance with(int agents) {
        Argument.positive("agents", agents, "Maybe set staffing.min-agents.");
        double serviceRatio = agents * (patienceSeconds / ahtSeconds);
        double arrivalRatio = offeredErlangs * (patienceSeconds / ahtSeconds);
        var queue = QueueStates.of(serviceRatio, arrivalRatio);
        double odds = queue.massOverFirst() * offeredErlangs / agents * ErlangB.blocking(agents - 1, offeredErlangs);
        double wait = 1 / (1 + 1 / odds);
        double abandonment = wait * queue.meanLength() / arrivalRatio;
        double answered = 1 - abandonment;
        return new QueuePerformance(
                offeredErlangs,
                agents,
                offeredErlangs * answered / agents,
                wait,
                null,
                wait * queue.meanWaitIfAnswered() * patienceSeconds / answered,
                abandonment * patienceSeconds,
                abandonment,
                new WaitingTimes.Impatient(wait, serviceRatio, arrivalRatio, patienceSeconds));
    }
}
