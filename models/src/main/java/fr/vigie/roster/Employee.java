package fr.vigie.roster;

import fr.vigie.input.Shift;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
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
 * @param mostMinutes minutes of work that the weeks before leave for this one, see {@link #minutesLeft}
 */
public record Employee(
        String operatorId,
        int contractMinutes,
        Set<LocalDate> unavailable,
        int saturdaysWorked,
        @Nullable LocalDateTime workedUntil,
        int mostMinutes) {
    /** The legal week, C. trav. L3121-27. */
    public static final int FULL_TIME_MINUTES = 35 * 60;

    public Employee {
        if (contractMinutes < 0 || contractMinutes > 48 * 60) {
            throw new IllegalArgumentException(
                    "The contract of %s (%.1f hours a week) must be between 0 and 48.\nMaybe correct contract_hours_per_week in the operators file."
                            .formatted(operatorId, contractMinutes / 60.0));
        }
        if (mostMinutes < 0) {
            throw new IllegalArgumentException(
                    "The minutes left for %s (%d) must not be negative.".formatted(operatorId, mostMinutes));
        }
        unavailable = Set.copyOf(unavailable);
    }

    /** Somebody who is always available and has no history. */
    public Employee(String operatorId, int contractMinutes) {
        this(operatorId, contractMinutes, Set.of(), 0, null, WeeklyRules.MOST_MINUTES);
    }

    /**
     * The minutes of work that a week may have: 48 hours, and no more than make 44 hours on average with the weeks before
     * (C. trav. L3121-20 and L3121-22).
     *
     * @param before the shifts of the eleven weeks before, in any order
     * @param zone the zone of days
     */
    public static int minutesLeft(List<Shift> before, ZoneId zone) {
        return WeeklyRules.minutesLeft(Timesheet.days(zone, before));
    }

    /** Whether the contract is below the legal week. */
    public boolean isPartTime() {
        return contractMinutes < FULL_TIME_MINUTES;
    }
}
