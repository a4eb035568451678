package fr.vigie.roster;

import java.time.LocalDate;

/**
 * A team's day as it was planned and as it was worked, in seconds. Of the time planned on calls each second is either as
 * planned or one of four kinds of missing: they add up.
 *
 * @param day the local day
 * @param team which team
 * @param people how many were planned or seen
 * @param planned planned on calls
 * @param asPlanned of these, seen ready for calls or on one
 * @param late missing from the planned start until somebody came
 * @param leftEarly missing from when somebody left until the planned end
 * @param away missing in between: paused or logged out
 * @param absent missing of those who did not come at all
 * @param unplanned ready for calls, or on one, when none were planned; not part of {@code planned}
 */
public record Adherence(
        LocalDate day,
        String team,
        int people,
        long planned,
        long asPlanned,
        long late,
        long leftEarly,
        long away,
        long absent,
        long unplanned) {
    public Adherence {
        if (planned != asPlanned + late + leftEarly + away + absent) {
            throw new IllegalArgumentException("The parts of the planned time of %s on %s (%d s) do not add up to it."
                    .formatted(team, day, planned));
        }
    }

    /** The share of the planned time that was worked as planned, 0 to 1; 1 where nothing was planned. */
    public double share() {
        return planned == 0 ? 1 : (double) asPlanned / planned;
    }

    /** Both taken together, under the first one's day and team. */
    Adherence plus(Adherence other) {
        return new Adherence(
                day,
                team,
                people + other.people,
                planned + other.planned,
                asPlanned + other.asPlanned,
                late + other.late,
                leftEarly + other.leftEarly,
                away + other.away,
                absent + other.absent,
                unplanned + other.unplanned);
    }
}
