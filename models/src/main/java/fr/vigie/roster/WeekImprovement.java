package fr.vigie.roster;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Improves a whole roster: everybody in turn takes the best week there is against all the others, or several do at once. */
final class WeekImprovement {
    /** What is better by less, in quarters of an hour, is not. */
    private static final double EPSILON = 1e-6;

    /** A published week is not changed for less, in quarters of an hour. */
    private static final double WORTH_A_CHANGE = 0.1;

    private static final int MOST_ROUNDS = 20;

    /** The people whose weeks are made anew at once. */
    private static final int FEWEST = 4;

    private static final int MOST = 16;

    private final Need need;
    private final List<Terms> terms;
    private final Duties duties;
    private final RandomGenerator random;
    private final WeekState week;

    WeekImprovement(Need need, List<Terms> terms, Duties duties, RandomGenerator random, WeekState week) {
        this.need = need;
        this.terms = terms;
        this.duties = duties;
        this.random = random;
        this.week = week;
    }

    /** The roster as it is now. */
    WeekState week() {
        return week;
    }

    /** Everybody takes the best week against the others, until nobody finds a better one. */
    void respond() {
        boolean isBetter = true;
        for (int round = 0; isBetter && round < MOST_ROUNDS; round++) {
            isBetter = false;
            for (int e = 0; e < terms.size(); e++) {
                isBetter |= respond(e);
            }
        }
    }

    private boolean respond(int employee) {
        var old = week.week(employee);
        double change = week.set(employee, new Duty[7]);
        var best = new WeekPricing(need, duties, week.worths()).best(terms.get(employee));
        change += week.set(employee, best.duties());
        if (change >= -least(employee)) {
            week.set(employee, old);
            return false;
        }
        return true;
    }

    /** Makes everybody's week anew by columns; keeps it if it is better. */
    void diveForAll() {
        dive(IntStream.range(0, terms.size()).boxed().toList());
    }

    /** Makes the weeks of some people anew, so many times for every sixteen people there are. */
    void dives(int times) {
        int count = times * Math.max(1, terms.size() / MOST);
        int size = Math.min(terms.size(), Math.max(FEWEST, Math.min(MOST, terms.size() / 2)));
        for (int i = 0; i < count && terms.size() > 1; i++) {
            var some = new TreeSet<Integer>();
            while (some.size() < size) {
                some.add(random.nextInt(terms.size()));
            }
            dive(some);
        }
    }

    private void dive(Collection<Integer> people) {
        var old = new HashMap<Integer, @Nullable Duty[]>();
        people.forEach(e -> old.put(e, week.week(e)));
        var found = new WeekColumns(need, terms, duties).weeks(people, week);

        if (set(found) >= -people.stream().mapToDouble(this::least).max().orElse(0)) {
            set(old);
        }
    }

    private double least(int employee) {
        return terms.get(employee).published().isEmpty() ? EPSILON : WORTH_A_CHANGE;
    }

    private double set(Map<Integer, @Nullable Duty[]> weeks) {
        return weeks.entrySet().stream()
                .mapToDouble(entry -> week.set(entry.getKey(), entry.getValue()))
                .sum();
    }
}
