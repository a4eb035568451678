package fr.vigie.queue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Who is free, by set of skills, in the order of becoming so: linked lists in arrays. */
final class IdleAgents {
    private static final int NOBODY = -1;

    private final boolean leastSkilled;
    private final int[] groupOf;
    private final int[] skillsOfGroup;
    /** For each kind of call the groups that answer it, those with the fewest skills first. */
    private final int[][] groupsOfKind;

    private final int[] first;
    private final int[] last;
    private final int[] next;
    private final int[] previous;
    private final long[] since;

    IdleAgents(List<Agent> agents, int kinds, Routing routing) {
        leastSkilled = routing == Routing.LEAST_SKILLED;
        long[] masks = agents.stream().mapToLong(Agent::skills).distinct().toArray();
        groupOf = new int[agents.size()];
        for (int agent = 0; agent < groupOf.length; agent++) {
            while (masks[groupOf[agent]] != agents.get(agent).skills()) {
                groupOf[agent]++;
            }
        }
        skillsOfGroup = Arrays.stream(masks).mapToInt(Long::bitCount).toArray();
        groupsOfKind = new int[kinds][];
        for (int kind = 0; kind < kinds; kind++) {
            long bit = 1L << kind;
            groupsOfKind[kind] = IntStream.range(0, masks.length)
                    .filter(group -> (masks[group] & bit) != 0)
                    .boxed()
                    .sorted(Comparator.comparingInt(group -> skillsOfGroup[group]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        first = filled(masks.length);
        last = filled(masks.length);
        next = filled(groupOf.length);
        previous = filled(groupOf.length);
        since = new long[groupOf.length];
    }

    private static int[] filled(int length) {
        var nobody = new int[length];
        Arrays.fill(nobody, NOBODY);
        return nobody;
    }

    void add(int agent, long now) {
        int group = groupOf[agent];
        since[agent] = now;
        previous[agent] = last[group];
        next[agent] = NOBODY;
        if (last[group] == NOBODY) {
            first[group] = agent;
        } else {
            next[last[group]] = agent;
        }
        last[group] = agent;
    }

    void remove(int agent) {
        int group = groupOf[agent];
        if (previous[agent] == NOBODY) {
            first[group] = next[agent];
        } else {
            next[previous[agent]] = next[agent];
        }
        if (next[agent] == NOBODY) {
            last[group] = previous[agent];
        } else {
            previous[next[agent]] = previous[agent];
        }
    }

    /** Takes the agent whom a call of that kind goes to; negative if nobody is free for it. */
    int take(int kind) {
        int best = NOBODY;
        for (int group : groupsOfKind[kind]) {
            int agent = first[group];
            if (agent == NOBODY) {
                continue;
            }
            if (best == NOBODY) {
                best = agent;
            } else if (leastSkilled && skillsOfGroup[group] > skillsOfGroup[groupOf[best]]) {
                break;
            } else if (since[agent] < since[best] || (since[agent] == since[best] && agent < best)) {
                best = agent;
            }
        }
        if (best != NOBODY) {
            remove(best);
        }
        return best;
    }
}
