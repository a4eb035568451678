package fr.vigie.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Builds a week and improves it: a first duty for every working day where it helps most, then simulated annealing with a
 * fixed number of steps (S. Kirkpatrick et al., 1983), then meals and breaks once more, each at its best place against
 * the slack. Every week on the way keeps the rules that the moves could break.
 */
final class RosterSearch {
    private static final double HOTTEST = 3.75;
    private static final double COLDEST = 0.0125;

    /** Costs are sums of rounded numbers; what is better by less is not. */
    private static final double EPSILON = 1e-9;

    private static final int FARTHEST_START = 8;
    private static final int DRAWS = 3;

    private final Need need;
    private final List<Employee> employees;
    private final List<Terms> terms;
    private final Duties duties;
    private final RandomGenerator random;
    private final WeekState week;
    private final int[] weekdays;

    RosterSearch(Need need, List<Employee> employees, List<Terms> terms, DutyPattern pattern, RandomGenerator random) {
        this.need = need;
        this.employees = employees;
        this.terms = terms;
        this.duties = new Duties(pattern);
        this.random = random;
        this.week = new WeekState(need, terms);
        this.weekdays =
                IntStream.range(0, 7).filter(day -> !need.isWeekend(day)).toArray();
    }

    WeekState plan(int steps) {
        build();
        anneal(steps);
        placeBreaks();
        return week;
    }

    private void build() {
        var paid = WorkingDays.of(need, employees);
        for (int day = 0; day < 7; day++) {
            for (int e = 0; e < employees.size(); e++) {
                if (paid[e][day] > 0) {
                    place(e, day, paid[e][day]);
                }
            }
        }
    }

    /** Puts a duty of that length where it helps most; a day without a legal place stays free. */
    private void place(int employee, int day, int paid) {
        Duty best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int start : starts(employee, day, paid)) {
            for (int draw = 0; draw < DRAWS; draw++) {
                var duty = duty(employee, day, start, paid).orElse(null);
                if (duty == null || week.costOf(employee, duty, day) >= least) {
                    continue;
                }
                week.set(employee, day, duty);
                if (week.isRested(employee)) {
                    best = duty;
                    week.set(employee, day, null);
                    least = week.costOf(employee, duty, day);
                } else {
                    week.set(employee, day, null);
                }
            }
        }
        if (best != null) {
            week.set(employee, day, best);
        }
    }

    private List<Integer> starts(int employee, int day, int paid) {
        int leavesBy = terms.get(employee).leavesBy(need, day);
        return IntStream.range(Math.max(need.opens(day), terms.get(employee).comesFrom(need, day)), need.closes(day))
                .filter(start -> start + paid <= leavesBy)
                .boxed()
                .toList();
    }

    private Optional<Duty> duty(int employee, int day, int start, int paid) {
        return start < need.opens(day) || start < terms.get(employee).comesFrom(need, day) || start >= need.closes(day)
                ? Optional.empty()
                : terms.get(employee)
                        .limits()
                        .within(duties)
                        .drawn(start, paid, need.noon(day), random)
                        .filter(duty -> duty.end() <= terms.get(employee).leavesBy(need, day));
    }

    private void anneal(int steps) {
        var working = new ArrayList<int[]>();
        for (int e = 0; e < employees.size(); e++) {
            for (int day = 0; day < 7; day++) {
                if (week.duty(e, day) != null) {
                    working.add(new int[] {e, day});
                }
            }
        }
        if (working.isEmpty()) {
            return;
        }
        double cooling = StrictMath.pow(COLDEST / HOTTEST, 1.0 / steps);
        double temperature = HOTTEST;
        for (int step = 0; step < steps; step++) {
            var place = working.get(random.nextInt(working.size()));
            switch (random.nextInt(8)) {
                case 0 -> moveDay(place, temperature);
                case 1, 2 -> moveTime(place, temperature);
                default -> reshape(place, temperature);
            }
            temperature *= cooling;
        }
    }

    /** Another start, meal and breaks on the same day. */
    private void reshape(int[] place, double temperature) {
        int day = place[1];
        var old = current(place);
        int start = old.start() + random.nextInt(2 * FARTHEST_START + 1) - FARTHEST_START;
        duty(place[0], day, start, old.paid()).ifPresent(duty -> {
            double change = week.set(place[0], day, duty);
            if (!accepts(place[0], change, temperature)) {
                week.set(place[0], day, old);
            }
        });
    }

    /** Half an hour from this day to another one of the same person. */
    private void moveTime(int[] place, double temperature) {
        int e = place[0];
        int from = place[1];
        int to = random.nextInt(7);
        var shorter = current(place);
        var longer = week.duty(e, to);
        if (longer == null
                || to == from
                || shorter.paid() - 2 < WorkingDays.SHORTEST_DAY
                || longer.paid() + 2 > terms.get(e).limits().longestDay()) {
            return;
        }
        var less = duty(e, from, near(shorter.start()), shorter.paid() - 2);
        var more = duty(e, to, near(longer.start()), longer.paid() + 2);
        if (less.isPresent() && more.isPresent()) {
            double change = week.set(e, from, less.get()) + week.set(e, to, more.get());
            if (!accepts(e, change, temperature)) {
                week.set(e, from, shorter);
                week.set(e, to, longer);
            }
        }
    }

    private int near(int start) {
        return start + random.nextInt(5) - 2;
    }

    /** The same length on another weekday; weekends follow their rotation. */
    private void moveDay(int[] place, double temperature) {
        int e = place[0];
        int from = place[1];
        int to = weekdays[random.nextInt(weekdays.length)];
        var old = current(place);
        if (need.isWeekend(from) || week.duty(e, to) != null || !WorkingDays.isFree(need, employees.get(e), to)) {
            return;
        }
        duty(e, to, near(old.start()), old.paid()).ifPresent(duty -> {
            double change = week.set(e, from, null) + week.set(e, to, duty);
            if (accepts(e, change, temperature)) {
                place[1] = to;
            } else {
                week.set(e, to, null);
                week.set(e, from, old);
            }
        });
    }

    private Duty current(int[] place) {
        var duty = week.duty(place[0], place[1]);
        if (duty == null) {
            throw new IllegalStateException("No duty where one was planned.");
        }
        return duty;
    }

    private boolean accepts(int employee, double change, double temperature) {
        return (change <= 0 || random.nextDouble() < StrictMath.exp(-change / temperature)) && week.isRested(employee);
    }

    /** Meals and breaks last: each duty takes its best ones until none gets better. */
    private void placeBreaks() {
        boolean better = true;
        while (better) {
            better = false;
            for (int e = 0; e < employees.size(); e++) {
                for (int day = 0; day < 7; day++) {
                    var duty = week.duty(e, day);
                    better |= duty != null && placeBreaks(e, day, duty);
                }
            }
        }
    }

    private boolean placeBreaks(int e, int day, Duty duty) {
        week.set(e, day, null);
        var best = new Best(e, day, duty);
        var own = terms.get(e).limits().within(duties);
        for (int meal : own.meals(duty.start(), duty.paid(), need.noon(day))) {
            own.each(duty.start(), duty.paid(), meal, best::offer);
        }
        week.set(e, day, best.duty);
        return best.isBetter;
    }

    /** The cheapest of the duties offered; the first of equals stays. */
    private final class Best {
        private final int employee;
        private final int day;
        private Duty duty;
        private double cost;
        private boolean isBetter;

        Best(int employee, int day, Duty first) {
            this.employee = employee;
            this.day = day;
            this.duty = first;
            this.cost = week.costOf(employee, first, day);
        }

        void offer(Duty other) {
            double otherCost = week.costOf(employee, other, day);
            if (otherCost < cost - EPSILON) {
                duty = other;
                cost = otherCost;
                isBetter = true;
            }
        }
    }
}
