package fr.vigie.staffing;

import org.jspecify.annotations.Nullable;

/**
 * What callers live through with a number of agents. What a model does not have is null, and so is a mean wait that is
 * infinite. Shares are 0 to 1, times in seconds.
 *
 * @param offeredErlangs the load that arrives, redials included
 * @param agents agents on the phone
 * @param occupancy the share of their time in which agents handle calls
 * @param probabilityOfWait the share of callers who do not find a free agent
 * @param blocking the share of callers who are turned away
 * @param asaSeconds the mean wait of answered callers (average speed of answer), zero waits included
 * @param meanWaitSeconds the mean wait of all callers, answered or not, zero waits included
 * @param abandonment the share of callers who hang up while waiting
 * @param waits the distribution of waits
 */
public record QueuePerformance(
        double offeredErlangs,
        int agents,
        double occupancy,
        @Nullable Double probabilityOfWait,
        @Nullable Double blocking,
        @Nullable Double asaSeconds,
        @Nullable Double meanWaitSeconds,
        @Nullable Double abandonment,
        @Nullable WaitingTimes waits) {
    public QueuePerformance {
        // The last digit of a sum may lie beyond what can be.
        occupancy = Math.min(1, occupancy);
    }

    /** The service level by that measure; null where nobody waits. */
    public @Nullable Double serviceLevel(ServiceLevel measure) {
        return waits == null ? null : measure.of(waits);
    }

    /** The share of callers who wait longer than that, answered or not; null where nobody waits. */
    public @Nullable Double shareWaitingOver(double seconds) {
        return waits == null ? null : waits.over(seconds);
    }
}
