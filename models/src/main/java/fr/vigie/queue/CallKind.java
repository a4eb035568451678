package fr.vigie.queue;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;

/**
 * Calls that need the same skill.
 *
 * @param callsPerHour the rate of first attempts in each interval, zero or more: Poisson arrivals, constant within it
 * @param backlog callers who wait when the lines open, zero or more; their wait counts from there
 * @param handling how long an agent is busy with one
 * @param handlingFactors what a call that comes in each interval takes, over that law: positive, an entry an interval
 * @param patience how long a caller waits at most
 * @param redials who calls again
 */
public record CallKind(
        List<Double> callsPerHour,
        int backlog,
        TimeLaw handling,
        List<Double> handlingFactors,
        TimeLaw patience,
        Redials redials)
        implements Serializable {
    public CallKind {
        callsPerHour = List.copyOf(callsPerHour);
        handlingFactors = List.copyOf(handlingFactors);
        Require.some("rates of calls", callsPerHour, "Maybe the day has no interval.");
        callsPerHour.forEach(rate -> Require.notNegative("calls per hour", rate, "Maybe the forecast has a gap."));
        Require.notNegative("backlog", backlog, "Maybe nobody waits: 0.");
        Require.sameLength("factors of the handling time", handlingFactors.size(), callsPerHour.size());
        handlingFactors.forEach(factor ->
                Require.positive("factor of the handling time", factor, "Maybe an interval has no handling time: 1."));
    }

    /** Where calls take as long all day. */
    public CallKind(List<Double> callsPerHour, int backlog, TimeLaw handling, TimeLaw patience, Redials redials) {
        this(callsPerHour, backlog, handling, Collections.nCopies(callsPerHour.size(), 1.0), patience, redials);
    }
}
