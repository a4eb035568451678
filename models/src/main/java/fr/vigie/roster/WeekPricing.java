package fr.vigie.roster;

import fr.vigie.roster.DutyTable.Worth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The week of a person that is worth most when every quarter of an hour on the telephone has a worth, by dynamic programming
 * over days, days worked and paid time. The best among the weeks whose days begin within two hours of one another; wider
 * ones are tried as well, and pay for it.
 */
final class WeekPricing {
    /** How far apart the days of a week may begin, and the step from one earliest start to the next, in quarters. */
    private static final int[][] WINDOWS = {{8, 2}, {16, 4}, {32, 8}};

    private static final int LENGTHS = WorkingDays.LONGEST_DAY - WorkingDays.SHORTEST_DAY + 1;
    private static final double NEVER = Double.NEGATIVE_INFINITY;

    private final Need need;
    private final Duties duties;
    private final double[] worth;
    private final DutyTable[] tables;

    /**
     * A week.
     *
     * @param duties the duty of each day
     * @param value what its work is worth, less what the week costs
     */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the package and is never changed
    record Week(@Nullable Duty[] duties, double value) {}

    /**
     * The pricing of one state of the worths.
     *
     * @param worth what one more on the telephone is worth, by quarter of the week
     */
    WeekPricing(Need need, Duties duties, double[] worth) {
        this.need = need;
        this.duties = duties;
        this.worth = worth;
        this.tables = IntStream.range(0, 7)
                .parallel()
                .mapToObj(day -> DutyTable.of(need, duties, day, need.leavesBy(day), worth))
                .toArray(DutyTable[]::new);
    }

    /** The best week of a person; one without any duty where no other is legal. */
    Week best(Terms terms) {
        return weeks(terms, NEVER).stream()
                .max(Comparator.comparingDouble(Week::value))
                .orElseGet(() -> week(terms, new Duty[7]));
    }

    /** The best week of a person in every window of starts, where it is worth more than so much. */
    List<Week> weeks(Terms terms, double least) {
        var options = IntStream.range(0, 7).mapToObj(day -> new Day(terms, day)).toArray(Day[]::new);
        int first = Arrays.stream(options).mapToInt(Day::firstStart).min().orElse(0);
        int last = Arrays.stream(options).mapToInt(Day::lastStart).max().orElse(-1);
        var weeks = new ArrayList<Week>();
        for (var window : WINDOWS) {
            for (int from = first; from <= last; from += window[1]) {
                var week = new Window(terms, options, from, window[0]).best(least);
                if (week.value() > least) {
                    weeks.add(week);
                }
                if (from + window[0] >= last) {
                    break;
                }
            }
        }
        return weeks;
    }

    private Week week(Terms terms, @Nullable Duty[] week) {
        double value = -terms.of(week);
        for (int day = 0; day < week.length; day++) {
            var duty = week[day];
            value += duty == null ? 0 : worth(terms, day, duty);
        }
        return new Week(week, value);
    }

    private double worth(Terms terms, int day, Duty duty) {
        double sum = 0;
        for (int quarter = duty.start(); quarter < duty.end(); quarter++) {
            sum += terms.answersAt(day, duty, quarter) ? worth[need.begin(day) + quarter] : 0;
        }
        return sum;
    }

    /** What a person can do on a day, and its value by start and paid time. */
    private final class Day {
        private final DutyTable table;
        private final double[][] values;
        private final double off;

        Day(Terms terms, int day) {
            this.off = -terms.cost(day, null);
            this.table = table(terms, day);
            this.values = new double[table.closes() - table.opens()][LENGTHS];
            boolean isPersonal = terms.fixed().containsKey(day);
            for (int s = 0; s < values.length; s++) {
                Arrays.fill(values[s], NEVER);
                int start = table.opens() + s;
                if (!terms.freeDays().contains(day) || start < terms.comesFrom(need, day)) {
                    continue;
                }
                for (int p = 0; p <= terms.limits().longestDay() - WorkingDays.SHORTEST_DAY; p++) {
                    var found = table.at(start, WorkingDays.SHORTEST_DAY + p);
                    if (found != null) {
                        values[s][p] = (isPersonal ? worth(terms, day, found.duty()) : found.worth())
                                - terms.cost(day, found.duty());
                    }
                }
            }
        }

        private DutyTable table(Terms terms, int day) {
            int leavesBy = terms.leavesBy(need, day);
            var worths = terms.withFixed(need, day, worth);
            var own = terms.limits().within(duties);
            if (!terms.fixed().containsKey(day) && leavesBy == need.leavesBy(day) && own.equals(duties)) {
                return tables[day];
            }
            return DutyTable.of(need, own, day, leavesBy, worths);
        }

        boolean isPossible(int start) {
            return Arrays.stream(values[start - table.opens()]).anyMatch(value -> value > NEVER);
        }

        int firstStart() {
            return IntStream.range(table.opens(), table.closes())
                    .filter(this::isPossible)
                    .findFirst()
                    .orElse(Integer.MAX_VALUE);
        }

        int lastStart() {
            return IntStream.range(table.opens(), table.closes())
                    .filter(this::isPossible)
                    .max()
                    .orElse(-1);
        }

        /** The best start in a window, by paid time; -1 where there is none. */
        int[] starts(int from, int width) {
            var starts = new int[LENGTHS];
            Arrays.fill(starts, -1);
            for (int start = Math.max(from, table.opens());
                    start < Math.min(from + width + 1, table.closes());
                    start++) {
                var row = values[start - table.opens()];
                for (int p = 0; p < LENGTHS; p++) {
                    if (row[p] > NEVER && (starts[p] < 0 || row[p] > value(starts[p], p))) {
                        starts[p] = start;
                    }
                }
            }
            return starts;
        }

        double value(int start, int p) {
            return start < 0 ? NEVER : values[start - table.opens()][p];
        }

        Duty duty(int start, int p) {
            Worth found = table.at(start, WorkingDays.SHORTEST_DAY + p);
            if (found == null) {
                throw new IllegalStateException("No duty where one was found.");
            }
            return found.duty();
        }
    }

    /** The weeks whose days begin in a window. */
    private final class Window {
        private final Terms terms;
        private final Day[] options;
        private final int width;
        private final int[][] starts;
        private final double[][] gains = new double[7][LENGTHS];

        Window(Terms terms, Day[] options, int from, int width) {
            this.terms = terms;
            this.options = options;
            this.width = width;
            this.starts =
                    Arrays.stream(options).map(day -> day.starts(from, width)).toArray(int[][]::new);
            for (int day = 0; day < 7; day++) {
                for (int p = 0; p < LENGTHS; p++) {
                    gains[day][p] = options[day].value(starts[day][p], p);
                }
            }
        }

        /** The best week with all its rests, or one that is worth no more than what there is. */
        Week best(double least) {
            var best = without(-1);
            if (best.value() <= least || isRested(best)) {
                return best;
            }
            // Too little rest in the week: another day off.
            var rested = week(terms, new Duty[7]);
            for (int day = 0; day < 7; day++) {
                var other = best.duties()[day] == null ? rested : without(day);
                rested = other.value() > rested.value() && isRested(other) ? other : rested;
            }
            return rested;
        }

        private boolean isRested(Week week) {
            return Rests.areKept(need, terms.limits().dailyRest(), terms.restedFrom(), week.duties());
        }

        private Week without(int dayOff) {
            int owed = terms.owed();
            var value = new double[8][WorkingDays.MOST_DAYS + 1][owed + 1];
            for (int days = 0; days <= WorkingDays.MOST_DAYS; days++) {
                for (int left = 0; left <= owed; left++) {
                    value[7][days][left] = -terms.ofWeek(WorkingDays.MOST_DAYS - days, owed - left, width);
                }
            }
            for (int day = 6; day >= 0; day--) {
                for (int days = 0; days <= WorkingDays.MOST_DAYS; days++) {
                    for (int left = 0; left <= owed; left++) {
                        value[day][days][left] = options[day].off + value[day + 1][days][left];
                        if (days > 0 && day != dayOff) {
                            work(value, day, days, left);
                        }
                    }
                }
            }
            return week(terms, duties(value, dayOff));
        }

        private void work(double[][][] value, int day, int days, int left) {
            var gain = gains[day];
            var next = value[day + 1][days - 1];
            double best = value[day][days][left];
            for (int p = Math.min(LENGTHS - 1, left - WorkingDays.SHORTEST_DAY); p >= 0; p--) {
                best = Math.max(best, gain[p] + next[left - WorkingDays.SHORTEST_DAY - p]);
            }
            value[day][days][left] = best;
        }

        private @Nullable Duty[] duties(double[][][] value, int dayOff) {
            var week = new Duty[7];
            int days = WorkingDays.MOST_DAYS;
            int left = terms.owed();
            for (int day = 0; day < 7; day++) {
                double best = options[day].off + value[day + 1][days][left];
                int length = -1;
                for (int p = 0; days > 0 && day != dayOff && p < LENGTHS && p <= left - WorkingDays.SHORTEST_DAY; p++) {
                    double other = gains[day][p] + value[day + 1][days - 1][left - WorkingDays.SHORTEST_DAY - p];
                    if (other > best) {
                        best = other;
                        length = p;
                    }
                }
                if (length >= 0) {
                    week[day] = options[day].duty(starts[day][length], length);
                    days--;
                    left -= WorkingDays.SHORTEST_DAY + length;
                }
            }
            return week;
        }
    }
}
