package fr.vigie.queue;

import fr.vigie.staffing.ServiceLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Erlang A before it has settled: M(t)/M/n(t)+M from the moment the lines open, with callers who wait already.
 *
 * <p>The number of callers present is a birth-death chain, cut where less than {@value #CUT_OFF} is left and carried on by
 * uniformisation; a caller who finds all agents busy has a place in the queue, whose future is carried back from the closing
 * of the lines. Both are exact while load and agents stay the same, and so is the change between intervals: new agents take
 * the first callers, leaving ones finish their call. Figures average over the moments of arrival with Simpson's rule (relative
 * error about 1e-4 where a queue melts away in seconds, none where it has settled). After Mandelbaum and Zeltyn (2007) for
 * the model and W. Grassmann, "Transient Solutions in Markovian Queueing Systems", Computers and Operations Research 4 (1977)
 * for the method.
 *
 * <p>As in {@link DiscreteEventSimulation}, callers count in the interval in which they come, and who waits when the last
 * interval ends is lost. Occupancy is that of agents on duty, without the last call of those who leave.
 *
 * @param load the intervals, at least one
 * @param backlog callers who wait when the lines open, 0 to 100,000
 * @param measures what is asked
 */
public record TransientErlangA(List<LoadInterval> load, int backlog, Measures measures) {
    private static final double CUT_OFF = 1e-10;
    private static final int MOST_BACKLOG = 100_000;

    public TransientErlangA {
        load = List.copyOf(load);
        Require.some("intervals", load, "Maybe the day is closed.");
        if (backlog < 0 || backlog > MOST_BACKLOG) {
            throw new IllegalArgumentException(
                    "The backlog (%d) must be between 0 and %d callers.\nMaybe nobody waits: 0."
                            .formatted(backlog, MOST_BACKLOG));
        }
    }

    /**
     * What callers live through with those agents.
     *
     * @param agents for each interval, zero or more
     * @return figures for each interval
     */
    public List<IntervalFigures> with(List<Integer> agents) {
        return with(agents, TransientInterval::figures);
    }

    /** The same of nothing but some service levels, which is found several times faster. */
    List<ServiceLevels> serviceLevels(List<Integer> agents, List<ServiceLevel> asked) {
        return with(
                agents,
                interval -> new ServiceLevels(
                        interval.offered(),
                        asked.stream().map(interval::serviceLevel).toList()));
    }

    private <T> List<T> with(List<Integer> agents, Function<TransientInterval, T> look) {
        Require.sameLength("intervals with agents", agents.size(), load.size());
        agents.forEach(some -> Require.notNegative("agents", some, "Maybe nobody is there: 0."));
        int most = enoughRoom(agents);
        while (true) {
            var found = with(agents, most, look);
            if (found != null) {
                return found;
            }
            most *= 2;
        }
    }

    /** Null if that many callers present are not enough. */
    private <T> @Nullable List<T> with(List<Integer> agents, int most, Function<TransientInterval, T> look) {
        var ahead = ahead(load, agents, most);
        var present = CallsPresent.exactly(backlog, most);
        var found = new ArrayList<T>();
        for (int i = 0; i < load.size(); i++) {
            if (i > 0) {
                present = CallsPresent.afterChange(present, agents.get(i - 1), agents.get(i));
            }
            var interval = new TransientInterval(ahead.get(i), i == 0 ? backlog : 0, present, measures);
            if (interval.highest() > CUT_OFF) {
                return null;
            }
            found.add(look.apply(interval));
            present = interval.atEnd();
        }
        return found;
    }

    /** For each interval what callers who wait in it have ahead. */
    static List<WaitAhead> ahead(List<LoadInterval> load, List<Integer> agents, int most) {
        var ahead = new ArrayList<WaitAhead>();
        WaitAhead next = null;
        for (int i = load.size() - 1; i >= 0; i--) {
            next = new WaitAhead(load.get(i), agents.get(i), next, most);
            ahead.add(0, next);
        }
        return ahead;
    }

    /**
     * Callers present that are hardly ever exceeded: the agents' and, above them, what the worst overload would settle at
     * with eight deviations, or all who come.
     */
    private int enoughRoom(List<Integer> agents) {
        double all = load.stream().mapToDouble(LoadInterval::calls).sum();
        double room = 0;
        for (int i = 0; i < load.size(); i++) {
            var interval = load.get(i);
            int there = agents.get(i);
            double atOnce = interval.perSecond() * interval.patienceSeconds();
            double excess =
                    Math.max(0, interval.perSecond() - there / interval.ahtSeconds()) * interval.patienceSeconds();
            double settled = there + excess + 8 * Math.sqrt(Math.max(atOnce, there)) + 20;
            room = Math.max(room, Math.min(settled, all + 8 * Math.sqrt(all) + 20));
        }
        return backlog + (int) Math.ceil(room);
    }
}
