package fr.vigie.queue;

import fr.vigie.staffing.ErlangX;
import fr.vigie.staffing.Sizing;
import fr.vigie.staffing.Target;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The least agents for each interval of a day that keep all targets in every interval, from the first to the last.
 *
 * <p>Erlang's formulas suppose a queue that has settled. They are used where it has: where the callers present when the
 * interval begins are as many as there will be in the long run, but for {@value DaySearch#UNSETTLED} of the square root of the
 * load (their deviation) times the share of the interval that settling takes. Elsewhere, and in the first hour, the queue is
 * followed in time. Intervals are sized in order, each for what the one before leaves; that the next one has fewer agents than
 * its formula asks for is made good afterwards. So one agent fewer breaks a target somewhere; another plan with more agents
 * early and fewer later may need less in all.
 *
 * <p>Redials come as in {@link ErlangX}, in the interval of the call that was lost.
 *
 * @param targets what must be kept in each interval, at least one, none of blocking
 * @param minAgents never fewer than this, 1 or more
 * @param maxAgents never more than this, at most 1,000,000
 * @param redial the probability that a caller who hung up calls again, 0 to 1
 */
public record DayStaffing(List<Target> targets, int minAgents, int maxAgents, double redial) implements Serializable {
    public DayStaffing {
        targets = new Sizing(targets, minAgents, maxAgents).targets();
        Require.share("probability of a redial", redial, "Maybe it is given in percent.");
        for (var target : targets) {
            if (target instanceof Target.Blocking) {
                throw new IllegalArgumentException(
                        "The target '%s' needs lines that may all be taken.\nMaybe limit abandonment."
                                .formatted(target.words()));
            }
        }
    }

    /**
     * Sizes a day.
     *
     * @param load its intervals, at least one
     * @param backlog callers who wait when the lines open, zero or more
     */
    public List<StaffedInterval> size(List<LoadInterval> load, int backlog) {
        Require.some("intervals", load, "Maybe the day is closed.");
        Require.notNegative("backlog", backlog, "Maybe nobody waits: 0.");
        int most = DaySearch.room(load, backlog);
        while (true) {
            var plan = new DaySearch(this, load, backlog, most).plan();
            if (plan != null) {
                return plan;
            }
            most *= 2;
        }
    }

    /**
     * Sizes a day whose times are not exponential: plays a plan, adds an agent to each interval in which a target is broken,
     * and plays the same callers again until all are kept or no more agents may come. From a plan that is too small
     * everywhere, such as {@link #below}, these are the least: each agent was added where a target was broken without.
     *
     * @param plan where to begin
     * @param intervalSeconds the length of an interval
     * @param calls what comes; as many intervals as the plan
     * @param replications days to play each time, two or more
     * @param seed of the days
     */
    public List<StaffedInterval> simulated(
            List<StaffedInterval> plan, double intervalSeconds, CallKind calls, int replications, long seed) {
        Require.sameLength(
                "intervals of the plan", plan.size(), calls.callsPerHour().size());
        var agents = new ArrayList<>(plan.stream().map(StaffedInterval::agents).toList());
        // What was broken before the last agent came.
        var binding = new ArrayList<List<Target>>(Collections.nCopies(agents.size(), List.of()));
        while (true) {
            var played = new DiscreteEventSimulation(
                            intervalSeconds,
                            Collections.singletonList(calls),
                            Agent.perInterval(agents, intervalSeconds),
                            Routing.LONGEST_IDLE,
                            Measures.of(targets))
                    .replicate(replications, new SplittableRandom(seed));
            var result = new ArrayList<StaffedInterval>();
            boolean more = false;
            for (int i = 0; i < agents.size(); i++) {
                var tally = played.pooled(i);
                var figures = tally.figures();
                List<Target> broken = tally.offered() == 0 ? List.of() : figures.broken(targets);
                result.add(new StaffedInterval(agents.get(i), Method.SIMULATED, figures, broken, binding.get(i)));
                if (!broken.isEmpty() && agents.get(i) < maxAgents) {
                    agents.set(i, agents.get(i) + 1);
                    binding.set(i, broken);
                    more = true;
                }
            }
            if (!more) {
                return result;
            }
        }
    }

    /** A plan with a deviation of agents fewer in each interval, to search for the least from. */
    public List<StaffedInterval> below(List<StaffedInterval> plan) {
        return plan.stream()
                .map(interval -> new StaffedInterval(
                        Math.max(minAgents, interval.agents() - (int) Math.ceil(Math.sqrt(interval.agents()))),
                        interval.method(),
                        interval.figures(),
                        interval.broken(),
                        interval.binding()))
                .toList();
    }

    ErlangX model(LoadInterval load) {
        return new ErlangX(load.erlangs(), load.ahtSeconds(), load.patienceSeconds(), redial);
    }

    Sizing sizing() {
        return new Sizing(targets, minAgents, maxAgents);
    }
}
