package fr.vigie.queue;

import fr.vigie.staffing.ErlangX;
import fr.vigie.staffing.ServiceLevel;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What callers are to expect of the agents that are planned, from the opening of the lines to their closing: the queue is
 * followed in time, so that what one interval leaves to the next is in it ({@link TransientErlangA}).
 *
 * <p>Redials come as in {@link ErlangX}, in the interval of the call that was lost; where nobody is there they come later, and
 * not at all in the figures.
 *
 * @param load the intervals, at least one, with first attempts
 * @param backlog callers who wait when the lines open, zero or more
 * @param agents on the phone in each interval, zero or more
 * @param redial the probability that a caller who hung up calls again, 0 to 1
 */
public record PlannedDay(List<LoadInterval> load, int backlog, List<Integer> agents, double redial) {
    public PlannedDay {
        load = List.copyOf(load);
        agents = List.copyOf(agents);
        Require.sameLength("intervals with agents", agents.size(), load.size());
        Require.share("probability of a redial", redial, "Maybe it is given in percent.");
    }

    /** The service levels of each interval by some measures. */
    public List<ServiceLevels> serviceLevels(List<ServiceLevel> asked) {
        var all = IntStream.range(0, load.size())
                .mapToObj(i -> withRedials(load.get(i), agents.get(i)))
                .toList();
        return new TransientErlangA(all, backlog, Measures.ofLevels(asked)).serviceLevels(agents, asked);
    }

    private LoadInterval withRedials(LoadInterval interval, int there) {
        if (redial == 0 || there == 0 || interval.callsPerHour() == 0) {
            return interval;
        }
        double all = new ErlangX(interval.erlangs(), interval.ahtSeconds(), interval.patienceSeconds(), redial)
                .with(there)
                .offeredErlangs();
        return interval.withCallsPerHour(all / interval.ahtSeconds() * 3600);
    }
}
