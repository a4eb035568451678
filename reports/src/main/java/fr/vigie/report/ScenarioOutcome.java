package fr.vigie.report;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a change would mean for the week to come.
 *
 * @param scenario its name; {@link #BASE}: the week as it is
 * @param changes its changes as they are written
 * @param calls expected calls to the operators
 * @param handlingHours hours of handling
 * @param agents most operators needed on the phone at one time
 * @param neededHours paid hours that every promise needs
 * @param meanWaitSeconds mean wait of all callers with the operators present
 * @param serviceLevel share answered as promised, likewise
 * @param abandonment share of callers who hang up, likewise
 * @param occupancy share of time busy, likewise
 * @param euros what the needed hours and others' bills cost
 * @param revenueEuros what the offer earns; empty without one
 * @param note why it cannot be applied to the week, or nothing
 */
public record ScenarioOutcome(
        String scenario,
        String changes,
        OptionalDouble calls,
        OptionalDouble handlingHours,
        OptionalInt agents,
        OptionalDouble neededHours,
        OptionalDouble meanWaitSeconds,
        OptionalDouble serviceLevel,
        OptionalDouble abandonment,
        OptionalDouble occupancy,
        OptionalDouble euros,
        OptionalDouble revenueEuros,
        String note) {
    /** The name of the week as it is. */
    public static final String BASE = "base";

    boolean isBase() {
        return scenario.equals(BASE);
    }
}
