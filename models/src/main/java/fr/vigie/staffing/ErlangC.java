package fr.vigie.staffing;

import org.jspecify.annotations.Nullable;

/**
 * The delay system M/M/n: everybody waits as long as it takes.
 *
 * <p>{@code C = nB / (n - a(1 - B))}, waits of those who wait are exponential with rate {@code (n - a) / AHT}. With a
 * load of {@code n} or more the queue grows without end: the probability of waiting is 1, no call is answered in any
 * time, and the mean waits are absent.
 *
 * @param offeredErlangs the load, above 0 and at most 1e9
 * @param ahtSeconds the mean handling time in seconds, 1e-9 to 1e12
 */
public record ErlangC(double offeredErlangs, double ahtSeconds) implements QueueModel {
    public ErlangC {
        Argument.load(offeredErlangs);
        Argument.seconds("mean handling time", ahtSeconds, "Maybe give it in seconds.");
    }

    @Override
    public QueuePerformance with(int agents) {
        Argument.agents(agents);
        double free = agents - offeredErlangs;
        if (free <= 0) {
            return performance(agents, 1, 1, null, WaitingTimes.ENDLESS);
        }
        double againstWait = free / offeredErlangs * (1 + ErlangB.oddsOfService(agents - 1, offeredErlangs));
        double wait = 1 / (1 + againstWait);
        double meanOfWaiting = ahtSeconds / free;
        return performance(
                agents,
                offeredErlangs / agents,
                wait,
                wait * meanOfWaiting,
                new WaitingTimes.Patient(1 / (1 + 1 / againstWait), wait, meanOfWaiting));
    }

    private QueuePerformance performance(
            int agents, double occupancy, double wait, @Nullable Double meanWait, WaitingTimes waits) {
        return new QueuePerformance(offeredErlangs, agents, occupancy, wait, null, meanWait, meanWait, null, waits);
    }
}
