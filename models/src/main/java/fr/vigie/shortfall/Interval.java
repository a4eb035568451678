package fr.vigie.shortfall;

/**
 * An interval of a team: what was planned and what came.
 *
 * @param minutes its length, positive
 * @param rostered operators rostered for calls, on average over the interval, zero or more
 * @param planned what the plan supposed
 * @param seen what came; where something was not measured, as planned
 * @param counted callers whom the service level counts, zero or more
 * @param inTime those of them who were answered in time
 */
public record Interval(int minutes, double rostered, Conditions planned, Conditions seen, long counted, long inTime) {
    public Interval {
        Require.positive("length of the interval", minutes, "Maybe give it in minutes.");
        Require.notNegative("operators rostered", rostered, "Maybe the shifts are damaged.");
        Require.notNegative("callers counted", counted, "Maybe the load is damaged.");
        if (inTime < 0 || inTime > counted) {
            throw new IllegalArgumentException(
                    "The callers answered in time (%d) must be between 0 and those counted (%d).\nMaybe they follow two definitions."
                            .formatted(inTime, counted));
        }
    }

    /** The operators on the phone under those conditions. */
    double agents(Conditions conditions) {
        return Math.max(0, rostered - conditions.absent() - conditions.offPhone());
    }
}
