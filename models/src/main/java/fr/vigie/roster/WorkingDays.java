package fr.vigie.roster;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who works on which days of the week, and how long: everybody at most five days, weekends by rotation, the days in
 * proportion to their need.
 */
final class WorkingDays {
    /** Nobody is planned on more days than this. */
    static final int MOST_DAYS = 5;

    /** A usual day, in quarters: contracts are spread over days of about this length. */
    private static final double USUAL_DAY = 30;

    /** The longest planned day, in quarters: nine hours paid. */
    static final int LONGEST_DAY = 36;

    /** The shortest planned day, in quarters: four hours paid. */
    static final int SHORTEST_DAY = 16;

    /** On a day that is open for less, in quarters, nobody is planned: three hours are the shortest sequence at work. */
    private static final int SHORTEST_OPENING = 12;

    private final Need need;
    private final List<Employee> employees;
    private final int[] wanted = new int[7];
    private final int[] given = new int[7];

    private WorkingDays(Need need, List<Employee> employees) {
        this.need = need;
        this.employees = employees;
    }

    /** The paid quarters of each employee on each day, 0 where the day is free. */
    static int[][] of(Need need, List<Employee> employees) {
        return new WorkingDays(need, employees).share();
    }

    /** The paid quarters due in a week: the contract without the fifth of it for each weekday of leave or closure. */
    static int due(Need need, Employee employee) {
        long free = weekdays(need).filter(day -> !isFree(need, employee, day)).count();
        return (int) (employee.contractMinutes() * (5 - free) / 5 / 15);
    }

    /** The paid quarters to plan: those due, as far as the weeks before allow. */
    static int owed(Need need, Employee employee) {
        int most = employee.standing().isMinorOn(need.firstDay())
                ? Math.min(employee.mostMinutes(), MinorRules.MOST_WEEKLY_HOURS * 60)
                : employee.mostMinutes();
        return Math.min(due(need, employee), most / 15);
    }

    /** The last quarter to which somebody's day at work may reach: into the next day only if that one is free as well. */
    static int leavesBy(Need need, Employee employee, int day) {
        int leavesBy = need.leavesBy(day);
        return leavesBy > need.lengthOf(day) && !isFree(need, employee, day + 1) ? need.lengthOf(day) : leavesBy;
    }

    /** Whose turn it is on each weekend day, as many as its part of the need asks for; by person and day. */
    static boolean[][] turns(Need need, List<Employee> employees) {
        return Arrays.stream(new WorkingDays(need, employees).weekends())
                .map(paid -> {
                    var turns = new boolean[7];
                    IntStream.range(0, 7).forEach(day -> turns[day] = paid[day] > 0);
                    return turns;
                })
                .toArray(boolean[][]::new);
    }

    private int[][] weekends() {
        spread(employees.stream().mapToInt(this::days).sum());
        var paid = new int[employees.size()][7];
        IntStream.range(0, 7).filter(need::isWeekend).forEach(day -> rotate(day, paid));
        return paid;
    }

    private int[][] share() {
        var paid = weekends();
        // Those with weekend days choose first: their day off goes where fewest are missed.
        IntStream.range(0, employees.size())
                .boxed()
                .sorted(Comparator.comparingInt(e -> -weekendDays(paid[e])))
                .forEach(e -> {
                    weekdays(employees.get(e), paid[e]);
                    lengths(employees.get(e), paid[e]);
                });
        return paid;
    }

    private int days(Employee employee) {
        return days(need, employee);
    }

    /** The days over which a person's week is usually spread. */
    static int days(Need need, Employee employee) {
        int available = (int)
                IntStream.range(0, 7).filter(day -> isFree(need, employee, day)).count();
        int owed = owed(need, employee);
        int days = Math.min(Math.min(MOST_DAYS, available), (int) Math.ceil(owed / USUAL_DAY));
        return Math.min(days, owed / SHORTEST_DAY);
    }

    /** The people wanted on each day: those there are, in proportion to the need, by largest remainder. */
    private void spread(int total) {
        double all = IntStream.range(0, 7).mapToDouble(need::ofDay).sum();
        int left = total;
        var remainders = new ArrayList<Integer>();
        var exact = new double[7];
        for (int day = 0; day < 7; day++) {
            exact[day] = all == 0 || !isOpen(need, day) ? 0 : total * need.ofDay(day) / all;
            wanted[day] = Math.min((int) exact[day], employees.size());
            left -= wanted[day];
            if (isOpen(need, day)) {
                remainders.add(day);
            }
        }
        remainders.sort(Comparator.<Integer>comparingDouble(day -> wanted[day] - exact[day])
                .thenComparing(day -> day));
        for (int i = 0; i < left && i < remainders.size(); i++) {
            int day = remainders.get(i);
            wanted[day] = Math.min(wanted[day] + 1, employees.size());
        }
    }

    /** Gives a weekend day to those who worked fewest of late; among equals the turn moves on with the weeks. */
    private void rotate(int day, int[][] paid) {
        long week = ChronoUnit.WEEKS.between(LocalDate.EPOCH, need.firstDay());
        int size = employees.size();
        var turn = IntStream.range(0, size)
                .filter(e -> days(employees.get(e)) > weekendDays(paid[e]) && isFree(need, employees.get(e), day))
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(e -> employees.get(e).saturdaysWorked())
                        .thenComparing(e -> Math.floorMod(e - week * wanted[day], size)))
                .toList();
        for (int i = 0; i < Math.min(wanted[day], turn.size()); i++) {
            paid[turn.get(i)][day] = 1;
            given[day]++;
        }
    }

    private void weekdays(Employee employee, int[] paid) {
        weekdays(need)
                .filter(day -> isFree(need, employee, day))
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(day -> given[day] - wanted[day])
                        .thenComparing(day -> -need.ofDay(day)))
                .limit(Math.max(0, days(employee) - weekendDays(paid)))
                .forEach(day -> {
                    paid[day] = 1;
                    given[day]++;
                });
    }

    /** Equal days that add up to what the week owes, as far as days may be that short or long. */
    private void lengths(Employee employee, int[] paid) {
        int days = IntStream.of(paid).sum();
        int left = owed(need, employee);
        for (int day = 0; day < 7; day++) {
            if (paid[day] > 0) {
                int open = leavesBy(need, employee, day) - need.opens(day);
                int most = open <= DutyPattern.WORK_BEFORE_LUNCH ? open : open - DutyPattern.MEAL;
                paid[day] = Math.min(
                        Math.min(Limits.of(need, employee).longestDay(), most), Math.max(SHORTEST_DAY, left / days));
                left -= paid[day];
                days--;
            }
        }
    }

    private int weekendDays(int[] paid) {
        return IntStream.range(0, 7)
                .filter(need::isWeekend)
                .map(day -> paid[day])
                .sum();
    }

    private static IntStream weekdays(Need need) {
        return IntStream.range(0, 7).filter(day -> !need.isWeekend(day));
    }

    /** Whether somebody may be planned: the first of May is nobody's, even where calls come in. */
    private static boolean isOpen(Need need, int day) {
        return need.closes(day) - need.opens(day) >= SHORTEST_OPENING
                && !MonthDay.from(need.firstDay().plusDays(day)).equals(WeeklyRules.MAY_DAY);
    }

    /** Whether an employee may be planned on a day. */
    static boolean isFree(Need need, Employee employee, int day) {
        return isOpen(need, day)
                && (employee.standing().mayWorkSundays() || !need.isSunday(day))
                && !employee.unavailable().contains(need.firstDay().plusDays(day));
    }
}
