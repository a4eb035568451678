package fr.vigie.queue;

import fr.vigie.staffing.Target;
import java.util.List;

/**
 * What an interval needs.
 *
 * @param agents on the phone
 * @param method what gave the figures, and so the agents
 * @param figures what its callers live through
 * @param broken the targets that are out of reach with as many agents as there may be
 */
public record StaffedInterval(int agents, Method method, IntervalFigures figures, List<Target> broken) {
    public StaffedInterval {
        broken = List.copyOf(broken);
    }
}
