package fr.vigie.roster.solver;

import fr.vigie.roster.benchmark.Penalty;
import fr.vigie.roster.benchmark.Schedule;
import fr.vigie.roster.benchmark.ShiftProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * OR-Tools: column generation for a strong bound and a good schedule, CP-SAT on the whole problem from there, which proves
 * small ones, then further dives of the column generation around parts of the best schedule.
 *
 * <p>People's rules are kept by the rows that the dynamic programming of {@link RowPricing} makes. Where its states are too
 * many, CP-SAT begins from an annealed schedule and has all the time.
 *
 * @param seed seed of the search; CP-SAT's workers race, so two runs may differ all the same
 */
record OrToolsShiftSolver(long seed) implements ShiftSolver {
    /** The first schedule takes at most one part in so many of the time, CP-SAT one part in so many of what is left. */
    private static final int PARTS_OF_FIRST = 2;

    private static final int PARTS_OF_CONSTRAINTS = 5;

    private static final int STEPS_OF_ANNEALING = 300_000;

    /** A bound is a sum of rounded numbers. */
    private static final double ROUNDING = 1e-4;

    OrToolsShiftSolver {
        CpSat.load().ifPresent(problem -> {
            throw new IllegalStateException("OR-Tools cannot be used here: %s.\nMaybe anneal.".formatted(problem));
        });
    }

    @Override
    public ShiftSolution solve(ShiftProblem problem, Duration limit, InstantSource clock) {
        return new Search(problem, limit, clock).run();
    }

    private final class Search {
        private final ShiftProblem problem;
        private final InstantSource clock;
        private final Instant deadline;
        private final RandomGenerator random =
                RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        private Optional<Schedule> best = Optional.empty();
        private long penalty = Long.MAX_VALUE;
        private long bound;
        private Instant pause;

        Search(ShiftProblem problem, Duration limit, InstantSource clock) {
            this.problem = problem;
            this.clock = clock;
            this.deadline = clock.instant().plus(limit);
            this.pause = deadline.minus(limit.dividedBy(PARTS_OF_FIRST));
        }

        ShiftSolution run() {
            var pricings = RowPricing.of(problem);
            if (pricings.length == 0) {
                return anneal() && !constraints(1) ? ShiftSolution.impossible() : answer();
            }
            var generation = new ColumnGeneration(problem, pricings, random, () -> isPast(pause));
            generation.first().ifPresent(this::offer);
            if (generation.isImpossible()) {
                return ShiftSolution.impossible();
            }
            bound = whole(generation.bound());
            if (best.isEmpty()) {
                return anneal() && !constraints(1) ? ShiftSolution.impossible() : answer();
            }
            pause = deadline;
            if (isOpen() && !constraints(PARTS_OF_CONSTRAINTS)) {
                throw new IllegalStateException("The solver finds no schedule where there is one.");
            }
            while (isOpen() && !isPast(deadline)) {
                best.flatMap(schedule -> generation.dive(some(), schedule)).ifPresent(this::offer);
            }
            return answer();
        }

        private boolean isPast(Instant end) {
            return !clock.instant().isBefore(end);
        }

        private boolean isOpen() {
            return bound < penalty;
        }

        /** Takes a schedule that is as good as the best: the search moves on. */
        private void offer(Schedule schedule) {
            long other = Penalty.of(problem, schedule).total();
            if (other <= penalty) {
                best = Optional.of(schedule);
                penalty = other;
            }
        }

        private ShiftSolution answer() {
            return best.map(schedule -> ShiftSolution.of(problem, schedule, bound))
                    .orElseGet(() -> ShiftSolution.none(bound));
        }

        /** Looks for a first schedule; true if there is more to do. */
        private boolean anneal() {
            new ShiftAnnealing(seed, STEPS_OF_ANNEALING)
                    .solve(problem, left().dividedBy(PARTS_OF_CONSTRAINTS), clock)
                    .schedule()
                    .ifPresent(this::offer);
            return isOpen();
        }

        private Duration left() {
            var left = Duration.between(clock.instant(), deadline);
            return left.isNegative() ? Duration.ZERO : left;
        }

        /** CP-SAT for one part in so many of what is left of the time; false if it proves that there is no schedule. */
        private boolean constraints(int parts) {
            var model = new ShiftModel(problem, bound);
            best.ifPresent(model::hint);
            var solver = CpSat.solver(left().dividedBy(parts), seed);
            switch (solver.solve(model.model())) {
                case OPTIMAL, FEASIBLE -> offer(model.schedule(solver::booleanValue));
                case INFEASIBLE -> {
                    return false;
                }
                case UNKNOWN -> {
                    // Time was up before it found any.
                }
                default -> throw new IllegalStateException("The solver refused the model: %s."
                        .formatted(model.model().validate()));
            }
            bound = Math.max(bound, whole(solver.bestObjectiveBound()));
            return true;
        }

        /** Between a quarter and three quarters of the people. */
        private Set<Integer> some() {
            int people = problem.staff().size();
            int size = Math.max(1, people / 4) + random.nextInt(people / 2 + 1);
            var some = new TreeSet<Integer>();
            while (some.size() < Math.min(size, people)) {
                some.add(random.nextInt(people));
            }
            return some;
        }
    }

    /** Penalties are whole; so is the least one that is not excluded. */
    private static long whole(double proven) {
        return Math.max(0, (long) Math.ceil(proven - ROUNDING));
    }
}
