package fr.vigie.roster.benchmark;

import java.util.List;

/**
 * An instance.
 *
 * @param days the length of the horizon, which begins on a Monday
 * @param shifts the kinds of shift; nobody works two on a day
 * @param staff the people and their contracts
 * @param wishes what they would like
 * @param covers how many are needed
 */
public record ShiftProblem(
        int days, List<ShiftType> shifts, List<StaffMember> staff, List<Wish> wishes, List<Cover> covers) {
    private static final int MOST_CELLS = 5_000_000;

    public ShiftProblem {
        if (days <= 0) {
            throw new IllegalArgumentException("The horizon (%d days) must be positive.".formatted(days));
        }
        if ((double) days * staff.size() * shifts.size() > MOST_CELLS) {
            throw new IllegalArgumentException("The problem (%d days, %d people, %d shifts) is too large."
                    .formatted(days, staff.size(), shifts.size()));
        }
        shifts = List.copyOf(shifts);
        staff = List.copyOf(staff);
        wishes = List.copyOf(wishes);
        covers = List.copyOf(covers);
        var ids = shifts.stream().map(ShiftType::id).toList();
        for (var shift : shifts) {
            shift.notFollowedBy().stream()
                    .filter(id -> !ids.contains(id))
                    .findFirst()
                    .ifPresent(id -> {
                        throw new IllegalArgumentException(
                                "The shift %s, which may not follow %s, is unknown.".formatted(id, shift.id()));
                    });
        }
    }

    /** Whether a shift may be worked on the day after another one. */
    public boolean mayFollow(int first, int next) {
        return !shifts.get(first).notFollowedBy().contains(shifts.get(next).id());
    }

    /** The length of the shortest shift. */
    int shortestMinutes() {
        int shortest = Integer.MAX_VALUE;
        for (var shift : shifts) {
            shortest = Math.min(shortest, shift.minutes());
        }
        return shortest;
    }

    /** The number of weekends: Saturdays in the horizon. */
    public int weekends() {
        return (days + 1) / 7;
    }
}
