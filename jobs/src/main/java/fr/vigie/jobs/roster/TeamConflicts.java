package fr.vigie.jobs.roster;

import fr.vigie.input.Shift;
import fr.vigie.jobs.error.UserError;
import fr.vigie.roster.Conflict;
import fr.vigie.roster.RosterPlan;
import fr.vigie.roster.Rostering;
import java.time.ZoneId;
import java.util.List;

/**
 * Why a team's roster misses something.
 *
 * @param team its name: a planning group or the network
 * @param under the quarters of an hour of work that are missing
 * @param conflicts what contradicts what
 * @param zone the zone of clock times
 */
public record TeamConflicts(String team, int under, List<Conflict> conflicts, ZoneId zone) {
    public TeamConflicts {
        conflicts = List.copyOf(conflicts);
    }

    static TeamConflicts of(TeamWeek team, List<Shift> roster, Rostering rostering, ZoneId zone) {
        var plan = RosterPlan.of(team.need(), team.employees(), roster);
        try {
            var conflicts = rostering.explain(team.need(), team.employees(), team.considerations(), plan);
            return new TeamConflicts(team.team(), plan.under(), conflicts, zone);
        } catch (IllegalArgumentException contradiction) {
            throw UserError.failed(String.valueOf(contradiction.getMessage()));
        }
    }
}
