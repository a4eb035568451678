package fr.vigie.shortfall;

/**
 * What an interval is like for its callers.
 *
 * @param calls calls, zero or more
 * @param ahtSeconds their mean handling time, positive
 * @param absent rostered operators who are not there, on average over the interval, zero or more
 * @param offPhone operators who are there and not ready for calls, on average; below 0 where more are ready than are there
 *     by the roster
 */
public record Conditions(double calls, double ahtSeconds, double absent, double offPhone) {
    public Conditions {
        Require.notNegative("calls", calls, "Maybe the load has a gap.");
        Require.positive("mean handling time", ahtSeconds, "Maybe nobody was answered: take the time planned.");
        Require.notNegative("operators absent", absent, "Maybe count who came besides as ready for calls.");
        Require.finite("operators off the phone", offPhone, "Maybe the presence has a gap.");
    }

    /** These conditions, but for those factors as the others are. */
    Conditions but(int factors, Conditions other) {
        return new Conditions(
                has(factors, Factor.VOLUME) ? other.calls : calls,
                has(factors, Factor.HANDLING_TIME) ? other.ahtSeconds : ahtSeconds,
                has(factors, Factor.ABSENCE) ? other.absent : absent,
                has(factors, Factor.ADHERENCE) ? other.offPhone : offPhone);
    }

    static boolean has(int factors, Factor factor) {
        return (factors & 1 << factor.ordinal()) != 0;
    }
}
