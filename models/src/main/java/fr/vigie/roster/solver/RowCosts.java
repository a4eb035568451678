package fr.vigie.roster.solver;

import fr.vigie.roster.benchmark.Schedule;
import fr.vigie.roster.benchmark.ShiftProblem;
import fr.vigie.roster.benchmark.Wish;
import java.util.Arrays;

/** What somebody's days cost by the wishes. */
final class RowCosts {
    private final ShiftProblem problem;

    /** By person, day and shift; the first shift stands for a day off. */
    private final long[][][] costs;

    RowCosts(ShiftProblem problem) {
        this.problem = problem;
        costs = new long[problem.staff().size()][problem.days()]
                [problem.shifts().size() + 1];
        for (var wish : problem.wishes()) {
            var cell = costs[wish.staff()][wish.day()];
            for (int shift = Schedule.FREE; shift < problem.shifts().size(); shift++) {
                boolean granted = (shift == wish.shift()) == (wish.kind() == Wish.Kind.ON);
                cell[shift + 1] += granted ? 0 : wish.weight();
            }
        }
    }

    /** The cost of a shift, or of {@link Schedule#FREE}. */
    long of(int staff, int day, int shift) {
        return costs[staff][day][shift + 1];
    }

    /** The cost of a row. */
    long of(int staff, int[] row) {
        long sum = 0;
        for (int day = 0; day < row.length; day++) {
            sum += of(staff, day, row[day]);
        }
        return sum;
    }

    /** Somebody's costs, by day, and by shift after a day off; infinite for a shift on a day that must be free. */
    double[][] withDaysOff(int staff) {
        var own = Arrays.stream(costs[staff])
                .map(cell -> Arrays.stream(cell).asDoubleStream().toArray())
                .toArray(double[][]::new);
        for (int day : problem.staff().get(staff).daysOff()) {
            Arrays.fill(own[day], 1, own[day].length, Double.POSITIVE_INFINITY);
        }
        return own;
    }
}
