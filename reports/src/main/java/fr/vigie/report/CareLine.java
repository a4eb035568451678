package fr.vigie.report;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How worn out a team's days were, in all or in an hour of the day. What is empty is withheld: too few people.
 *
 * @param team the team
 * @param hour of the clock; empty for all hours together
 * @param occupancy the share of the time ready in which calls were handled
 * @param hardCalls the share of hard calls
 * @param typicalRunMinutes half of the operators' days have no longer run without a pause
 * @param longRunMinutes nine in ten have none longer
 * @param typicalCallsInARow half have no more calls without a pause
 * @param longCallsInARow nine in ten have no more
 * @param readyHours hours ready for calls
 * @param hoursOverCeiling those in hours in which the team was too busy
 */
public record CareLine(
        String team,
        OptionalInt hour,
        OptionalDouble occupancy,
        OptionalDouble hardCalls,
        OptionalDouble typicalRunMinutes,
        OptionalDouble longRunMinutes,
        OptionalDouble typicalCallsInARow,
        OptionalDouble longCallsInARow,
        OptionalDouble readyHours,
        OptionalDouble hoursOverCeiling) {}
