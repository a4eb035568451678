package fr.vigie.roster;

import fr.vigie.roster.DutyTable.Worth;
import fr.vigie.roster.solver.CoverProgram;
import fr.vigie.roster.solver.CoverProgram.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The least understaffing that any roster of a week can have. A week is duties on at most five days whose paid time is what the
 * contract owes at most; who has the same days free and owes the same is of one group. Rests and the turn for weekends are
 * left out, so the bound holds with them all the more.
 *
 * <p>Whatever the quarters are worth, nobody's week meets more than the best one: that is the bound (A. M. Geoffrion, 1974). Good worths
 * are those of the linear program that covers the need with duties, as many as each group has days and paid time for (column
 * generation, P. C. Gilmore and R. E. Gomory, 1961).
 */
final class LeastUnderstaffing {
    private static final double EPSILON = 1e-6;

    /** How much of the worths stays from the round of the best bound. */
    private static final double STEADY = 0.7;

    private static final int MOST_ROUNDS = 1_000;

    /** Limits of a group: its days, its paid time and its people on each of seven days. */
    private static final int LIMITS = 9;

    private final Need need;
    private final Duties duties;
    private final List<Group> groups;
    private final int[] sizes;

    /** The quarters in which somebody is needed, by quarter of the week; -1 where nobody is. */
    private final int[] needIndex;

    private final List<Level> levels = new ArrayList<>();

    /**
     * People who can have the same weeks.
     *
     * @param freeDays the days of the week on which they may work
     * @param owed paid quarters, at most
     */
    private record Group(Set<Integer> freeDays, int owed) {}

    LeastUnderstaffing(Need need, List<Employee> employees, DutyPattern pattern) {
        this.need = need;
        this.duties = new Duties(pattern);
        var people = new LinkedHashMap<Group, Integer>();
        for (var employee : employees) {
            var days = IntStream.range(0, 7)
                    .filter(day -> WorkingDays.isFree(need, employee, day))
                    .boxed()
                    .collect(Collectors.toSet());
            people.merge(new Group(days, WorkingDays.owed(need, employee)), 1, Integer::sum);
        }
        groups = List.copyOf(people.keySet());
        sizes = people.values().stream().mapToInt(Integer::intValue).toArray();
        needIndex = new int[need.length()];
        for (int quarter = 0; quarter < needIndex.length; quarter++) {
            needIndex[quarter] = need.at(quarter) > 0 ? levels.size() : -1;
            if (need.at(quarter) > 0) {
                levels.add(new Level(need.at(quarter), 1, 0));
            }
        }
    }

    /** Quarters of an hour of work that every roster of such weeks misses at least. */
    int quarters() {
        return whole(bound(Double.POSITIVE_INFINITY));
    }

    /** Whether every roster of such weeks misses something; sooner known than how much. */
    boolean isAnyMissing() {
        return whole(bound(0)) > 0;
    }

    /** The bound, or the first one found that is above so much. */
    private double bound(double enough) {
        double bound = 0;
        try (var program = new CoverProgram(limits(), levels, 0)) {
            double value = program.solve();
            var center = worths(program);
            boolean isSteady = true;
            for (int round = 0; round < MOST_ROUNDS && whole(bound) < whole(value) && whole(bound) <= enough; round++) {
                // The solutions' own worths jump about; near those of the best bound it rises faster (Wentges, 1997).
                var worths = isSteady ? mean(center, worths(program)) : worths(program);
                var table = table(worths);
                double lower = IntStream.range(0, worths.length)
                        .mapToDouble(n -> levels.get(n).people() * worths[n])
                        .sum();
                boolean isBetter = false;
                for (int g = 0; g < sizes.length; g++) {
                    lower -= sizes[g] * week(groups.get(g), table);
                    isBetter |= add(program, g, table);
                }
                if (lower > bound) {
                    bound = lower;
                    center = worths;
                }
                if (!isBetter && !isSteady) {
                    break;
                }
                isSteady = isBetter;
                value = program.solve();
            }
        }
        return bound;
    }

    /** What each group has at most: days, paid time, and people on each day. */
    private int[] limits() {
        var limits = new int[LIMITS * sizes.length];
        for (int g = 0; g < sizes.length; g++) {
            limits[LIMITS * g] = WorkingDays.MOST_DAYS * sizes[g];
            limits[LIMITS * g + 1] = groups.get(g).owed() * sizes[g];
            Arrays.fill(limits, LIMITS * g + 2, LIMITS * (g + 1), sizes[g]);
        }
        return limits;
    }

    /** Adds the duties of a table that better the last solution. */
    private boolean add(CoverProgram program, int g, @Nullable Worth[][] table) {
        boolean isBetter = false;
        for (int day : groups.get(g).freeDays()) {
            for (int paid = WorkingDays.SHORTEST_DAY; paid <= WorkingDays.LONGEST_DAY; paid++) {
                isBetter |= table[day][paid] != null && add(program, g, day, table[day][paid].duty());
            }
        }
        return isBetter;
    }

    private boolean add(CoverProgram program, int g, int day, Duty duty) {
        var met = met(day, duty);
        var limits = new int[] {LIMITS * g, LIMITS * g + 1, LIMITS * g + 2 + day};
        var taken = new int[] {1, duty.paid(), 1};
        double worth = IntStream.of(met).mapToDouble(program::worth).sum();
        for (int i = 0; i < limits.length; i++) {
            worth += taken[i] * program.price(limits[i]);
        }
        if (worth > EPSILON) {
            program.add(limits, taken, 0, met);
        }
        return worth > EPSILON;
    }

    private double[] worths(CoverProgram program) {
        return IntStream.range(0, levels.size()).mapToDouble(program::worth).toArray();
    }

    private static double[] mean(double[] a, double[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> STEADY * a[i] + (1 - STEADY) * b[i])
                .toArray();
    }

    /** Quarters are whole, and a bound is a sum of rounded numbers. */
    private static int whole(double bound) {
        return (int) Math.ceil(bound - 1e-4);
    }

    private int[] met(int day, Duty duty) {
        return IntStream.range(duty.start(), duty.end())
                .filter(duty::worksAt)
                .map(quarter -> needIndex[need.begin(day) + quarter])
                .filter(index -> index >= 0)
                .toArray();
    }

    /** The duty that is worth most, by day and paid time. */
    private @Nullable Worth[][] table(double[] worths) {
        var worth = new double[needIndex.length];
        for (int quarter = 0; quarter < worth.length; quarter++) {
            worth[quarter] = needIndex[quarter] < 0 ? 0 : worths[needIndex[quarter]];
        }
        var table = new Worth[7][WorkingDays.LONGEST_DAY + 1];
        IntStream.range(0, 7).parallel().forEach(day -> {
            var duty = DutyTable.of(need, duties, day, need.leavesBy(day), worth);
            for (int paid = WorkingDays.SHORTEST_DAY; paid <= WorkingDays.LONGEST_DAY; paid++) {
                for (int start = duty.opens(); start < duty.closes(); start++) {
                    var other = duty.at(start, paid);
                    var best = table[day][paid];
                    if (other != null && (best == null || other.worth() > best.worth())) {
                        table[day][paid] = other;
                    }
                }
            }
        });
        return table;
    }

    /** What the best week is worth, by dynamic programming over days, days worked and paid time. */
    private static double week(Group group, @Nullable Worth[][] table) {
        int owed = group.owed();
        var worth = new double[8][WorkingDays.MOST_DAYS + 1][owed + 1];
        for (int day = 6; day >= 0; day--) {
            for (int days = 0; days <= WorkingDays.MOST_DAYS; days++) {
                for (int left = 0; left <= owed; left++) {
                    worth[day][days][left] = best(group, table, worth, day, days, left);
                }
            }
        }
        return worth[0][WorkingDays.MOST_DAYS][owed];
    }

    /** The most that is left to earn from a day on. */
    private static double best(
            Group group, @Nullable Worth[][] table, double[][][] worth, int day, int days, int left) {
        double best = worth[day + 1][days][left];
        if (days == 0 || !group.freeDays().contains(day)) {
            return best;
        }
        for (int paid = WorkingDays.SHORTEST_DAY; paid <= Math.min(left, WorkingDays.LONGEST_DAY); paid++) {
            var duty = table[day][paid];
            best = duty == null ? best : Math.max(best, duty.worth() + worth[day + 1][days - 1][left - paid]);
        }
        return best;
    }
}
