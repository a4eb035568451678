package fr.vigie.staffing;

/**
 * The loss system M/M/n/n: who finds all agents busy is turned away.
 *
 * <p>Blocking is {@code B(n, a) = (a^n / n!) / sum over k <= n of a^k / k!} (A. K. Erlang, 1917). There is no waiting:
 * everything about waits is absent.
 *
 * @param offeredErlangs the load, positive
 * @param ahtSeconds the mean handling time in seconds, positive (it only gives the unit of time)
 */
public record ErlangB(double offeredErlangs, double ahtSeconds) implements QueueModel {
    public ErlangB {
        Argument.positive("offered load in Erlangs", offeredErlangs, "Maybe there are no calls to size for.");
        Argument.positive("mean handling time", ahtSeconds, "Maybe give it in seconds.");
    }

    @Override
    public QueuePerformance with(int agents) {
        Argument.positive("agents", agents, "Maybe set staffing.min-agents.");
        double blocking = blocking(agents, offeredErlangs);
        return new QueuePerformance(
                offeredErlangs,
                agents,
                offeredErlangs * (1 - blocking) / agents,
                null,
                blocking,
                null,
                null,
                null,
                null);
    }

    /**
     * The share of calls that find all servers busy.
     *
     * <p>Its inverse is {@code 1 + n/a + n(n-1)/a^2 + ...}: positive terms, largest near the mode, so nothing cancels,
     * about {@code 9 sqrt(a)} of them matter, and only a blocking below 1e-308 underflows, to 0.
     *
     * @param servers servers, 0 or more
     * @param erlangs the load, positive
     */
    static double blocking(int servers, double erlangs) {
        double term = 1;
        double sum = 1;
        for (int left = servers; left > 0 && term > sum * QueueStates.NEGLIGIBLE && sum < Double.MAX_VALUE; left--) {
            term *= left / erlangs;
            sum += term;
        }
        return 1 / sum;
    }
}
