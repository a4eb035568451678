package fr.vigie.roster;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A week under construction: the duty of each person on each day, who is on the telephone in each quarter of an hour, and
 * what it costs.
 *
 * <p>The cost of a quarter grows with the square of what is missing and, far less, of what is too much, so that a shortage
 * is spread and not heaped up. A person's week costs more when its days begin at very different hours or differ in length.
 */
final class WeekState {
    private static final int UNDER = 40;
    private static final int OVER = 2;
    private static final int IRREGULAR = 3;
    private static final int REGULAR_STARTS = 8;
    private static final int REGULAR_LENGTHS = 6;

    private static final int DAILY_REST = 11 * 4;
    private static final int WEEKLY_REST = 35 * 4;

    private final Need need;
    private final List<Employee> employees;
    private final @Nullable Duty[][] duties;
    private final int[] planned;

    WeekState(Need need, List<Employee> employees) {
        this.need = need;
        this.employees = employees;
        this.duties = new Duty[employees.size()][7];
        this.planned = new int[need.length()];
    }

    @Nullable
    Duty duty(int employee, int day) {
        return duties[employee][day];
    }

    int planned(int quarter) {
        return planned[quarter];
    }

    /** Sets or clears the duty of a day and gives the change of the cost. */
    int set(int employee, int day, @Nullable Duty duty) {
        int before = irregularity(employee);
        var old = duties[employee][day];
        int change = (old == null ? 0 : count(old, day, -1)) + (duty == null ? 0 : count(duty, day, 1));
        duties[employee][day] = duty;
        return change + irregularity(employee) - before;
    }

    /** The change of the cost if that duty came on top of all. */
    int costOf(Duty duty, int day) {
        int change = 0;
        for (int quarter = duty.start(); quarter < duty.end(); quarter++) {
            if (duty.worksAt(quarter)) {
                int at = need.begin(day) + quarter;
                change += cost(at, planned[at] + 1) - cost(at, planned[at]);
            }
        }
        return change;
    }

    private int count(Duty duty, int day, int step) {
        int change = 0;
        for (int quarter = duty.start(); quarter < duty.end(); quarter++) {
            if (duty.worksAt(quarter)) {
                int at = need.begin(day) + quarter;
                change -= cost(at, planned[at]);
                planned[at] += step;
                change += cost(at, planned[at]);
            }
        }
        return change;
    }

    private int cost(int quarter, int people) {
        int missing = need.at(quarter) - people;
        return (missing > 0 ? UNDER : OVER) * missing * missing;
    }

    private int irregularity(int employee) {
        int firstStart = Integer.MAX_VALUE;
        int lastStart = 0;
        int shortest = Integer.MAX_VALUE;
        int longest = 0;
        for (var duty : duties[employee]) {
            if (duty != null) {
                firstStart = Math.min(firstStart, duty.start());
                lastStart = Math.max(lastStart, duty.start());
                shortest = Math.min(shortest, duty.paid());
                longest = Math.max(longest, duty.paid());
            }
        }
        return longest == 0
                ? 0
                : IRREGULAR
                        * (Math.max(0, lastStart - firstStart - REGULAR_STARTS)
                                + Math.max(0, longest - shortest - REGULAR_LENGTHS));
    }

    /** Whether a person has eleven hours of rest between days and 35 within the week. */
    boolean isRested(int employee) {
        var workedUntil = employees.get(employee).workedUntil();
        int end = workedUntil == null
                ? -DAILY_REST
                : (int) Math.max(
                        -need.length(),
                        -Math.floorDiv(
                                ChronoUnit.MINUTES.between(
                                        workedUntil, need.firstDay().atStartOfDay()),
                                15L));
        int longest = 0;
        for (int day = 0; day < 7; day++) {
            var duty = duties[employee][day];
            if (duty != null) {
                int start = need.begin(day) + duty.start();
                if (start - end < DAILY_REST) {
                    return false;
                }
                longest = Math.max(longest, start - Math.max(0, end));
                end = need.begin(day) + duty.end();
            }
        }
        return Math.max(longest, need.length() - Math.max(0, end)) >= WEEKLY_REST;
    }
}
