package fr.vigie.jobs.lake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario means for a planned week, beside the week as it is.
 *
 * @param asOf the forecast's date
 * @param scenario its name; {@code base}: the week as it is
 * @param changes its changes as they are written, joined by {@code "; "}
 * @param firstDay the first day planned
 * @param lastDay the last one
 * @param calls expected calls to the operators
 * @param handlingHours hours of handling that these bring
 * @param settledCalls calls that a machine or a form settles
 * @param partnerCalls calls that a partner settles
 * @param partnerHours its hours of handling
 * @param lostCalls calls put off by a protected time that do not come again; callers who hang up are in the abandonment
 * @param peakAgents most operators needed on the phone at one time
 * @param outOfReach intervals in which no allowed number keeps the promises
 * @param neededHours paid hours that the promises need
 * @param plannedHours paid hours of the operators present
 * @param meanWaitSeconds mean wait of all callers with the operators present
 * @param asaSeconds mean wait of answered callers
 * @param serviceLevel as promised, of all callers
 * @param abandonment share of callers who hang up
 * @param occupancy share of time busy
 * @param euros what the needed hours and others' bills cost
 * @param revenueEuros what the offer earns; null without one
 * @param method the queueing model
 * @param note why the scenario cannot be applied to this week; all figures are null then
 */
public record ScenarioRow(
        LocalDate asOf,
        String scenario,
        String changes,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable Double calls,
        @Nullable Double handlingHours,
        @Nullable Double settledCalls,
        @Nullable Double partnerCalls,
        @Nullable Double partnerHours,
        @Nullable Double lostCalls,
        @Nullable Integer peakAgents,
        @Nullable Integer outOfReach,
        @Nullable Double neededHours,
        @Nullable Double plannedHours,
        @Nullable Double meanWaitSeconds,
        @Nullable Double asaSeconds,
        @Nullable Double serviceLevel,
        @Nullable Double abandonment,
        @Nullable Double occupancy,
        @Nullable Double euros,
        @Nullable Double revenueEuros,
        @Nullable String method,
        @Nullable String note) {
    /** The name under which the week stands as it is. */
    public static final String BASE = "base";
}
