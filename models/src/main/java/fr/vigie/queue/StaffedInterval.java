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
 * @param binding what one agent fewer would break of this interval's own targets; nothing where the least that there may be
 *     are enough, or the intervals before and after need the agent
 */
public record StaffedInterval(
        int agents, Method method, IntervalFigures figures, List<Target> broken, List<Target> binding) {
    public StaffedInterval {
        broken = List.copyOf(broken);
        binding = List.copyOf(binding);
    }
}
