package fr.vigie.roster;

import fr.vigie.input.Activity;
import fr.vigie.roster.DutyTable.Worth;
import fr.vigie.roster.solver.CoverProgram;
import fr.vigie.roster.solver.CoverProgram.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The least understaffing that any roster of a week can have. A week is duties on at most five days whose paid time is what the
 * contract owes at most; everybody is there for what is fixed and does not answer calls then, with meals and breaks outside of
 * it where any hours of the day allow that. Rests and the turn for weekends are left out, so the bound holds with them all the
 * more. Those who have the same days free, owe the same and do the same instead of calls are of one group.
 *
 * <p>Whatever the quarters are worth, nobody's week meets more than the best one: that is the bound (A. M. Geoffrion, 1974). Good worths
 * are those of the linear program that covers the need with duties, as many as there are days and paid time for (column
 * generation, P. C. Gilmore and R. E. Gomory, 1961); there, all groups with the same days and paid time are one pool.
 */
final class LeastUnderstaffing {
    private static final double EPSILON = 1e-6;

    /** How much of the worths stays from the round of the best bound. */
    private static final double STEADY = 0.7;

    private static final int MOST_ROUNDS = 1_000;

    /** More than a duty can be worth. */
    private static final double AWAY = 10_000;

    private static final double IMPOSSIBLE = Double.NEGATIVE_INFINITY;

    /** Limits of a pool: its days, its paid time and its people on each of seven days. */
    private static final int LIMITS = 9;

    private final Need need;
    private final Duties duties;
    /** One of each group. */
    private final List<Terms> groups;

    private final int[] sizes;

    /** The pool of each group. */
    private final int[] pools;

    /** What each pool has at most; then the people of each group who are to be there on a day with something fixed. */
    private final int[] limits;

    /** The last of these, by group and day; 0 where nothing is fixed. */
    private final int[][] thereOn;

    /** The quarters in which somebody is needed, by quarter of the week; -1 where nobody is. */
    private final int[] needIndex;

    private final List<Level> levels = new ArrayList<>();

    /** What people who can have the same weeks have in common. */
    private record Group(Set<Integer> freeDays, int owed, SortedMap<Integer, SortedMap<Integer, Activity>> fixed) {}

    LeastUnderstaffing(Need need, List<Terms> terms, DutyPattern pattern) {
        this.need = need;
        this.duties = new Duties(pattern);
        needIndex = new int[need.length()];
        for (int quarter = 0; quarter < needIndex.length; quarter++) {
            needIndex[quarter] = need.at(quarter) > 0 ? levels.size() : -1;
            if (need.at(quarter) > 0) {
                levels.add(new Level(need.at(quarter), 1, 0));
            }
        }
        var people = terms.stream()
                .map(this::possible)
                .collect(Collectors.groupingBy(
                        of -> new Group(of.freeDays(), of.owed(), of.fixed()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        groups = people.values().stream().map(group -> group.get(0)).toList();
        sizes = people.values().stream().mapToInt(List::size).toArray();
        pools = pools();
        thereOn = new int[sizes.length][7];
        limits = limits();
    }

    /** Nothing is fixed for somebody who cannot be there for all of it. */
    private Terms possible(Terms of) {
        var worths = new double[levels.size()];
        return week(of, table(of, worths, table(worths))) == IMPOSSIBLE ? of.withoutFixed() : of;
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
        try (var program = new CoverProgram(limits, levels, this::nobody)) {
            double value = program.solve();
            var center = worths(program);
            boolean isSteady = true;
            for (int round = 0; round < MOST_ROUNDS && whole(bound) < whole(value) && whole(bound) <= enough; round++) {
                // The solutions' own worths jump about; near those of the best bound it rises faster (Wentges, 1997).
                var worths = isSteady ? mean(center, worths(program)) : worths(program);
                var common = table(worths);
                double lower = IntStream.range(0, worths.length)
                        .mapToDouble(n -> levels.get(n).people() * worths[n])
                        .sum();
                boolean isBetter = false;
                for (int g = 0; g < sizes.length; g++) {
                    var table = table(groups.get(g), worths, common);
                    lower -= sizes[g] * week(groups.get(g), table);
                    isBetter |= add(program, g, table, common);
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

    private int[] pools() {
        var known = new LinkedHashMap<Group, Integer>();
        return groups.stream()
                .map(of -> new Group(of.freeDays(), of.owed(), Collections.emptySortedMap()))
                .mapToInt(pool -> known.computeIfAbsent(pool, p -> known.size()))
                .toArray();
    }

    private int[] limits() {
        int count = IntStream.of(pools).max().orElse(-1) + 1;
        var all = new int
                [LIMITS * count
                        + groups.stream().mapToInt(of -> of.fixed().size()).sum()];
        int next = LIMITS * count;
        for (int g = 0; g < sizes.length; g++) {
            int pool = LIMITS * pools[g];
            all[pool] += WorkingDays.MOST_DAYS * sizes[g];
            all[pool + 1] += groups.get(g).owed() * sizes[g];
            for (int day = 0; day < 7; day++) {
                all[pool + 2 + day] += sizes[g];
            }
            for (int day : groups.get(g).fixed().keySet()) {
                thereOn[g][day] = next;
                all[next++] = sizes[g];
            }
        }
        return all;
    }

    /** What it costs not to use up a limit: nobody may be away from what is fixed. */
    private double nobody(int limit) {
        return limit < LIMITS * (IntStream.of(pools).max().orElse(-1) + 1) ? 0 : AWAY;
    }

    /** Adds the duties that better the last solution: those of a group where something is fixed, others once for its pool. */
    private boolean add(CoverProgram program, int g, @Nullable Worth[][] table, @Nullable Worth[][] common) {
        boolean isFirst = IntStream.range(0, g).noneMatch(other -> pools[other] == pools[g]);
        var anybody = groups.get(g).withoutFixed();
        int pool = LIMITS * pools[g];
        boolean isBetter = false;
        for (int day : groups.get(g).freeDays()) {
            if (isFirst) {
                isBetter |= add(program, anybody, day, common[day], pool, pool + 1, pool + 2 + day);
            }
            if (thereOn[g][day] > 0) {
                isBetter |=
                        add(program, groups.get(g), day, table[day], pool, pool + 1, pool + 2 + day, thereOn[g][day]);
            }
        }
        return isBetter;
    }

    private boolean add(CoverProgram program, Terms of, int day, @Nullable Worth[] duties, int... taking) {
        boolean isBetter = false;
        for (var found : duties) {
            if (found == null) {
                continue;
            }
            var taken = new int[] {1, found.duty().paid(), 1, 1};
            var met = met(of, day, found.duty());
            double worth = IntStream.of(met).mapToDouble(program::worth).sum()
                    + IntStream.range(0, taking.length)
                            .mapToDouble(i -> taken[i] * program.price(taking[i]))
                            .sum();
            if (worth > EPSILON) {
                program.add(taking, taken, 0, met);
                isBetter = true;
            }
        }
        return isBetter;
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

    private int[] met(Terms of, int day, Duty duty) {
        return IntStream.range(duty.start(), duty.end())
                .filter(quarter -> of.answersAt(day, duty, quarter))
                .map(quarter -> needIndex[need.begin(day) + quarter])
                .filter(index -> index >= 0)
                .toArray();
    }

    /** The duty that is worth most, by day and paid time, where nothing is fixed. */
    private @Nullable Worth[][] table(double[] worths) {
        var worth = byQuarter(worths);
        var table = new Worth[7][];
        IntStream.range(0, 7).parallel().forEach(day -> table[day] = best(day, worth, found -> found));
        return table;
    }

    /** The same for a group: on days with something fixed, duties that keep it, or else all that are there for it. */
    private @Nullable Worth[][] table(Terms of, double[] worths, @Nullable Worth[][] common) {
        if (of.fixed().isEmpty()) {
            return common;
        }
        var table = common.clone();
        for (int day : of.fixed().keySet()) {
            table[day] = fixed(of, day, worths, duty -> of.missed(day, duty) == 0);
            if (Arrays.stream(table[day]).allMatch(Objects::isNull)) {
                table[day] = fixed(of, day, worths, duty -> of.isThere(day, duty));
            }
        }
        return table;
    }

    private @Nullable Worth[] fixed(Terms of, int day, double[] worths, Predicate<Duty> keeps) {
        return best(day, of.withFixed(need, day, byQuarter(worths)), found -> {
            var duty = found.duty();
            return keeps.test(duty)
                    ? new Worth(
                            duty,
                            IntStream.of(met(of, day, duty))
                                    .mapToDouble(n -> worths[n])
                                    .sum())
                    : null;
        });
    }

    private double[] byQuarter(double[] worths) {
        return IntStream.of(needIndex)
                .mapToDouble(index -> index < 0 ? 0 : worths[index])
                .toArray();
    }

    /** The duty of a day that is worth most, by paid time. */
    private @Nullable Worth[] best(int day, double[] worth, Function<Worth, @Nullable Worth> counted) {
        var best = new Worth[WorkingDays.LONGEST_DAY + 1];
        var table = DutyTable.of(need, duties, day, need.leavesBy(day), worth);
        for (int paid = WorkingDays.SHORTEST_DAY; paid <= WorkingDays.LONGEST_DAY; paid++) {
            for (int start = table.opens(); start < table.closes(); start++) {
                var found = table.at(start, paid);
                var other = found == null ? null : counted.apply(found);
                if (other != null && (best[paid] == null || other.worth() > best[paid].worth())) {
                    best[paid] = other;
                }
            }
        }
        return best;
    }

    /** What the best week is worth, by dynamic programming over days, days worked and paid time. */
    private static double week(Terms group, @Nullable Worth[][] table) {
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
            Terms group, @Nullable Worth[][] table, double[][][] worth, int day, int days, int left) {
        double best = group.fixed().containsKey(day) ? IMPOSSIBLE : worth[day + 1][days][left];
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
