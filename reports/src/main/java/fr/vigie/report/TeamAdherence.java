package fr.vigie.report;

import java.time.LocalDate;

/**
 * A team's day as planned and as worked, in minutes; parts are rounded each for itself.
 *
 * @param team which team, as {@code network}, a group, or {@code several}
 * @param people how many were planned or seen, never fewer than {@link #FEWEST}
 * @param planned on calls by the roster
 * @param asPlanned of these, seen ready or on a call
 * @param share of the planned time that was worked as planned, 0 to 1
 * @param late until somebody came
 * @param leftEarly after somebody left
 * @param away in between
 * @param absent of those who did not come
 * @param unplanned ready for calls when none were planned
 */
public record TeamAdherence(
        LocalDate day,
        String team,
        int people,
        long planned,
        long asPlanned,
        double share,
        long late,
        long leftEarly,
        long away,
        long absent,
        long unplanned) {
    /** Of fewer than this many people figures would be of persons. */
    public static final int FEWEST = 3;

    public TeamAdherence {
        if (people < FEWEST) {
            throw new IllegalArgumentException(
                    "The adherence of %d people would be of persons.\nMaybe leave the team out.".formatted(people));
        }
    }
}
