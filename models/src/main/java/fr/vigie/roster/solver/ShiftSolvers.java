package fr.vigie.roster.solver;

import java.util.Optional;

/** The solvers there are here. */
public final class ShiftSolvers {
    private static final int STEPS = 500_000;

    private ShiftSolvers() {}

    /** The best one that runs on this machine: OR-Tools, or else annealing. */
    public static ShiftSolver best(long seed) {
        return CpSat.load().isEmpty() ? new OrToolsShiftSolver(seed) : new ShiftAnnealing(seed, STEPS);
    }

    /** Why the best one there is cannot be used on this machine; usually nothing. */
    public static Optional<String> whyNotTheBest() {
        return CpSat.load();
    }
}
