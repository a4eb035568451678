package fr.vigie.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A week under construction: the duty of each person on each day, who is on the telephone in each quarter of an hour, and
 * what it costs.
 *
 * <p>Costs are counted in quarters of an hour without somebody on the telephone. The same quarter costs a little more for
 * each further one who is missing, and a little for each one too many, so that a shortage is spread and not heaped up. On top
 * comes what people's weeks cost, see {@link Terms}.
 */
final class WeekState {
    private static final double HEAPED = 0.002;
    private static final double OVER = 0.05;

    /** Where so many are needed, one too many is as bad as usual; the more are needed, the less it matters. */
    private static final double USUAL_NEED = 5;

    private final Need need;
    private final List<Terms> terms;
    private final @Nullable Duty[][] duties;
    private final int[] planned;

    WeekState(Need need, List<Terms> terms) {
        this.need = need;
        this.terms = terms;
        this.duties = new Duty[terms.size()][7];
        this.planned = new int[need.length()];
    }

    @Nullable
    Duty duty(int employee, int day) {
        return duties[employee][day];
    }

    /** A person's duties by day. */
    @Nullable
    Duty[] week(int employee) {
        return duties[employee].clone();
    }

    int planned(int quarter) {
        return planned[quarter];
    }

    /** Sets or clears the duty of a day and gives the change of the cost. */
    double set(int employee, int day, @Nullable Duty duty) {
        double before = terms.get(employee).of(duties[employee]);
        double change = place(employee, day, duty);
        return change + terms.get(employee).of(duties[employee]) - before;
    }

    /** Sets a person's whole week and gives the change of the cost. */
    double set(int employee, @Nullable Duty[] week) {
        double before = terms.get(employee).of(duties[employee]);
        double change = 0;
        for (int day = 0; day < week.length; day++) {
            change += place(employee, day, week[day]);
        }
        return change + terms.get(employee).of(duties[employee]) - before;
    }

    private double place(int employee, int day, @Nullable Duty duty) {
        var old = duties[employee][day];
        double change =
                (old == null ? 0 : count(employee, old, day, -1)) + (duty == null ? 0 : count(employee, duty, day, 1));
        duties[employee][day] = duty;
        return change;
    }

    /** The change of the cost if that duty came on top of all. */
    double costOf(int employee, Duty duty, int day) {
        double change = terms.get(employee).cost(day, duty);
        for (int quarter = duty.start(); quarter < duty.end(); quarter++) {
            if (terms.get(employee).answersAt(day, duty, quarter)) {
                change -= worth(need.begin(day) + quarter);
            }
        }
        return change;
    }

    /** What one more on the telephone is worth in a quarter of the week. */
    double worth(int quarter) {
        return cost(quarter, planned[quarter]) - cost(quarter, planned[quarter] + 1);
    }

    /** What one more is worth, by quarter of the week. */
    double[] worths() {
        var worths = new double[planned.length];
        for (int quarter = 0; quarter < worths.length; quarter++) {
            worths[quarter] = worth(quarter);
        }
        return worths;
    }

    private double count(int employee, Duty duty, int day, int step) {
        double change = 0;
        for (int quarter = duty.start(); quarter < duty.end(); quarter++) {
            if (terms.get(employee).answersAt(day, duty, quarter)) {
                int at = need.begin(day) + quarter;
                change -= cost(at, planned[at]);
                planned[at] += step;
                change += cost(at, planned[at]);
            }
        }
        return change;
    }

    private double cost(int quarter, int people) {
        int missing = need.at(quarter) - people;
        return missing > 0
                ? missing + HEAPED * missing * (missing - 1)
                : OVER * missing * missing / Math.max(1, need.at(quarter) / USUAL_NEED);
    }

    /** What the week costs in all. */
    double cost() {
        double cost = 0;
        for (int quarter = 0; quarter < planned.length; quarter++) {
            cost += cost(quarter, planned[quarter]);
        }
        for (int e = 0; e < duties.length; e++) {
            cost += terms.get(e).of(duties[e]);
        }
        return cost;
    }

    /** Whether a person has eleven hours of rest between days and 35 within the week. */
    boolean isRested(int employee) {
        var own = terms.get(employee);
        return Rests.areKept(need, own.limits().dailyRest(), own.restedFrom(), duties[employee]);
    }
}
