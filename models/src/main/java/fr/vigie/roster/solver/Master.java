package fr.vigie.roster.solver;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import fr.vigie.roster.benchmark.Schedule;
import fr.vigie.roster.benchmark.ShiftProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The linear master problem of the column generation: which rows, each somebody's days from beginning to end, add up to the
 * cover at least cost. A row is a column of it; people missing and too many are slack.
 */
final class Master implements AutoCloseable {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final ShiftProblem problem;
    private final RowCosts rowCosts;
    private final MPSolver solver = MPSolver.createSolver("GLOP");

    /** That somebody has one row; by person, among those whose row is to be found. */
    private final Map<Integer, MPConstraint> one = new TreeMap<>();

    private final MPConstraint[] covers;
    private final int[][] coverIndex;
    private final List<Column> columns = new ArrayList<>();
    private double[] shares = new double[0];

    /** A row of somebody. */
    record Column(int staff, int[] row, MPVariable variable) {}

    /**
     * A problem without rows.
     *
     * @param free whose rows are to be found
     * @param rows the rows of the others
     */
    Master(ShiftProblem problem, RowCosts rowCosts, Set<Integer> free, int[][] rows) {
        this.problem = problem;
        this.rowCosts = rowCosts;
        double outOfTheQuestion = 1 + outOfTheQuestion();
        for (int staff : free) {
            var constraint = solver.makeConstraint(1, 1);
            one.put(staff, constraint);
            // Stands in until there is a column.
            var nobody = solver.makeNumVar(0, INFINITY, "");
            constraint.setCoefficient(nobody, 1);
            solver.objective().setCoefficient(nobody, outOfTheQuestion);
        }
        this.covers = new MPConstraint[problem.covers().size()];
        this.coverIndex = new int[problem.days()][problem.shifts().size()];
        for (var index : coverIndex) {
            Arrays.fill(index, -1);
        }
        for (int i = 0; i < covers.length; i++) {
            var cover = problem.covers().get(i);
            coverIndex[cover.day()][cover.shift()] = i;
            int left = cover.required();
            for (int staff = 0; staff < problem.staff().size(); staff++) {
                left -= !free.contains(staff) && rows[staff][cover.day()] == cover.shift() ? 1 : 0;
            }
            covers[i] = solver.makeConstraint(left, left);
            slack(covers[i], 1, cover.underWeight());
            slack(covers[i], -1, cover.overWeight());
        }
        solver.objective().setMinimization();
    }

    private void slack(MPConstraint cover, int sign, int weight) {
        var slack = solver.makeNumVar(0, INFINITY, "");
        cover.setCoefficient(slack, sign);
        solver.objective().setCoefficient(slack, weight);
    }

    /** More than any schedule costs. */
    private double outOfTheQuestion() {
        double sum = 0;
        for (var cover : problem.covers()) {
            sum += Math.max(cover.penalty(0), cover.penalty(problem.staff().size()));
        }
        for (var wish : problem.wishes()) {
            sum += wish.weight();
        }
        return sum;
    }

    /** Adds a row of somebody. */
    void add(int staff, int[] row) {
        var variable = solver.makeNumVar(0, INFINITY, "");
        constraint(staff).setCoefficient(variable, 1);
        for (int day = 0; day < row.length; day++) {
            int cover = row[day] == Schedule.FREE ? -1 : coverIndex[day][row[day]];
            if (cover >= 0) {
                covers[cover].setCoefficient(variable, 1);
            }
        }
        solver.objective().setCoefficient(variable, rowCosts.of(staff, row));
        columns.add(new Column(staff, row, variable));
    }

    private MPConstraint constraint(int staff) {
        return Objects.requireNonNull(one.get(staff));
    }

    /** Solves the linear problem and gives its value. */
    double solve() {
        var status = solver.solve();
        if (status != MPSolver.ResultStatus.OPTIMAL) {
            throw new IllegalStateException("The linear solver ended with %s.".formatted(status));
        }
        // They can be asked for only until something is changed.
        shares = columns.stream().mapToDouble(c -> c.variable().solutionValue()).toArray();
        return solver.objective().value();
    }

    /** What one of somebody's rows may cost at most to better the solution: the dual of "one row". */
    double price(int staff) {
        return constraint(staff).dualValue();
    }

    /** What each of somebody's days costs, less what the cover pays for it; by day, and by shift after a day off. */
    double[][] reducedCosts(int staff) {
        var costs = rowCosts.withDaysOff(staff);
        for (int i = 0; i < covers.length; i++) {
            var cover = problem.covers().get(i);
            costs[cover.day()][cover.shift() + 1] -= covers[i].dualValue();
        }
        return costs;
    }

    /** The rows so far. */
    List<Column> columns() {
        return columns;
    }

    /** The share of a row in the last solution, from 0 to 1. */
    double share(int column) {
        return shares[column];
    }

    /** Leaves somebody no other row. */
    void fix(Column column) {
        column.variable().setLb(1);
    }

    @Override
    public void close() {
        solver.delete();
    }
}
