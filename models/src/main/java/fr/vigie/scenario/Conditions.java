package fr.vigie.scenario;

import fr.vigie.staffing.ErlangA;
import fr.vigie.staffing.ErlangX;
import fr.vigie.staffing.QueueModel;
import fr.vigie.staffing.QueuePerformance;
import fr.vigie.staffing.ServiceLevel;
import fr.vigie.staffing.Sizing;
import fr.vigie.staffing.UncertainSizing.AgentCost;
import java.util.Map;
import java.util.Optional;

/**
 * What a plan is judged by: exact Erlang A in every interval, or Erlang X where lost callers call again.
 *
 * <p>An interval is taken as settled: what callers left over from the interval before add is not in the figures. Sums over
 * intervals weigh each by the calls offered in it, redials included.
 *
 * @param sizing what is promised to all, and how many operators there may be
 * @param teams the same by team and day where contracts then promise more to some of those whom it answers
 * @param measure what the service level is
 * @param redial the probability that a lost caller calls again, 0 to below 1; 0: Erlang A
 * @param cost an hour's cost, and the paid time off the phone
 */
public record Conditions(
        Sizing sizing, Map<TeamDay, Sizing> teams, ServiceLevel measure, double redial, AgentCost cost) {
    /** Loads below it are no calls at all. */
    private static final double LEAST_ERLANGS = 1e-9;

    public Conditions {
        teams = Map.copyOf(teams);
        if (!(redial >= 0 && redial < 1)) {
            throw new IllegalArgumentException(
                    "The probability of a redial (%s) must be from 0 to below 1.\nMaybe set staffing.redial to 0.4."
                            .formatted(redial));
        }
    }

    /** Where all are promised the same. */
    public Conditions(Sizing sizing, ServiceLevel measure, double redial, AgentCost cost) {
        this(sizing, Map.of(), measure, redial, cost);
    }

    private Sizing promised(PlannedInterval interval) {
        return teams.getOrDefault(
                new TeamDay(interval.team(), interval.startsAt().toLocalDate()), sizing);
    }

    /** The queueing model's name. */
    public String method() {
        return redial == 0 ? "erlang-a" : "erlang-x";
    }

    /** The queue of an interval with calls times that share; empty where nobody calls. */
    Optional<QueueModel> queue(PlannedInterval interval, double share) {
        double calls = interval.calls() * share;
        double hours = interval.handlingHours() * share;
        double erlangs = hours / interval.hours();
        if (!(erlangs > LEAST_ERLANGS)) {
            return Optional.empty();
        }
        double aht = hours * 3600 / calls;
        return Optional.of(
                redial == 0
                        ? new ErlangA(erlangs, aht, interval.patienceSeconds())
                        : new ErlangX(erlangs, aht, interval.patienceSeconds(), redial));
    }

    /** Whether that many operators keep every promise of an interval with such a queue. */
    boolean keeps(PlannedInterval interval, QueueModel queue, int agents) {
        if (agents < 1) {
            return false;
        }
        QueuePerformance performance = queue.with(agents);
        return promised(interval).targets().stream().allMatch(target -> target.keptBy(performance));
    }

    /** The operators that an interval with such a queue needs, as far as there may be as many. */
    Sizing.Answer need(PlannedInterval interval, QueueModel queue) {
        return promised(interval).of(queue);
    }

    int agentsNeeded(PlannedInterval interval) {
        if (interval.isProtected()) {
            return 0;
        }
        return queue(interval, 1)
                .map(queue -> need(interval, queue).performance().agents())
                .orElse(promised(interval).minAgents());
    }

    /** The plan with as many operators as the promises need wherever it does not say how many there are. */
    public Plan staffed(Plan plan) {
        return plan.map(
                interval -> interval.agents() == null ? interval.staffedWith(agentsNeeded(interval)) : interval);
    }

    /** What a plan means. */
    public Outcome judge(Plan plan) {
        var sums = new OutcomeSums(this);
        staffed(plan).intervals().forEach(sums::add);
        return sums.outcome(plan);
    }
}
