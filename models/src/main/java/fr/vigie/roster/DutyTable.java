package fr.vigie.roster;

import org.jspecify.annotations.Nullable;

/**
 * The duty of a day that is worth most, for every start and paid time: meal and breaks lie where work is worth least.
 *
 * <p>Paid times run from {@link WorkingDays#SHORTEST_DAY} to {@link WorkingDays#LONGEST_DAY}.
 */
final class DutyTable {
    private final int opens;
    private final @Nullable Worth[][] best;

    /**
     * A duty and what its work is worth.
     *
     * @param duty the duty
     * @param worth the sum over its quarters of work
     */
    record Worth(Duty duty, double worth) {}

    private DutyTable(int opens, @Nullable Worth[][] best) {
        this.opens = opens;
        this.best = best;
    }

    /**
     * The table of a day.
     *
     * @param day the day of the week, from 0
     * @param leavesBy the quarter of the day by which its duties end
     * @param worth what a quarter of an hour of work is worth, by quarter of the week
     */
    static DutyTable of(Need need, Duties duties, int day, int leavesBy, double[] worth) {
        int opens = need.opens(day);
        var best = new Worth[Math.max(0, need.closes(day) - opens)][];
        var before = worthBefore(need, day, leavesBy, worth);
        var halves = new HalfDays(duties, before);
        for (int s = 0; s < best.length; s++) {
            best[s] = new Worth[WorkingDays.LONGEST_DAY - WorkingDays.SHORTEST_DAY + 1];
            int start = opens + s;
            for (int paid = WorkingDays.SHORTEST_DAY;
                    paid <= WorkingDays.LONGEST_DAY && start + paid <= leavesBy;
                    paid++) {
                var duty = duties.best(start, paid, need.noon(day), halves).orElse(null);
                if (duty != null && duty.end() <= leavesBy) {
                    best[s][paid - WorkingDays.SHORTEST_DAY] = new Worth(duty, worth(duty, before));
                }
            }
        }
        return new DutyTable(opens, best);
    }

    private static double[] worthBefore(Need need, int day, int leavesBy, double[] worth) {
        // A meal may reach beyond the end before that duty is refused.
        var before = new double[Math.max(leavesBy, need.lengthOf(day)) + DutyPattern.MEAL + 1];
        for (int quarter = 0; quarter + 1 < before.length; quarter++) {
            int at = need.begin(day) + quarter;
            before[quarter + 1] = before[quarter] + (at < worth.length ? worth[at] : 0);
        }
        return before;
    }

    private static double worth(Duty duty, double[] before) {
        double worth = 0;
        for (int quarter = duty.start(); quarter < duty.end(); quarter++) {
            worth += duty.worksAt(quarter) ? before[quarter + 1] - before[quarter] : 0;
        }
        return worth;
    }

    /** The first start. */
    int opens() {
        return opens;
    }

    /** The start after the last one. */
    int closes() {
        return opens + best.length;
    }

    /** The best duty of that start and paid time; nothing if none is legal. */
    @Nullable
    Worth at(int start, int paid) {
        return best[start - opens][paid - WorkingDays.SHORTEST_DAY];
    }
}
