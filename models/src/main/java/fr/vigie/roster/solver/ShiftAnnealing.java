package fr.vigie.roster.solver;

import fr.vigie.roster.benchmark.HardRules;
import fr.vigie.roster.benchmark.Schedule;
import fr.vigie.roster.benchmark.ShiftProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Simulated annealing (S. Kirkpatrick et al., 1983) in rounds, each from the best schedule so far; in pure Java. Hard rules
 * may be broken on the way, at a price; only schedules that keep them all are answers. Proves no bound but zero.
 *
 * @param seed the seed: the same one and the same time passed give the same schedule
 * @param steps the steps of a round
 */
public record ShiftAnnealing(long seed, int steps) implements ShiftSolver {
    private static final int STEPS_BETWEEN_LOOKS = 1_000;
    private static final double COLDEST = 0.2;

    /** A rule broken costs more than the cover that is gained by it: so many times the largest weight. */
    private static final int RULE_PRICE = 5;

    /** How often the first round's temperature is above that of the rounds that only repair. */
    private static final double REHEAT = 0.3;

    public ShiftAnnealing {
        if (steps <= 0) {
            throw new IllegalArgumentException("The steps (%d) must be positive.".formatted(steps));
        }
    }

    @Override
    public ShiftSolution solve(ShiftProblem problem, Duration limit, InstantSource clock) {
        return new Search(problem, RandomGeneratorFactory.of("L64X128MixRandom").create(seed))
                .until(clock.instant().plus(limit), clock);
    }

    private final class Search {
        private final ShiftProblem problem;
        private final RandomGenerator random;
        private final ScheduleCost cost;
        private final int[][] rows;
        private final int[] excess;
        private final long rulePrice;
        private int[][] best;
        private long bestEnergy = Long.MAX_VALUE;
        private boolean bestIsFeasible;
        private long energy;

        Search(ShiftProblem problem, RandomGenerator random) {
            this.problem = problem;
            this.random = random;
            this.cost = new ScheduleCost(problem);
            this.rows = new int[problem.staff().size()][problem.days()];
            for (var row : rows) {
                Arrays.fill(row, Schedule.FREE);
            }
            this.excess = new int[rows.length];
            this.rulePrice = RULE_PRICE * cost.largestWeight();
            this.best = copy();
        }

        ShiftSolution until(Instant deadline, InstantSource clock) {
            double hottest = cost.largestWeight();
            do {
                restart();
                round(hottest, deadline, clock);
                hottest = REHEAT * cost.largestWeight();
            } while (bestEnergy > 0 && clock.instant().isBefore(deadline));
            return bestIsFeasible ? ShiftSolution.of(problem, Schedule.of(best), 0) : ShiftSolution.none(0);
        }

        private void restart() {
            for (int staff = 0; staff < rows.length; staff++) {
                rows[staff] = best[staff].clone();
                excess[staff] = HardRules.excess(problem, staff, rows[staff]);
            }
            energy = cost.reset(rows) + rulePrice * Arrays.stream(excess).sum();
        }

        private void round(double hottest, Instant deadline, InstantSource clock) {
            double cooling = StrictMath.pow(COLDEST / hottest, 1.0 / steps);
            double temperature = hottest;
            for (int step = 1; step <= steps; step++) {
                step(temperature);
                temperature *= cooling;
                if (step % STEPS_BETWEEN_LOOKS == 0 && !clock.instant().isBefore(deadline)) {
                    return;
                }
            }
        }

        private void step(double temperature) {
            switch (random.nextInt(3)) {
                case 0 -> stretch(temperature);
                case 1 -> exchangeDays(temperature);
                default -> exchangePeople(temperature);
            }
        }

        /** One shift, or none, for one person on some days in a row. */
        private void stretch(double temperature) {
            int staff = random.nextInt(rows.length);
            int shift = random.nextInt(problem.shifts().size() + 1) - 1;
            int from = random.nextInt(problem.days());
            int until = Math.min(problem.days(), from + 1 + random.nextInt(4));
            var row = rows[staff].clone();
            Arrays.fill(row, from, until, shift);
            offer(temperature, staff, row, staff, row);
        }

        /** Two days of one person. */
        private void exchangeDays(double temperature) {
            int staff = random.nextInt(rows.length);
            int first = random.nextInt(problem.days());
            int second = random.nextInt(problem.days());
            var row = rows[staff].clone();
            row[first] = rows[staff][second];
            row[second] = rows[staff][first];
            offer(temperature, staff, row, staff, row);
        }

        /** Some days in a row of two people. */
        private void exchangePeople(double temperature) {
            int a = random.nextInt(rows.length);
            int b = random.nextInt(rows.length);
            int from = random.nextInt(problem.days());
            int until = Math.min(problem.days(), from + 1 + random.nextInt(7));
            if (a == b) {
                return;
            }
            var rowA = rows[a].clone();
            var rowB = rows[b].clone();
            System.arraycopy(rows[b], from, rowA, from, until - from);
            System.arraycopy(rows[a], from, rowB, from, until - from);
            offer(temperature, a, rowA, b, rowB);
        }

        private void offer(double temperature, int a, int[] rowA, int b, int[] rowB) {
            int excessA = HardRules.excess(problem, a, rowA);
            int excessB = a == b ? excessA : HardRules.excess(problem, b, rowB);
            var oldA = rows[a];
            var oldB = rows[b];
            long change = rulePrice * (excessA - excess[a]) + cost.replace(a, oldA, rowA);
            if (a != b) {
                change += rulePrice * (excessB - excess[b]) + cost.replace(b, oldB, rowB);
            }
            if (change > 0 && random.nextDouble() >= StrictMath.exp(-change / temperature)) {
                cost.replace(a, rowA, oldA);
                if (a != b) {
                    cost.replace(b, rowB, oldB);
                }
                return;
            }
            rows[a] = rowA;
            rows[b] = rowB;
            excess[a] = excessA;
            excess[b] = excessB;
            energy += change;
            if (change < 0) {
                remember();
            }
        }

        /** A schedule that keeps the rules is better than any that does not. */
        private void remember() {
            boolean feasible = Arrays.stream(excess).allMatch(e -> e == 0);
            if (feasible == bestIsFeasible ? energy < bestEnergy : feasible) {
                best = copy();
                bestEnergy = energy;
                bestIsFeasible = feasible;
            }
        }

        private int[][] copy() {
            return Arrays.stream(rows).map(int[]::clone).toArray(int[][]::new);
        }
    }
}
