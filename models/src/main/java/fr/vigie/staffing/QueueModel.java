package fr.vigie.staffing;

/**
 * A load of calls and what its callers do when nobody is free.
 *
 * <p>Arrivals are Poisson and handling times exponential with one mean; all agents are alike. Times are in seconds, loads
 * in Erlangs (calls under way on average if nobody waited: calls per second x mean handling time).
 */
public sealed interface QueueModel permits ErlangB, ErlangC, ErlangA, ErlangX {

    /** The load that the callers bring, without their redials, in Erlangs; at most 1e9. */
    double offeredErlangs();

    /** The mean handling time (talking and wrap-up) in seconds. */
    double ahtSeconds();

    /**
     * What callers live through with that many agents.
     *
     * @param agents agents on the phone at the same time, 1 to 1,000,000
     */
    QueuePerformance with(int agents);

    /**
     * The load of a rate of calls.
     *
     * @param callsPerHour calls per hour, not negative
     * @param ahtSeconds mean handling time in seconds, 1e-9 to 1e12
     * @return the load in Erlangs
     */
    static double erlangs(double callsPerHour, double ahtSeconds) {
        Argument.notNegative("calls per hour", callsPerHour, "Maybe the forecast has a gap.");
        Argument.seconds("mean handling time", ahtSeconds, "Maybe give it in seconds.");
        return callsPerHour * ahtSeconds / 3600;
    }
}
