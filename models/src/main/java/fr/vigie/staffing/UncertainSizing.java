package fr.vigie.staffing;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The agents for an interval whose calls are not known: enough with a given probability, and what each one more is worth.
 *
 * <p>More calls never make a target better, so agents keep all targets exactly while the load does not exceed what they can
 * carry, and they keep them with the probability of no more calls than that. Agents that are enough with probability 0.8 are
 * those that the 80 % quantile of the calls needs.
 *
 * @param sizing the targets
 * @param calls the calls of the interval; their mean's distribution, see {@link CallDistribution#ofMean}
 * @param intervalSeconds how long the interval is, above 0
 * @param ahtSeconds the mean handling time in seconds
 * @param callers what a load's callers do, e.g. {@code load -> new ErlangA(load, 180, 300)}
 */
public record UncertainSizing(
        Sizing sizing,
        CallDistribution calls,
        double intervalSeconds,
        double ahtSeconds,
        DoubleFunction<QueueModel> callers) {
    /** A load so small stands for no calls at all. */
    private static final double LEAST_ERLANGS = 1e-9;

    private static final double PRECISION = 1e-9;

    public UncertainSizing {
        Argument.seconds("length of the interval", intervalSeconds, "Maybe give it in seconds, e.g. 1800.");
        Argument.seconds("mean handling time", ahtSeconds, "Maybe give it in seconds.");
    }

    /** What an agent costs. */
    public record AgentCost(double eurosPerHour, Shrinkage shrinkage) {
        /**
         * A cost.
         *
         * @param eurosPerHour of a paid hour, zero or more
         * @param shrinkage paid time off the phone, which an hour on the phone pays for as well
         */
        public AgentCost {
            Argument.notNegative("cost of an hour", eurosPerHour, "Maybe give it in euros, e.g. 22.");
        }
    }

    /**
     * A number of agents, and what the last one of them brings and costs.
     *
     * @param agents on the phone
     * @param probability that all targets are kept
     * @param gain by how much the last agent raises that probability
     * @param lostCalls calls expected to be lost (abandoned); null where the model has no abandonment
     * @param savedCalls how many fewer the last agent makes them; null like those
     * @param hours paid hours of the last agent in the interval
     * @param euros what these cost
     */
    public record Step(
            int agents,
            double probability,
            double gain,
            @Nullable Double lostCalls,
            @Nullable Double savedCalls,
            double hours,
            double euros) {

        /** What it costs to lose one call fewer, in euros; null where none is saved. */
        public @Nullable Double eurosPerSavedCall() {
            return savedCalls == null || !(savedCalls > 0) ? null : euros / savedCalls;
        }
    }

    /** The least agents that keep all targets with that probability, above 0 and below 1, at the load that it means. */
    public Sizing.Answer with(double probability) {
        return sizing.of(callers.apply(erlangs(calls.quantile(probability))));
    }

    /** The probability that so many agents keep all targets. */
    public double probability(int agents) {
        Argument.agents(agents);
        double most = mostErlangs(agents);
        return most > 0 ? calls.probabilityUpTo(most * intervalSeconds / ahtSeconds) : 0;
    }

    /**
     * What each agent brings and costs, from one number of agents to another.
     *
     * @param fewest at least 1
     * @param most as many or more
     */
    public List<Step> steps(int fewest, int most, AgentCost cost) {
        Argument.agents(fewest);
        Argument.agents(most);
        double hours = intervalSeconds / 3600 / (1 - cost.shrinkage().share());
        return IntStream.rangeClosed(fewest, most)
                .mapToObj(agents -> step(agents, hours, cost.eurosPerHour()))
                .toList();
    }

    private Step step(int agents, double hours, double eurosPerHour) {
        double probability = probability(agents);
        var lost = lostCalls(agents);
        var before = agents == 1 ? null : lostCalls(agents - 1);
        return new Step(
                agents,
                probability,
                agents == 1 ? probability : probability - probability(agents - 1),
                lost,
                lost == null || before == null ? null : before - lost,
                hours,
                hours * eurosPerHour);
    }

    private @Nullable Double lostCalls(int agents) {
        double lost = 0;
        for (double offered : calls.strata()) {
            var performance = callers.apply(erlangs(offered)).with(agents);
            var abandonment = performance.abandonment();
            if (abandonment == null) {
                return null;
            }
            // Redials make attempts of calls: each attempt lost is a call lost.
            lost += performance.offeredErlangs() * abandonment * intervalSeconds / ahtSeconds;
        }
        return lost / CallDistribution.STRATA;
    }

    private double erlangs(double offered) {
        return Math.max(LEAST_ERLANGS, offered * ahtSeconds / intervalSeconds);
    }

    /** The largest load with which so many agents keep all targets; 0 where none, infinite where any. */
    private double mostErlangs(int agents) {
        if (!keeps(agents, LEAST_ERLANGS)) {
            return 0;
        }
        double low = LEAST_ERLANGS;
        double high = agents;
        while (keeps(agents, high)) {
            if (high == Argument.MOST_ERLANGS) {
                return Double.POSITIVE_INFINITY;
            }
            low = high;
            high = Math.min(Argument.MOST_ERLANGS, 2 * high);
        }
        while (high - low > PRECISION * low) {
            double middle = low < high / 4 ? Math.sqrt(low * high) : low + (high - low) / 2;
            if (keeps(agents, middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean keeps(int agents, double erlangs) {
        var performance = callers.apply(erlangs).with(agents);
        return sizing.targets().stream().allMatch(target -> target.keptBy(performance));
    }
}
