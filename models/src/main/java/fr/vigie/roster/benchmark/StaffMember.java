package fr.vigie.roster.benchmark;

import java.util.List;
import java.util.Set;

/**
 * Somebody and the rules of the contract.
 *
 * @param id the name
 * @param mostShifts how often each shift may be worked, in the order of the problem's shifts
 * @param mostMinutes work in the whole horizon, at most
 * @param leastMinutes and at least
 * @param mostInARow days at work in a row, at most
 * @param leastInARow and at least; work at an edge of the horizon is taken to go on beyond it
 * @param leastDaysOff days off in a row, at least; those at an edge are taken to go on beyond it
 * @param mostWeekends weekends with work on their Saturday or Sunday, at most
 * @param daysOff days that must be free, counted from 0
 */
public record StaffMember(
        String id,
        List<Integer> mostShifts,
        int mostMinutes,
        int leastMinutes,
        int mostInARow,
        int leastInARow,
        int leastDaysOff,
        int mostWeekends,
        Set<Integer> daysOff) {
    public StaffMember {
        mostShifts = List.copyOf(mostShifts);
        daysOff = Set.copyOf(daysOff);
        if (leastMinutes > mostMinutes) {
            throw new IllegalArgumentException("%s must work at least %d and at most %d minutes, which contradict."
                    .formatted(id, leastMinutes, mostMinutes));
        }
        if (leastInARow > mostInARow) {
            throw new IllegalArgumentException(
                    "%s must work at least %d and at most %d days in a row, which contradict."
                            .formatted(id, leastInARow, mostInARow));
        }
    }

    /** The same person with those days off. */
    StaffMember withDaysOff(Set<Integer> days) {
        return new StaffMember(
                id, mostShifts, mostMinutes, leastMinutes, mostInARow, leastInARow, leastDaysOff, mostWeekends, days);
    }
}
