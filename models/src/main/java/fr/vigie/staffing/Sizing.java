package fr.vigie.staffing;

import java.io.Serializable;
import java.util.List;

/**
 * The least number of agents that keeps several targets together.
 *
 * <p>More agents never make a target worse, so the search doubles its step from the offered load, up or down, and then
 * halves the interval. With abandonment the answer may lie below the offered load.
 *
 * @param targets what must be kept, at least one
 * @param minAgents never fewer than this, at least 1
 * @param maxAgents never more than this
 */
public record Sizing(List<Target> targets, int minAgents, int maxAgents) implements Serializable {
    /** More agents than any one team has. */
    public static final int NO_LIMIT = 1_000_000;

    public Sizing {
        targets = List.copyOf(targets);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException(
                    "Nothing to size for.\nMaybe give a service level, e.g. 0.8 within 20 s.");
        }
        Argument.positive("least agents", minAgents, "Maybe set staffing.min-agents to 1.");
        if (maxAgents < minAgents) {
            throw new IllegalArgumentException(
                    "At most %d agents and at least %d contradict each other.\nMaybe raise staffing.max-agents."
                            .formatted(maxAgents, minAgents));
        }
    }

    /** Without bounds on the agents. */
    public Sizing(List<Target> targets) {
        this(targets, 1, NO_LIMIT);
    }

    /** The outcome of a search. */
    public sealed interface Answer {
        /** What callers live through with the agents found. */
        QueuePerformance performance();
    }

    /**
     * All targets are kept.
     *
     * @param performance with the least agents that do it
     * @param binding the targets that one agent fewer would break; none where the least agents there may be are enough
     */
    public record Enough(QueuePerformance performance, List<Target> binding) implements Answer {
        public Enough {
            binding = List.copyOf(binding);
        }
    }

    /**
     * Some target cannot be kept.
     *
     * @param target the first one that is broken
     * @param performance with as many agents as there may be
     */
    public record OutOfReach(Target target, QueuePerformance performance) implements Answer {
        /** What is out of reach, and why. */
        public String why() {
            var measured = target.measured(performance);
            return measured == null
                    ? "The target '%s' is out of reach: this model has no such figure.\nMaybe use Erlang A."
                            .formatted(target.words())
                    : "The target '%s' is out of reach: with %d agents it is %.4g.\nMaybe allow more agents or relax it."
                            .formatted(target.words(), performance.agents(), measured);
        }
    }

    /** The least agents for a load, or the target that stands in the way. */
    public Answer of(QueueModel model) {
        var most = model.with(maxAgents);
        for (var target : targets) {
            if (!target.keptBy(most)) {
                return new OutOfReach(target, most);
            }
        }
        int guess = (int) Math.min(maxAgents, Math.max(minAgents, Math.ceil(model.offeredErlangs())));
        var first = model.with(guess);
        var enough = keeps(first) ? least(model, first) : leastAbove(model, guess, most);
        return new Enough(enough, binding(model, enough.agents()));
    }

    private List<Target> binding(QueueModel model, int agents) {
        if (agents == minAgents) {
            return List.of();
        }
        var fewer = model.with(agents - 1);
        return targets.stream().filter(target -> !target.keptBy(fewer)).toList();
    }

    /** Steps down from agents that are enough, twice as far each time, until some are too few. */
    private QueuePerformance least(QueueModel model, QueuePerformance enough) {
        var best = enough;
        for (int step = 1; best.agents() - step >= minAgents; step *= 2) {
            var fewer = model.with(best.agents() - step);
            if (!keeps(fewer)) {
                return between(model, fewer.agents(), best);
            }
            best = fewer;
        }
        return between(model, minAgents - 1, best);
    }

    /** Steps up from agents that are too few, twice as far each time, until some are enough. */
    private QueuePerformance leastAbove(QueueModel model, int agents, QueuePerformance most) {
        int tooFew = agents;
        for (int step = 1; tooFew < most.agents() - step; step *= 2) {
            var more = model.with(tooFew + step);
            if (keeps(more)) {
                return between(model, tooFew, more);
            }
            tooFew = more.agents();
        }
        return between(model, tooFew, most);
    }

    /** Halves the interval between agents that are too few and agents that are enough. */
    private QueuePerformance between(QueueModel model, int agents, QueuePerformance enough) {
        int tooFew = agents;
        var best = enough;
        while (best.agents() - tooFew > 1) {
            var half = model.with(tooFew + (best.agents() - tooFew) / 2);
            if (keeps(half)) {
                best = half;
            } else {
                tooFew = half.agents();
            }
        }
        return best;
    }

    private boolean keeps(QueuePerformance performance) {
        return targets.stream().allMatch(target -> target.keptBy(performance));
    }
}
