package fr.vigie.queue;

import java.io.Serializable;
import java.util.List;

/**
 * Calls that need the same skill.
 *
 * @param callsPerHour the rate of first attempts in each interval, zero or more: Poisson arrivals, constant within it
 * @param backlog callers who wait when the lines open, zero or more; their wait counts from there
 * @param handling how long an agent is busy with one
 * @param patience how long a caller waits at most
 * @param redials who calls again
 */
public record CallKind(List<Double> callsPerHour, int backlog, TimeLaw handling, TimeLaw patience, Redials redials)
        implements Serializable {
    public CallKind {
        callsPerHour = List.copyOf(callsPerHour);
        Require.some("rates of calls", callsPerHour, "Maybe the day has no interval.");
        callsPerHour.forEach(rate -> Require.notNegative("calls per hour", rate, "Maybe the forecast has a gap."));
        Require.notNegative("backlog", backlog, "Maybe nobody waits: 0.");
    }
}
