package fr.vigie.roster;

import fr.vigie.roster.WeekPricing.Week;
import fr.vigie.roster.solver.CoverProgram;
import fr.vigie.roster.solver.CoverProgram.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Weeks for people by column generation and diving (P. C. Gilmore and R. E. Gomory, 1961; C. Joncour et al., 2010): a column
 * is somebody's week, made by {@link WeekPricing} for the worths of the linear program; then weeks are given for good, those
 * of the largest shares first, and new ones made around them. People of equal terms are one group. The same input gives the
 * same weeks. Needs OR-Tools.
 */
final class WeekColumns {
    private static final double EPSILON = 1e-6;

    /** What one too many on the telephone costs: next to nothing. */
    private static final double OVER = 0.02;

    /** More than a week can be worth. */
    private static final double NOBODY = 10_000;

    /** Rounds of new weeks before the first decision, and between two. */
    private static final int FIRST_ROUNDS = 400;

    private static final int ROUNDS = 4;

    /** So near to the bound, in quarters of an hour and as a share, more rounds are not worth their time. */
    private static final double NEAR = 0.3;

    private static final double NEAR_SHARE = 0.001;

    /** Weeks of a group that are added in a round. */
    private static final int WEEKS_A_ROUND = 3;

    /** How much of the worths stays from the round of the best bound: the solutions' own jump about (Wentges, 1997). */
    private static final double STEADY = 0.7;

    /** Decisions at a time: one part in so many of the people left. */
    private static final int PARTS = 12;

    /** A share from which on a week is given together with others. */
    private static final double LARGE = 0.6;

    private final Need need;
    private final List<Terms> terms;
    private final Duties duties;

    WeekColumns(Need need, List<Terms> terms, Duties duties) {
        this.need = need;
        this.terms = terms;
        this.duties = duties;
    }

    /**
     * Weeks for some people.
     *
     * @param people whose weeks are made
     * @param week the state, with the others' weeks and those that these people have now
     * @return a week for each of them, by day
     */
    Map<Integer, @Nullable Duty[]> weeks(Collection<Integer> people, WeekState week) {
        try (var master = new Master(people, week)) {
            return master.dive();
        }
    }

    /**
     * A week of a group.
     *
     * @param cost what it costs without the cover
     * @param met the quarters of the week in which its person answers calls
     */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the class and is never changed
    private record Column(int group, @Nullable Duty[] week, double cost, int[] met) {}

    private final class Master implements AutoCloseable {
        private final List<Terms> groups;
        private final List<List<Integer>> members;
        private final int[] needIndex = new int[need.length()];
        private final int[] quarters;
        private final List<Level> levels = new ArrayList<>();
        private final CoverProgram program;
        private final List<Column> columns = new ArrayList<>();
        private final Set<List<Object>> known = new HashSet<>();
        private final List<Integer> given = new ArrayList<>();
        private final int[] left;

        Master(Collection<Integer> people, WeekState week) {
            var byTerms = new LinkedHashMap<Terms, List<Integer>>();
            people.forEach(e -> byTerms.computeIfAbsent(terms.get(e), t -> new ArrayList<>())
                    .add(e));
            groups = List.copyOf(byTerms.keySet());
            members = List.copyOf(byTerms.values());
            left = members.stream().mapToInt(List::size).toArray();
            quarters = IntStream.range(0, need.length())
                    .filter(quarter -> need.at(quarter) > 0)
                    .toArray();
            fillLevels(people, week);
            program = new CoverProgram(left.clone(), levels, NOBODY);
            for (int g = 0; g < left.length; g++) {
                add(column(g, new Duty[7]));
                for (int e : members.get(g)) {
                    add(column(g, week.week(e)));
                }
            }
        }

        /** What the others leave of the need. */
        private void fillLevels(Collection<Integer> people, WeekState week) {
            var left = IntStream.range(0, need.length())
                    .map(quarter -> need.at(quarter) - week.planned(quarter))
                    .toArray();
            for (int e : people) {
                for (int at : answered(terms.get(e), week.week(e)).toArray()) {
                    left[at]++;
                }
            }
            Arrays.fill(needIndex, -1);
            for (int quarter : quarters) {
                needIndex[quarter] = levels.size();
                levels.add(new Level(left[quarter], 1, OVER));
            }
        }

        /** The quarters of the week in which somebody answers calls. */
        private IntStream answered(Terms of, @Nullable Duty[] week) {
            return IntStream.range(0, 7).flatMap(day -> {
                var duty = week[day];
                return duty == null
                        ? IntStream.empty()
                        : IntStream.range(duty.start(), duty.end())
                                .filter(quarter -> of.answersAt(day, duty, quarter))
                                .map(quarter -> need.begin(day) + quarter);
            });
        }

        private Column column(int group, @Nullable Duty[] week) {
            var of = groups.get(group);
            return new Column(group, week, of.of(week), answered(of, week).toArray());
        }

        /** Whether the column is new. */
        private boolean add(Column column) {
            if (!known.add(List.of(column.group(), column.cost(), Arrays.hashCode(column.met())))) {
                return false;
            }
            var met = Arrays.stream(column.met())
                    .map(quarter -> needIndex[quarter])
                    .filter(index -> index >= 0)
                    .toArray();
            program.add(column.group(), column.cost(), met);
            columns.add(column);
            given.add(0);
            return true;
        }

        Map<Integer, @Nullable Duty[]> dive() {
            rounds(FIRST_ROUNDS);
            while (Arrays.stream(left).anyMatch(count -> count > 0)) {
                decide();
                rounds(ROUNDS);
            }
            var weeks = new TreeMap<Integer, @Nullable Duty[]>();
            for (int c = 0; c < columns.size(); c++) {
                var column = columns.get(c);
                for (int i = 0; i < given.get(c); i++) {
                    weeks.put(members.get(column.group()).remove(0), column.week());
                }
            }
            return weeks;
        }

        /** Solves the program and makes new weeks, so many times at most. */
        private void rounds(int most) {
            double value = program.solve();
            var center = worths();
            double bound = Double.NEGATIVE_INFINITY;
            for (int round = 0; round < most && value - bound > Math.max(NEAR, NEAR_SHARE * value); round++) {
                var worth = mean(center, worths());
                double lower = generate(worth);
                if (lower == Double.POSITIVE_INFINITY) {
                    center = worths();
                    lower = generate(center);
                    if (lower == Double.POSITIVE_INFINITY) {
                        return;
                    }
                }
                if (lower > bound) {
                    bound = lower;
                    center = worth;
                }
                value = program.solve();
            }
        }

        /** What one more on the telephone is worth in the last solution, by quarter of the week. */
        private double[] worths() {
            var worth = new double[needIndex.length];
            for (int quarter = 0; quarter < worth.length; quarter++) {
                worth[quarter] = needIndex[quarter] < 0 ? -OVER : program.worth(needIndex[quarter]);
            }
            return worth;
        }

        private static double[] mean(double[] a, double[] b) {
            return IntStream.range(0, a.length)
                    .mapToDouble(i -> STEADY * a[i] + (1 - STEADY) * b[i])
                    .toArray();
        }

        /**
         * Adds the weeks that are worth most and better the last solution.
         *
         * @return a bound of the program from below; infinity if there is no such week
         */
        private double generate(double[] worth) {
            var pricing = new WeekPricing(need, duties, worth);
            var open = IntStream.range(0, left.length).filter(g -> left[g] > 0).toArray();
            var weeks = Arrays.stream(open)
                    .parallel()
                    .mapToObj(g -> pricing.weeks(groups.get(g), Double.NEGATIVE_INFINITY))
                    .toList();
            double bound = 0;
            for (int n = 0; n < levels.size(); n++) {
                bound += levels.get(n).people() * worth[quarters[n]];
            }
            boolean isBetter = false;
            for (int c = 0; c < columns.size(); c++) {
                if (given.get(c) > 0) {
                    bound += given.get(c)
                            * (columns.get(c).cost() - sum(columns.get(c).met(), worth));
                }
            }
            for (int i = 0; i < open.length; i++) {
                int group = open[i];
                bound -= left[group]
                        * weeks.get(i).stream().mapToDouble(Week::value).max().orElse(0);
                isBetter |= weeks.get(i).stream()
                        .map(week -> column(group, week.duties()))
                        .map(column -> Map.entry(gain(column), column))
                        .filter(gain -> gain.getKey() > EPSILON)
                        .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
                        .limit(WEEKS_A_ROUND)
                        .map(gain -> add(gain.getValue()))
                        .reduce(false, Boolean::logicalOr);
            }
            return isBetter ? bound : Double.POSITIVE_INFINITY;
        }

        /** What a week betters the last solution by. */
        private double gain(Column column) {
            double worth = program.price(column.group()) - column.cost();
            for (int quarter : column.met()) {
                worth += needIndex[quarter] < 0 ? 0 : program.worth(needIndex[quarter]);
            }
            return worth;
        }

        private static double sum(int[] quarters, double[] worth) {
            return Arrays.stream(quarters)
                    .mapToDouble(quarter -> worth[quarter])
                    .sum();
        }

        /** Gives weeks for good: all whole ones; else those of large shares, or the one of the largest. */
        private void decide() {
            var shares = new HashMap<Integer, Double>();
            boolean isWhole = false;
            for (int c = 0; c < columns.size(); c++) {
                double share = c < program.size() ? program.share(c) - given.get(c) : 0;
                int whole =
                        Math.min((int) (share + EPSILON), left[columns.get(c).group()]);
                if (whole > 0) {
                    give(c, whole);
                    isWhole = true;
                } else if (share > EPSILON) {
                    shares.put(c, share);
                }
            }
            if (isWhole) {
                return;
            }
            var order = shares.entrySet().stream()
                    .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .toList();
            int most = Math.max(1, Arrays.stream(left).sum() / PARTS);
            int count = 0;
            for (var entry : order) {
                int group = columns.get(entry.getKey()).group();
                if (left[group] > 0 && (count == 0 || (count < most && entry.getValue() > LARGE))) {
                    give(entry.getKey(), 1);
                    count++;
                }
            }
            if (count == 0) {
                throw new IllegalStateException("The linear program has no week for somebody.");
            }
        }

        private void give(int column, int times) {
            given.set(column, given.get(column) + times);
            left[columns.get(column).group()] -= times;
            program.atLeast(column, given.get(column));
        }

        @Override
        public void close() {
            program.close();
        }
    }
}
