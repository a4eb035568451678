package fr.vigie.roster.solver;

import fr.vigie.roster.benchmark.HardRules;
import fr.vigie.roster.benchmark.Penalty;
import fr.vigie.roster.benchmark.Schedule;
import fr.vigie.roster.benchmark.ShiftProblem;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a solver found.
 *
 * @param schedule a schedule that keeps all hard rules, if one was found
 * @param penalty its penalty, by the definition and not by the solver's account
 * @param bound no schedule costs less; nothing if it is proven that none keeps all rules
 */
public record ShiftSolution(Optional<Schedule> schedule, OptionalLong penalty, OptionalLong bound) {

    /** The answer with a schedule, which is judged anew: a solver's mistake does not get out. */
    static ShiftSolution of(ShiftProblem problem, Schedule schedule, long bound) {
        var broken = HardRules.brokenBy(problem, schedule);
        if (!broken.isEmpty()) {
            throw new IllegalStateException("The solver broke a rule: " + broken.get(0));
        }
        long penalty = Penalty.of(problem, schedule).total();
        if (bound > penalty) {
            throw new IllegalStateException(
                    "The solver's bound (%d) is above what a schedule costs (%d).".formatted(bound, penalty));
        }
        return new ShiftSolution(Optional.of(schedule), OptionalLong.of(penalty), OptionalLong.of(bound));
    }

    /** Nothing was found in time. */
    static ShiftSolution none(long bound) {
        return new ShiftSolution(Optional.empty(), OptionalLong.empty(), OptionalLong.of(bound));
    }

    /** There is no schedule. */
    static ShiftSolution impossible() {
        return new ShiftSolution(Optional.empty(), OptionalLong.empty(), OptionalLong.empty());
    }

    /** Whether no schedule can be better. */
    public boolean isOptimal() {
        return penalty.isPresent() && penalty.equals(bound);
    }

    /** Whether it is proven that the rules contradict one another. */
    public boolean isImpossible() {
        return bound.isEmpty();
    }
}
