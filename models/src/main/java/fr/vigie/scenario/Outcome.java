package fr.vigie.scenario;

import org.jspecify.annotations.Nullable;

/**
 * What a plan means for callers, operators and the budget. Shares are 0 to 1 and times seconds, over all calls of the
 * plan; those that a partner or a machine takes do not wait here and are not among them.
 *
 * @param calls expected calls to the operators, without redials
 * @param handlingHours hours of handling that these bring
 * @param settledCalls calls that a machine or a form settles
 * @param partnerCalls calls that a partner settles
 * @param partnerHours its hours of handling
 * @param lostCalls calls put off by a protected time that do not come again; callers who hang up are in the abandonment
 * @param peakAgents most operators needed on the phone at one time to keep every promise
 * @param outOfReach intervals in which no allowed number of operators keeps them
 * @param neededHours paid hours to keep every promise, shrinkage and work beside calls included
 * @param plannedHours paid hours of the operators present, likewise
 * @param meanWaitSeconds mean wait of all callers with the operators present; null where nobody calls
 * @param asaSeconds mean wait of answered callers; null where nobody is answered
 * @param serviceLevel by the measure promised; null where nobody calls
 * @param abandonment share who hang up; null where nobody calls
 * @param occupancy share of the operators' time spent handling; null where nobody is present
 * @param euros what the needed hours and others' bills cost
 * @param revenueEuros what is earned by the offer; null where none is given
 * @param method the queueing model, {@code erlang-a} or {@code erlang-x}
 */
public record Outcome(
        double calls,
        double handlingHours,
        double settledCalls,
        double partnerCalls,
        double partnerHours,
        double lostCalls,
        int peakAgents,
        int outOfReach,
        double neededHours,
        double plannedHours,
        @Nullable Double meanWaitSeconds,
        @Nullable Double asaSeconds,
        @Nullable Double serviceLevel,
        @Nullable Double abandonment,
        @Nullable Double occupancy,
        double euros,
        @Nullable Double revenueEuros,
        String method) {}
