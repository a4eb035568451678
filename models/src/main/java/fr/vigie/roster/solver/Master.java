package fr.vigie.roster.solver;

import fr.vigie.roster.benchmark.Schedule;
import fr.vigie.roster.benchmark.ShiftProblem;
import fr.vigie.roster.solver.CoverProgram.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The linear master problem of the column generation: which rows, each somebody's days from beginning to end, add up to the
 * cover at least cost.
 */
final class Master implements AutoCloseable {
    private final ShiftProblem problem;
    private final RowCosts rowCosts;
    private final CoverProgram program;

    /** Those whose rows are to be found; their place is their group. */
    private final List<Integer> free;

    private final int[][] coverIndex;
    private final List<Column> columns = new ArrayList<>();

    /** A row of somebody. */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the package and is never changed
    record Column(int staff, int[] row) {}

    /**
     * A problem without rows.
     *
     * @param free whose rows are to be found
     * @param rows the rows of the others
     */
    Master(ShiftProblem problem, RowCosts rowCosts, Set<Integer> free, int[][] rows) {
        this.problem = problem;
        this.rowCosts = rowCosts;
        this.free = List.copyOf(free);
        this.coverIndex = new int[problem.days()][problem.shifts().size()];
        for (var index : coverIndex) {
            Arrays.fill(index, -1);
        }
        var needs = new ArrayList<Level>();
        for (var cover : problem.covers()) {
            coverIndex[cover.day()][cover.shift()] = needs.size();
            long there = IntStream.range(0, problem.staff().size())
                    .filter(staff -> !free.contains(staff) && rows[staff][cover.day()] == cover.shift())
                    .count();
            needs.add(new Level(cover.required() - (int) there, cover.underWeight(), cover.overWeight()));
        }
        program =
                new CoverProgram(IntStream.generate(() -> 1).limit(free.size()).toArray(), needs, outOfTheQuestion());
    }

    /** More than any schedule costs. */
    private double outOfTheQuestion() {
        double sum = 1;
        for (var cover : problem.covers()) {
            sum += (double)
                    Math.max(cover.penalty(0), cover.penalty(problem.staff().size()));
        }
        for (var wish : problem.wishes()) {
            sum += wish.weight();
        }
        return sum;
    }

    /** Adds a row of somebody. */
    void add(int staff, int[] row) {
        var met = IntStream.range(0, row.length)
                .filter(day -> row[day] != Schedule.FREE)
                .map(day -> coverIndex[day][row[day]])
                .filter(cover -> cover >= 0)
                .toArray();
        program.add(free.indexOf(staff), (double) rowCosts.of(staff, row), met);
        columns.add(new Column(staff, row));
    }

    /** Solves the linear problem and gives its value. */
    double solve() {
        return program.solve();
    }

    /** What one of somebody's rows may cost at most to better the solution. */
    double price(int staff) {
        return program.price(free.indexOf(staff));
    }

    /** What each of somebody's days costs, less what the cover pays for it; by day, and by shift after a day off. */
    double[][] reducedCosts(int staff) {
        var costs = rowCosts.withDaysOff(staff);
        for (int i = 0; i < problem.covers().size(); i++) {
            var cover = problem.covers().get(i);
            costs[cover.day()][cover.shift() + 1] -= program.worth(i);
        }
        return costs;
    }

    /** The rows so far. */
    List<Column> columns() {
        return columns;
    }

    /** The share of a row in the last solution, from 0 to 1. */
    double share(int column) {
        return program.share(column);
    }

    /** Leaves somebody no other row. */
    void fix(int column) {
        program.fix(column);
    }

    @Override
    public void close() {
        program.close();
    }
}
