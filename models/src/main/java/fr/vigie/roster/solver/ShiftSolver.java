package fr.vigie.roster.solver;

import fr.vigie.roster.benchmark.ShiftProblem;
import java.time.Duration;
import java.time.InstantSource;

/** Makes the schedule of least penalty that it can find in a given time. */
public interface ShiftSolver {
    /**
     * The best schedule found.
     *
     * @param problem the instance
     * @param limit how long to search, positive; the answer comes earlier once the best is proven
     * @param clock what tells how much time has passed
     */
    ShiftSolution solve(ShiftProblem problem, Duration limit, InstantSource clock);
}
