package fr.vigie.staffing;

/**
 * The loss system M/M/n/n: who finds all agents busy is turned away.
 *
 * <p>Blocking is {@code B(n, a) = (a^n / n!) / sum over k <= n of a^k / k!} (A. K. Erlang, 1917). There is no waiting:
 * everything about waits is absent.
 *
 * @param offeredErlangs the load, above 0 and at most 1e9
 * @param ahtSeconds the mean handling time in seconds, 1e-9 to 1e12 (it only gives the unit of time)
 */
public record ErlangB(double offeredErlangs, double ahtSeconds) implements QueueModel {
    /** A term below this share of the sum no longer changes any digit of it. */
    private static final double NEGLIGIBLE = 1e-18;

    public ErlangB {
        Argument.load(offeredErlangs);
        Argument.seconds("mean handling time", ahtSeconds, "Maybe give it in seconds.");
    }

    @Override
    public QueuePerformance with(int agents) {
        Argument.agents(agents);
        double odds = oddsOfService(agents, offeredErlangs);
        double served = 1 / (1 + 1 / odds);
        return new QueuePerformance(
                offeredErlangs, agents, offeredErlangs * served / agents, null, 1 / (1 + odds), null, null, null, null);
    }

    /**
     * Calls that find a free server, over those that find none: {@code (1 - B) / B}.
     *
     * <p>It is {@code n/a + n(n-1)/a^2 + ...}: positive terms, largest near the mode, so nothing cancels, about
     * {@code 9 sqrt(a)} of them matter; infinite where the blocking is below 1e-308.
     *
     * @param servers servers, 0 or more
     * @param erlangs the load, positive
     */
    static double oddsOfService(int servers, double erlangs) {
        // Two terms at a time: half the divisions. A square that underflows makes infinite what is.
        double inverse = 1 / erlangs;
        double square = Math.max(erlangs * erlangs, Double.MIN_VALUE);
        double term = 1;
        double sum = 0;
        for (double left = servers; left > 0 && term > sum * NEGLIGIBLE && sum < Double.MAX_VALUE; left -= 2) {
            double both = left * (left - 1) / square;
            sum += term * (left * inverse + both);
            term *= both;
        }
        return sum;
    }
}
