package fr.vigie.queue;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator.SplittableGenerator;

/**
 * A day of a call centre to be played call by call.
 *
 * <p>Agents take the longest waiting call of those that they can answer, calls go to a free agent by the routing. Who still
 * waits at the end of the last interval is lost; a last interval without arrivals empties the queue. The same day and
 * the same generator give the same figures.
 *
 * @param intervalSeconds the length of an interval, at least a millisecond
 * @param kinds what is called for, 1 to 64; kind k needs the skill of bit k; all of them with as many intervals
 * @param agents who answers, fewer than 524,288
 * @param routing which free agent gets a call
 * @param measures what is counted
 */
public record DiscreteEventSimulation(
        double intervalSeconds, List<CallKind> kinds, List<Agent> agents, Routing routing, Measures measures)
        implements Serializable {
    private static final double SHORTEST = 1e-3;

    public DiscreteEventSimulation {
        kinds = List.copyOf(kinds);
        agents = List.copyOf(agents);
        Require.some("kinds of calls", kinds, "Maybe nothing is forecast.");
        Require.positive("length of an interval", intervalSeconds, "Maybe 900: a quarter of an hour.");
        int intervals = kinds.get(0).callsPerHour().size();
        for (var kind : kinds) {
            Require.sameLength("intervals of a kind", kind.callsPerHour().size(), intervals);
        }
        if (kinds.size() > Long.SIZE || agents.size() >= DiscreteEventRun.MOST) {
            throw new IllegalArgumentException(
                    "There may be at most %d kinds of calls (%d) and %d agents (%d).\nMaybe simulate the groups apart."
                            .formatted(Long.SIZE, kinds.size(), DiscreteEventRun.MOST - 1, agents.size()));
        }
        if (intervalSeconds < SHORTEST
                || intervals * intervalSeconds * Micros.PER_SECOND >= DiscreteEventRun.LAST_MOMENT) {
            throw new IllegalArgumentException(
                    "%d intervals of %s s must last between a millisecond and 50 days.\nMaybe simulate day by day."
                            .formatted(intervals, intervalSeconds));
        }
    }

    /** Calls of one kind, the agent who is free longest, the usual measures. */
    public DiscreteEventSimulation(double intervalSeconds, CallKind kind, List<Agent> agents) {
        this(intervalSeconds, List.of(kind), agents, Routing.LONGEST_IDLE, Measures.USUAL);
    }

    int intervals() {
        return kinds.get(0).callsPerHour().size();
    }

    /** Plays the day once. */
    public SimulatedDay play(SplittableGenerator random) {
        var book = new DiscreteEventRun(this, random).play();
        var byKind = new ArrayList<List<Tally>>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            byKind.add(book.ofKind(kind));
        }
        return new SimulatedDay(book.all(kinds.size()), byKind);
    }

    /**
     * Plays it several times, each with a generator of its own.
     *
     * @param times two or more
     */
    public Replications replicate(int times, SplittableGenerator random) {
        var days = new ArrayList<SimulatedDay>();
        for (int i = 0; i < times; i++) {
            days.add(play(random.split()));
        }
        return new Replications(days);
    }
}
