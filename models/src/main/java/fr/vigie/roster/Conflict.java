package fr.vigie.roster;

import java.time.Instant;
import java.util.List;

/**
 * Why a roster cannot be as it should.
 *
 * @param demands what contradicts one another: any one of them given up, the others can be met
 * @param hours where, at the least, somebody is missing; empty where the conflict is not about the need
 * @param reliefs what giving up one of the demands leaves missing, the least first
 */
public record Conflict(List<Demand> demands, List<Gap> hours, List<Relief> reliefs) {
    public Conflict {
        demands = List.copyOf(demands);
        hours = List.copyOf(hours);
        reliefs = List.copyOf(reliefs);
    }

    /**
     * Hours in which somebody is missing.
     *
     * @param from their start
     * @param until their end
     * @param quarters quarters of an hour of work that are missing in them
     */
    public record Gap(Instant from, Instant until, int quarters) {}

    /**
     * What helps.
     *
     * @param demand what is given up
     * @param missing the quarters of an hour of work that are then missing in the week all the same, at least
     */
    public record Relief(Demand demand, int missing) {}
}
