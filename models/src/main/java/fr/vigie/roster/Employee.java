package fr.vigie.roster;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to be rostered.
 *
 * @param operatorId the person's id
 * @param contractMinutes paid minutes a week by contract: work and short breaks, not meals
 * @param unavailable days of leave, sickness or training elsewhere
 * @param saturdaysWorked Saturdays worked in the recent past: whoever worked fewest is next
 * @param workedUntil the end of the last day worked before the week, if it is known
 * @param minutesLeft what the weeks before leave for this one, see {@link LabourProfile#minutesLeft}
 * @param standing what makes the law stricter or milder for the person
 */
public record Employee(
        String operatorId,
        int contractMinutes,
        Set<LocalDate> unavailable,
        int saturdaysWorked,
        @Nullable LocalDateTime workedUntil,
        MinutesLeft minutesLeft,
        Standing standing) {
    /** The legal week, C. trav. L3121-27. */
    public static final int FULL_TIME_MINUTES = 35 * 60;

    public Employee {
        if (contractMinutes < 0 || contractMinutes > 48 * 60) {
            throw new IllegalArgumentException(
                    "The contract of %s (%.1f hours a week) must be between 0 and 48.\nMaybe correct contract_hours_per_week in the operators file."
                            .formatted(operatorId, contractMinutes / 60.0));
        }
        unavailable = Set.copyOf(unavailable);
    }

    /** Somebody who is always available and has no history. */
    public Employee(String operatorId, int contractMinutes) {
        this(operatorId, contractMinutes, Set.of(), 0, null, MinutesLeft.ALL, Standing.ORDINARY);
    }

    /** Somebody for whom the law is as for most, and whose week may have so many minutes on average with those before. */
    public Employee(
            String operatorId,
            int contractMinutes,
            Set<LocalDate> unavailable,
            int saturdaysWorked,
            @Nullable LocalDateTime workedUntil,
            int mostMinutes) {
        this(
                operatorId,
                contractMinutes,
                unavailable,
                saturdaysWorked,
                workedUntil,
                new MinutesLeft(mostMinutes, WeeklyRules.MOST_MINUTES),
                Standing.ORDINARY);
    }

    /** The same person, otherwise protected. */
    public Employee with(Standing other) {
        return new Employee(operatorId, contractMinutes, unavailable, saturdaysWorked, workedUntil, minutesLeft, other);
    }

    /** The minutes of work that the weeks before leave for this one. */
    public int mostMinutes() {
        return minutesLeft.least();
    }

    /** Whether the contract is below the legal week. */
    public boolean isPartTime() {
        return contractMinutes < FULL_TIME_MINUTES;
    }
}
