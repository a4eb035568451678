package fr.vigie.queue;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * An agent's day. A call under way is finished when a stretch ends; what that takes is taken from the break that follows.
 *
 * @param skills bit k is set where calls of kind k are answered; at least one
 * @param stretches when the agent is on the phone, in order; breaks are what lies between
 */
public record Agent(long skills, List<Stretch> stretches) implements Serializable {

    /**
     * A time on the phone, half-open.
     *
     * @param fromSeconds seconds from the opening of the lines, zero or more
     * @param untilSeconds later than that
     */
    public record Stretch(double fromSeconds, double untilSeconds) implements Serializable {
        public Stretch {
            Require.notNegative("beginning of a stretch", fromSeconds, "Maybe count from the opening of the lines.");
            Require.positive("length of a stretch", untilSeconds - fromSeconds, "Maybe its ends are swapped.");
        }
    }

    public Agent {
        stretches = List.copyOf(stretches);
        if (skills == 0) {
            throw new IllegalArgumentException("The agent has no skill.\nMaybe give 1: calls of the first kind.");
        }
        for (int i = 1; i < stretches.size(); i++) {
            Require.notNegative(
                    "break",
                    stretches.get(i).fromSeconds() - stretches.get(i - 1).untilSeconds(),
                    "Maybe sort the stretches.");
        }
    }

    /**
     * Agents of the first skill, so many in each interval; the last ones to come are the first to leave.
     *
     * @param perInterval agents, zero or more
     * @param intervalSeconds the length of an interval
     */
    public static List<Agent> perInterval(List<Integer> perInterval, double intervalSeconds) {
        int most = perInterval.stream().mapToInt(Integer::intValue).max().orElse(0);
        var agents = new ArrayList<Agent>();
        for (int agent = 0; agent < most; agent++) {
            var stretches = new ArrayList<Stretch>();
            int from = -1;
            for (int i = 0; i <= perInterval.size(); i++) {
                boolean there = i < perInterval.size() && perInterval.get(i) > agent;
                if (there && from < 0) {
                    from = i;
                } else if (!there && from >= 0) {
                    stretches.add(new Stretch(from * intervalSeconds, i * intervalSeconds));
                    from = -1;
                }
            }
            agents.add(new Agent(1, stretches));
        }
        return agents;
    }
}
