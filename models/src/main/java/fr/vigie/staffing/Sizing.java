package fr.vigie.staffing;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The least number of agents that keeps several targets together.
 *
 * <p>More agents never make a target worse, so the search doubles its step from a first guess, up or down, and then halves
 * the interval; where the guess is right two numbers of agents are tried. The guess is square-root staffing: the same search
 * on figures that are right to a few digits ({@link ErlangA#roughly}). With abandonment the answer may lie below the offered load.
 *
 * @param targets what must be kept, at least one
 * @param minAgents never fewer than this, at least 1
 * @param maxAgents never more than this, at most 1,000,000
 */
public record Sizing(List<Target> targets, int minAgents, int maxAgents) implements Serializable {
    /** Below this load trying is as quick as guessing, and half a deviation above it is the guess. */
    private static final double LARGE = 10;

    public Sizing {
        targets = List.copyOf(targets);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException(
                    "Nothing to size for.\nMaybe give a service level, e.g. 0.8 within 20 s.");
        }
        Argument.agents(minAgents);
        Argument.agents(maxAgents);
        if (maxAgents < minAgents) {
            throw new IllegalArgumentException(
                    "At most %d agents and at least %d contradict each other.\nMaybe raise staffing.max-agents."
                            .formatted(maxAgents, minAgents));
        }
    }

    /** Without bounds on the agents. */
    public Sizing(List<Target> targets) {
        this(targets, 1, Argument.MOST_AGENTS);
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
     * Some targets cannot be kept.
     *
     * @param broken those that are broken, at least one
     * @param performance with as many agents as there may be
     * @param enough as many agents as would keep all; null where no number of agents does
     */
    public record OutOfReach(List<Target> broken, QueuePerformance performance, @Nullable Integer enough)
            implements Answer {
        public OutOfReach {
            broken = List.copyOf(broken);
        }

        /** What is out of reach, and why. */
        public String why() {
            var reasons = broken.stream().map(this::reason).collect(Collectors.joining("\n"));
            return reasons
                    + (enough == null
                            ? "\nMaybe relax it, or take a model that knows it."
                            : "\nMaybe allow %d agents or relax it.".formatted(enough));
        }

        private String reason(Target target) {
            var measured = target.measured(performance);
            String because;
            if (measured != null) {
                because = "with %d agents it is %.4g".formatted(performance.agents(), measured);
            } else if (enough != null) {
                because = "with %d agents the queue grows without end".formatted(performance.agents());
            } else {
                because = "this model has no such figure";
            }
            return "The target '%s' is out of reach: %s.".formatted(target.words(), because);
        }
    }

    /** The least agents for a load, or the targets that stand in the way. */
    public Answer of(QueueModel model) {
        var trials = new Trials(targets, model::with);
        int least = trials.least(guess(model), 1, minAgents, maxAgents);
        if (least > maxAgents) {
            return new OutOfReach(trials.broken(), trials.tooFew(), enoughBeyond(model));
        }
        return new Enough(trials.enough(), least == minAgents ? List.of() : trials.broken());
    }

    private @Nullable Integer enoughBeyond(QueueModel model) {
        var trials = new Trials(targets, model::with);
        int least = trials.least(maxAgents, 1, maxAgents, Argument.MOST_AGENTS);
        return least > Argument.MOST_AGENTS ? null : least;
    }

    private int guess(QueueModel model) {
        double load = model.offeredErlangs();
        double spread = Math.sqrt(load);
        int start = (int) Math.min(maxAgents, load + spread / 2);
        if (load < LARGE) {
            return start;
        }
        if (model instanceof ErlangA impatient) {
            return new Trials(targets, impatient::roughly).least(start, (int) spread / 2, minAgents, maxAgents);
        }
        return model instanceof ErlangX redialling ? guess(redialling.withoutRedials()) : start;
    }
}
