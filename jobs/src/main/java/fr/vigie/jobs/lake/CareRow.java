package fr.vigie.jobs.lake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How worn out a team's days were, in all or in an hour of the day; never a person's. Figures of too few are null.
 *
 * @param asOf the run's date
 * @param team the operators' skills, or {@code network}
 * @param hour of the clock; null for all hours together
 * @param operatorDays days of operators who took a call; null for an hour or a team that is withheld
 * @param occupancy the share of the time ready in which calls were handled
 * @param hardCalls the share of calls without a slot to give, or urgent
 * @param typicalRunMinutes half of the operators' days have no longer run without a pause; of the whole day only
 * @param longRunMinutes nine in ten have none longer
 * @param typicalCallsInARow half have no more calls without a pause
 * @param longCallsInARow nine in ten have no more
 * @param readyHours hours ready for calls
 * @param hoursOverCeiling those in hours in which the team was too busy
 */
public record CareRow(
        LocalDate asOf,
        String team,
        @Nullable Integer hour,
        @Nullable Integer operatorDays,
        @Nullable Double occupancy,
        @Nullable Double hardCalls,
        @Nullable Double typicalRunMinutes,
        @Nullable Double longRunMinutes,
        @Nullable Double typicalCallsInARow,
        @Nullable Double longCallsInARow,
        @Nullable Double readyHours,
        @Nullable Double hoursOverCeiling) {}
