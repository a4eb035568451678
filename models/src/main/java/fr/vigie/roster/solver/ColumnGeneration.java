package fr.vigie.roster.solver;

import fr.vigie.roster.benchmark.Schedule;
import fr.vigie.roster.benchmark.ShiftProblem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Column generation (P. C. Gilmore and R. E. Gomory, 1961) and diving: rows that better the linear solution are made until
 * there are none, which bounds the penalty from below; then people are given rows one after the other, and the others' rows
 * are made anew around them. Every row keeps the rules, so every dive ends with a schedule.
 */
final class ColumnGeneration {
    private static final double EPSILON = 1e-6;

    /** Rounds of new rows between two decisions of a dive. */
    private static final int ROUNDS_OF_A_DIVE = 6;

    /** Rows kept for each person from one dive to the next, the newest. */
    private static final int ROWS_KEPT = 400;

    private final ShiftProblem problem;
    private final RowPricing[] pricings;
    private final RowCosts rowCosts;
    private final RandomGenerator random;
    private final BooleanSupplier isOver;
    private final List<Deque<int[]>> pool = new ArrayList<>();
    private double bound;
    private boolean isImpossible;

    /**
     * A generator without rows.
     *
     * @param pricings one for each person, see {@link RowPricing#of}
     * @param isOver whether the time is up
     */
    ColumnGeneration(ShiftProblem problem, RowPricing[] pricings, RandomGenerator random, BooleanSupplier isOver) {
        this.problem = problem;
        this.pricings = pricings;
        this.rowCosts = new RowCosts(problem);
        this.random = random;
        this.isOver = isOver;
        for (int staff = 0; staff < pricings.length; staff++) {
            pool.add(new ArrayDeque<>());
        }
    }

    /** No schedule costs less. */
    double bound() {
        return bound;
    }

    /** Whether somebody has no row that keeps the rules. */
    boolean isImpossible() {
        return isImpossible;
    }

    /**
     * A first schedule, and the bound; nothing if no schedule exists, or time is up before everybody has a row. Once time is
     * up, no more rows are made, and the schedule is of those there are.
     */
    Optional<Schedule> first() {
        var everybody =
                new TreeSet<>(IntStream.range(0, pricings.length).boxed().toList());
        var nobody = new int[0][];
        try (var master = new Master(problem, rowCosts, everybody, nobody)) {
            boolean isBetter = true;
            while (isBetter) {
                double value = master.solve();
                isBetter = !isOver.getAsBoolean() && generate(master, everybody, value);
            }
            return isImpossible ? Optional.empty() : dive(master, everybody, nobody, () -> false);
        }
    }

    /** A schedule in which some people's rows are made anew, and the others' stay; nothing if time is up before. */
    Optional<Schedule> dive(Set<Integer> released, Schedule schedule) {
        var rows = schedule.toArray();
        try (var master = new Master(problem, rowCosts, released, rows)) {
            for (int staff : released) {
                var own = pool.get(staff);
                if (own.stream().noneMatch(row -> Arrays.equals(row, rows[staff]))) {
                    own.add(rows[staff]);
                }
                own.forEach(row -> master.add(staff, row));
            }
            return dive(master, new TreeSet<>(released), rows, isOver);
        }
    }

    private Optional<Schedule> dive(Master master, Set<Integer> free, int[][] rows, BooleanSupplier isGivenUp) {
        var found = Arrays.copyOf(rows, pricings.length);
        while (!free.isEmpty()) {
            boolean isBetter = true;
            for (int round = 0; isBetter; round++) {
                double value = master.solve();
                isBetter = round < ROUNDS_OF_A_DIVE && !isOver.getAsBoolean() && generate(master, free, value);
            }
            var decisions = decided(master, free);
            if (isGivenUp.getAsBoolean() || decisions.isEmpty()) {
                return Optional.empty();
            }
            for (int decided : decisions) {
                var column = master.columns().get(decided);
                master.fix(decided);
                free.remove(column.staff());
                found[column.staff()] = column.row();
            }
        }
        return Optional.of(Schedule.of(found));
    }

    /** Makes a row of least reduced cost for each of some people; whether one of them betters the solution. */
    private boolean generate(Master master, Set<Integer> free, double value) {
        var people = free.stream().mapToInt(Integer::intValue).toArray();
        var prices = Arrays.stream(people).mapToDouble(master::price).toArray();
        var costs = Arrays.stream(people).mapToObj(master::reducedCosts).toArray(double[][][]::new);
        var rows = IntStream.range(0, people.length)
                .parallel()
                .mapToObj(i -> pricings[people[i]].cheapest(costs[i]))
                .toArray(int[][]::new);
        double gains = 0;
        for (int i = 0; i < people.length; i++) {
            if (rows[i].length == 0) {
                isImpossible = true;
                return false;
            }
            double gain = prices[i] - cost(costs[i], rows[i]);
            if (gain > EPSILON) {
                master.add(people[i], rows[i]);
                keep(people[i], rows[i]);
                gains += gain;
            }
        }
        if (people.length == pricings.length) {
            bound = Math.max(bound, value - gains);
        }
        return gains > 0;
    }

    private void keep(int staff, int[] row) {
        var own = pool.get(staff);
        own.add(row);
        if (own.size() > ROWS_KEPT) {
            own.remove();
        }
    }

    private static double cost(double[][] costs, int[] row) {
        double sum = 0;
        for (int day = 0; day < row.length; day++) {
            sum += costs[day][row[day] + 1];
        }
        return sum;
    }

    /** The rows that are whole or, if there are none, one that nearly is; nothing if nobody who is free has a row. */
    private List<Integer> decided(Master master, Set<Integer> free) {
        var whole = new ArrayList<Integer>();
        var columns = master.columns();
        int best = -1;
        double most = 0;
        for (int c = 0; c < columns.size(); c++) {
            double share = master.share(c);
            if (!free.contains(columns.get(c).staff()) || share <= EPSILON) {
                continue;
            }
            if (share > 1 - EPSILON) {
                whole.add(c);
            }
            double drawn = share * (0.8 + 0.4 * random.nextDouble());
            if (drawn > most) {
                most = drawn;
                best = c;
            }
        }
        return whole.isEmpty() && best >= 0 ? List.of(best) : whole;
    }
}
