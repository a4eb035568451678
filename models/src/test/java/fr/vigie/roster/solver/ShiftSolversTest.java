package fr.vigie.roster.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.vigie.roster.benchmark.HardRules;
import fr.vigie.roster.benchmark.Penalty;
import fr.vigie.roster.benchmark.ProblemReader;
import fr.vigie.roster.benchmark.ShiftProblem;
import fr.vigie.roster.benchmark.SmallProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShiftSolversTest {
    private static final Path INSTANCES =
            Path.of(System.getProperty("vigie.data", "../../shared/data"), "staffing", "shift-scheduling");
    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final ShiftSolver ANNEALING = new ShiftAnnealing(1, 50_000);

    static List<ShiftSolver> solvers() {
        return List.of(ANNEALING, new OrToolsShiftSolver(1));
    }

    /** A clock that goes on by a second whenever somebody looks at it. */
    private static InstantSource ticking() {
        var start = InstantSource.system().instant();
        var ticks = Stream.iterate(start, now -> now.plusSeconds(1)).iterator();
        return ticks::next;
    }

    private static ShiftSolution solve(ShiftSolver solver, ShiftProblem problem) {
        var solution = solver.solve(problem, LIMIT, ticking());
        solution.schedule().ifPresent(schedule -> {
            assertEquals(List.of(), HardRules.brokenBy(problem, schedule));
            assertEquals(
                    Penalty.of(problem, schedule).total(), solution.penalty().orElseThrow());
        });
        return solution;
    }

    private static ShiftProblem small(String right, String wrong) {
        return ProblemReader.read(SmallProblem.lines().stream()
                .map(line -> line.replace(right, wrong))
                .toList());
    }

    @Test
    void theBestSolverRunsOnThisMachine() {
        assertEquals("", ShiftSolvers.whyNotTheBest().orElse(""));
        assertInstanceOf(OrToolsShiftSolver.class, ShiftSolvers.best(1));
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void theOptimumKnownByHandIsFound(ShiftSolver solver) {
        assertEquals(
                OptionalLong.of(SmallProblem.OPTIMUM),
                solve(solver, SmallProblem.problem()).penalty());
    }

    @Test
    void orToolsProvesIt() {
        var solution = solve(new OrToolsShiftSolver(1), SmallProblem.problem());
        assertTrue(solution.isOptimal(), solution::toString);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void rulesThatContradictOneAnotherHaveNoSchedule(ShiftSolver solver) {
        // Five shifts without the weekend, at most three in a row and two days off between.
        var solution = solve(solver, small("A,E=7|L=1,1440,960", "A,E=7|L=1,2880,2400"));
        assertTrue(solution.schedule().isEmpty());
        assertEquals(OptionalLong.empty(), solution.penalty());
        assertEquals(solver instanceof OrToolsShiftSolver, solution.isImpossible());
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void aProblemThatAsksForNothingCostsNothing(ShiftSolver solver) {
        var problem = SmallProblem.problem();
        var idle = new ShiftProblem(problem.days(), problem.shifts(), problem.staff(), List.of(), List.of());
        var solution = solve(solver, idle);
        assertEquals(OptionalLong.of(0), solution.penalty());
        assertTrue(solution.isOptimal());
    }

    @Test
    void timeThatIsUpInTheFirstDiveStillGivesASchedule() {
        var problem = SmallProblem.problem();
        // The clock has gone on by three seconds, half of the time, when the first rows are made.
        var solution = new OrToolsShiftSolver(1).solve(problem, Duration.ofSeconds(6), ticking());
        assertEquals(List.of(), HardRules.brokenBy(problem, solution.schedule().orElseThrow()));
    }

    @Test
    void aSeedGivesOneSchedule() {
        var problem = SmallProblem.problem();
        var first = solve(ANNEALING, problem).schedule().orElseThrow();
        var second = solve(ANNEALING, problem).schedule().orElseThrow();
        assertTrue(Arrays.deepEquals(first.toArray(), second.toArray()));
    }

    @Test
    void theFirstInstanceOfTheBenchmarkIsSolvedToItsKnownOptimum() throws IOException {
        var file = INSTANCES.resolve("Instance1.txt");
        assumeTrue(Files.exists(file), file + " is not there");
        var problem = ProblemReader.read(Files.readAllLines(file));
        var solution = solve(new OrToolsShiftSolver(1), problem);
        assertEquals(OptionalLong.of(607), solution.penalty());
        assertEquals(OptionalLong.of(607), solution.bound());
    }
}
