package fr.vigie.jobs.cli;

import fr.vigie.jobs.Json;
import fr.vigie.jobs.Printable;
import fr.vigie.jobs.RunLog;
import fr.vigie.jobs.Workspace;
import fr.vigie.jobs.roster.RosterDesk;
import java.io.PrintWriter;
import java.util.Optional;

/** Whether the last roster has groups with calls that nobody has the skill for. */
final class MissingSkills {
    private MissingSkills() {}

    /** Says so where there are; the rosters of the other teams are made all the same. */
    static boolean areTold(Workspace workspace, PrintWriter err) {
        var asOf = RunLog.of(workspace.lake())
                .latest("roster")
                .filter(run -> Json.read(run.metrics()).containsKey("groups-unanswered"))
                .flatMap(run -> Optional.ofNullable(run.asOf()));
        if (asOf.isEmpty()) {
            return false;
        }
        var groups = new RosterDesk(workspace.lake(), workspace.config()).unanswered(asOf.get());
        groups.forEach(group -> err.println(
                "vigie: nobody employed in the rostered week has the skill '%s', which its calls need. Maybe add it to skills in the operators file, or set staffing.pooling to network."
                        .formatted(Printable.line(group))));
        return !groups.isEmpty();
    }
}
