package fr.vigie.queuelog;

import java.util.List;

/**
 * When an agent was there.
 *
 * @param available logged in and not paused, in order
 * @param paused paused, in order
 */
public record AgentTimes(List<Span> available, List<Span> paused) {
    public AgentTimes {
        available = List.copyOf(available);
        paused = List.copyOf(paused);
    }
}
