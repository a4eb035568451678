package fr.vigie.roster.solver;

import fr.vigie.roster.benchmark.ShiftProblem;
import java.time.Duration;
import java.time.InstantSource;

/**
 * OR-Tools CP-SAT on the whole problem, from a schedule that a short annealing finds. Proves a bound.
 *
 * @param seed seed of the search; with several workers two runs may differ all the same
 */
record CpSatShiftSolver(long seed) implements ShiftSolver {
    /** The share of the time that the first schedule may take. */
    private static final int SHARE_OF_START = 50;

    private static final int STEPS_OF_START = 300_000;

    CpSatShiftSolver {
        CpSat.load().ifPresent(problem -> {
            throw new IllegalStateException("CP-SAT cannot be used here: %s.\nMaybe anneal.".formatted(problem));
        });
    }

    @Override
    public ShiftSolution solve(ShiftProblem problem, Duration limit, InstantSource clock) {
        var deadline = clock.instant().plus(limit);
        var start = new ShiftAnnealing(seed, STEPS_OF_START).solve(problem, limit.dividedBy(SHARE_OF_START), clock);
        if (start.isOptimal()) {
            return start;
        }
        var model = new ShiftModel(problem);
        start.schedule().ifPresent(model::hint);
        var left = Duration.between(clock.instant(), deadline);
        var solver = CpSat.solver(left.isNegative() ? Duration.ZERO : left, seed);
        return switch (solver.solve(model.model())) {
            case OPTIMAL, FEASIBLE -> ShiftSolution.of(
                    problem, model.schedule(solver::booleanValue), bound(solver.bestObjectiveBound()));
            case INFEASIBLE -> ShiftSolution.impossible();
            case UNKNOWN -> start;
            default -> throw new IllegalStateException(
                    "The solver refused the model: %s.".formatted(model.model().validate()));
        };
    }

    /** Penalties are whole; so is the least one that is not excluded. */
    private static long bound(double proven) {
        return Math.max(0, (long) Math.ceil(proven - 1e-6));
    }
}
