package fr.vigie.roster.benchmark;

import java.util.Set;

/**
 * A kind of shift.
 *
 * @param id its name, e.g. {@code E} for early
 * @param minutes its length
 * @param notFollowedBy the ids of the shifts that may not be worked on the day after it
 */
public record ShiftType(String id, int minutes, Set<String> notFollowedBy) {
    public ShiftType {
        if (minutes <= 0) {
            throw new IllegalArgumentException(
                    "The length of the shift %s (%d minutes) must be positive.".formatted(id, minutes));
        }
        notFollowedBy = Set.copyOf(notFollowedBy);
    }
}
