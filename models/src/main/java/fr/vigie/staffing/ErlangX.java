package fr.vigie.staffing;

import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Erlang A with redials: a caller who hung up calls again with a given probability, as if for the first time.
 *
 * <p>The total load is the fixed point of {@code total = base / (1 - redial x abandonment(total))}. Its left side times the
 * bracket rises with the total, so there is at most one. All shares and waits are those of an attempt. With certain
 * redials ({@code 1}) a base load of {@code n} or more has no fixed point: everybody calls for ever, the probability of
 * waiting is 1 and the rest is absent.
 *
 * @param offeredErlangs the load of first attempts, above 0 and at most 1e9
 * @param ahtSeconds the mean handling time in seconds, 1e-9 to 1e12
 * @param patienceSeconds the mean patience in seconds, 1e-9 to 1e12
 * @param redial the probability that a caller who abandoned calls again, 0 to 1
 */
public record ErlangX(double offeredErlangs, double ahtSeconds, double patienceSeconds, double redial)
        implements QueueModel {
    private static final double PRECISION = 1e-15;
    private static final int MAX_STEPS = 500;

    public ErlangX {
        Argument.load(offeredErlangs);
        Argument.seconds("mean handling time", ahtSeconds, "Maybe give it in seconds.");
        Argument.seconds("mean patience", patienceSeconds, "Maybe give it in seconds.");
        Argument.share("probability of a redial", redial, "Maybe it is given in percent.");
    }

    /** The performance of an attempt; its offered load is the total with redials. */
    @Override
    public QueuePerformance with(int agents) {
        Argument.agents(agents);
        if (redial == 1 && offeredErlangs >= agents) {
            return new QueuePerformance(offeredErlangs, agents, 1, 1.0, null, null, null, null, WaitingTimes.ENDLESS);
        }
        return attempts(totalErlangs(agents), agents);
    }

    /** The same callers if nobody called again. */
    ErlangA withoutRedials() {
        return new ErlangA(offeredErlangs, ahtSeconds, patienceSeconds);
    }

    /** The load with redials, in Erlangs. */
    private double totalErlangs(int agents) {
        if (excess(offeredErlangs, agents) >= 0) {
            return offeredErlangs;
        }
        double low = offeredErlangs;
        double high = 2 * low;
        while (excess(high, agents) < 0) {
            low = high;
            high *= 2;
        }
        return new BrentSolver(PRECISION, PRECISION * high, 0)
                .solve(MAX_STEPS, total -> excess(total, agents), low, high);
    }

    /** How much of a total load is more than what the base load causes. */
    private double excess(double total, int agents) {
        var waits = attempts(total, agents).waits();
        double answered = waits == null ? 1 : waits.answered();
        return total * (1 - redial + redial * answered) - offeredErlangs;
    }

    private QueuePerformance attempts(double total, int agents) {
        return ErlangA.performance(agents, total, ahtSeconds, patienceSeconds);
    }
}
