package fr.vigie.roster;

import java.time.Instant;

/**
 * The need and the plan of a quarter of an hour.
 *
 * @param startsAt its start
 * @param need how many must be on the telephone
 * @param planned how many are
 */
public record Coverage(Instant startsAt, int need, int planned) {
    /** How many are missing. */
    public int under() {
        return Math.max(0, need - planned);
    }

    /** How many are more than needed. */
    public int over() {
        return Math.max(0, planned - need);
    }
}
