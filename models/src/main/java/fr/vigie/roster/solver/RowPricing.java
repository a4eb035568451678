package fr.vigie.roster.solver;

import fr.vigie.roster.benchmark.Schedule;
import fr.vigie.roster.benchmark.ShiftProblem;
import fr.vigie.roster.benchmark.StaffMember;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The cheapest days of one person that keep the rules of the contract, by dynamic programming over the days: the
 * resource-constrained shortest path that prices the columns of a staff schedule (e.g. J. F. Bard and H. W. Purnomo,
 * Preference scheduling for nurses using column generation, EJOR 164, 2005).
 *
 * <p>A state is the run of days at work or off, the minutes so far, the weekends so far, and how often each shift with a
 * limit was worked. Limits on shifts are left out at first, since they seldom bind.
 */
final class RowPricing {
    private static final int WEEK = 7;
    private static final int SATURDAY = 5;
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final double MOST_STATES = 8e6;

    private final ShiftProblem problem;
    private final StaffMember member;
    private final int shifts;
    private final int[] units;
    private final int mostUnits;
    private final int leastUnits;
    private final int mostWeekends;
    private final int mostRun;
    private final int leastRun;
    private final int leastOff;

    /** Lengths of a run at work: 1 to {@code mostRun}, then those of a run that began before the horizon. */
    private final int lengths;

    private final int[] limited;

    private RowPricing(ShiftProblem problem, int staff) {
        this.problem = problem;
        this.member = problem.staff().get(staff);
        this.shifts = problem.shifts().size();
        int unit = problem.shifts().stream().mapToInt(s -> s.minutes()).reduce(0, RowPricing::greatestDivisor);
        this.units = problem.shifts().stream().mapToInt(s -> s.minutes() / unit).toArray();
        int longest = Arrays.stream(units).max().orElse(0);
        this.mostUnits = Math.min(member.mostMinutes() / unit, longest * problem.days());
        this.leastUnits = -Math.floorDiv(-member.leastMinutes(), unit);
        this.mostWeekends = Math.min(member.mostWeekends(), problem.weekends());
        this.mostRun = Math.min(member.mostInARow(), problem.days());
        this.leastRun = Math.min(member.leastInARow(), problem.days());
        this.leastOff = Math.min(member.leastDaysOff(), problem.days());
        this.lengths = mostRun + leastRun - 1;
        this.limited = IntStream.range(0, shifts)
                .filter(s -> member.mostShifts().get(s) > 0)
                .filter(s -> member.mostShifts().get(s) < Math.min(problem.days(), mostUnits / units[s]))
                .toArray();
    }

    /** A pricing for each person; nothing if the states of somebody are too many. */
    static RowPricing[] of(ShiftProblem problem) {
        var pricings = IntStream.range(0, problem.staff().size())
                .mapToObj(staff -> new RowPricing(problem, staff))
                .toArray(RowPricing[]::new);
        boolean isSmall = Arrays.stream(pricings).allMatch(p -> p.states() * p.runs() * problem.days() <= MOST_STATES);
        return isSmall ? pricings : new RowPricing[0];
    }

    /**
     * The cheapest row; empty if no row keeps the rules.
     *
     * @param costs by day, and by shift after the first, which stands for a day off
     */
    int[] cheapest(double[][] costs) {
        var row = new Table(costs, new int[0]).cheapest();
        return limited.length > 0 && row.length > 0 && exceedsALimit(row) ? new Table(costs, limited).cheapest() : row;
    }

    private boolean exceedsALimit(int[] row) {
        return Arrays.stream(limited)
                .anyMatch(s -> Arrays.stream(row).filter(shift -> shift == s).count()
                        > member.mostShifts().get(s));
    }

    private int runs() {
        return leastOff + shifts * lengths;
    }

    private double states() {
        double states = (mostUnits + 1.0) * (mostWeekends + 1);
        for (int s : limited) {
            states *= member.mostShifts().get(s) + 1;
        }
        return states;
    }

    private int stride(int[] counted) {
        int states = (mostUnits + 1) * (mostWeekends + 1);
        for (int s : counted) {
            states *= member.mostShifts().get(s) + 1;
        }
        return states;
    }

    private static int greatestDivisor(int a, int b) {
        return b == 0 ? a : greatestDivisor(b, a % b);
    }

    /** The least cost of each state after each day. */
    private final class Table {
        private final double[][] costs;
        private final int weekendStep;
        private final int unitStep;
        private final int stride;
        private final int[] countStep;
        private final double[][] least;
        private final int[][] from;

        Table(double[][] costs, int[] counted) {
            this.costs = costs;
            this.countStep = new int[shifts];
            int step = 1;
            for (int s : counted) {
                countStep[s] = step;
                step *= member.mostShifts().get(s) + 1;
            }
            this.weekendStep = step;
            this.unitStep = step * (mostWeekends + 1);
            this.stride = stride(counted);
            this.least = new double[problem.days()][];
            this.from = new int[problem.days()][];
        }

        int[] cheapest() {
            for (int day = 0; day < problem.days(); day++) {
                least[day] = new double[runs() * stride];
                from[day] = new int[runs() * stride];
                Arrays.fill(least[day], NEVER);
                if (day == 0) {
                    begin();
                } else {
                    advance(day);
                }
            }
            return row();
        }

        private void begin() {
            if (Double.isFinite(costs[0][0])) {
                offer(0, leastOff - 1, 0, costs[0][0], -1);
            }
            for (int s = 0; s < shifts; s++) {
                work(0, s, leastRun > 1 ? mostRun : 0, 0, false, 0, -1);
            }
        }

        private void advance(int day) {
            for (int run = 0; run < runs(); run++) {
                for (int rest = 0; rest < stride; rest++) {
                    double cost = least[day - 1][run * stride + rest];
                    if (cost < NEVER) {
                        if (run < leastOff) {
                            fromOff(day, run, rest, cost);
                        } else {
                            fromWork(day, run, rest, cost);
                        }
                    }
                }
            }
        }

        private void fromOff(int day, int run, int rest, double cost) {
            int state = run * stride + rest;
            offer(day, Math.min(run + 1, leastOff - 1), rest, cost + costs[day][0], state);
            if (run == leastOff - 1) {
                for (int s = 0; s < shifts; s++) {
                    work(day, s, 0, rest, false, cost, state);
                }
            }
        }

        private void fromWork(int day, int run, int rest, double cost) {
            int state = run * stride + rest;
            int last = (run - leastOff) / lengths;
            int length = (run - leastOff) % lengths;
            boolean isAtEdge = length >= mostRun;
            int days = isAtEdge ? length - mostRun + 1 : length + 1;
            if (isAtEdge || days >= leastRun) {
                offer(day, 0, rest, cost + costs[day][0], state);
            }
            if (days < mostRun) {
                int next = isAtEdge && days + 1 < leastRun ? length + 1 : days;
                for (int s = 0; s < shifts; s++) {
                    if (problem.mayFollow(last, s)) {
                        work(day, s, next, rest, true, cost, state);
                    }
                }
            }
        }

        private void work(int day, int shift, int length, int rest, boolean workedBefore, double cost, int state) {
            if (member.mostShifts().get(shift) == 0 || costs[day][shift + 1] == NEVER) {
                return;
            }
            int used = rest / unitStep + units[shift];
            if (used > mostUnits) {
                return;
            }
            int next = rest + units[shift] * unitStep;
            boolean opensWeekend = day % WEEK == SATURDAY || (day % WEEK == SATURDAY + 1 && !workedBefore);
            if (opensWeekend) {
                if (rest % unitStep / weekendStep == mostWeekends) {
                    return;
                }
                next += weekendStep;
            }
            int step = countStep[shift];
            if (step > 0) {
                int most = member.mostShifts().get(shift);
                if (rest / step % (most + 1) == most) {
                    return;
                }
                next += step;
            }
            offer(day, leastOff + shift * lengths + length, next, cost + costs[day][shift + 1], state);
        }

        private void offer(int day, int run, int rest, double cost, int state) {
            int at = run * stride + rest;
            if (cost < least[day][at]) {
                least[day][at] = cost;
                from[day][at] = state;
            }
        }

        private int[] row() {
            var last = least[problem.days() - 1];
            int best = -1;
            for (int state = 0; state < last.length; state++) {
                if (state % stride / unitStep >= leastUnits && last[state] < (best < 0 ? NEVER : last[best])) {
                    best = state;
                }
            }
            if (best < 0) {
                return new int[0];
            }
            var row = new int[problem.days()];
            for (int day = row.length - 1; day >= 0; day--) {
                int run = best / stride;
                row[day] = run < leastOff ? Schedule.FREE : (run - leastOff) / lengths;
                best = from[day][best];
            }
            return row;
        }
    }
}
