package fr.vigie.roster;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import fr.vigie.roster.solver.ShiftSolvers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Plans a week: who works when, so that the need is covered as evenly as the contracts allow and no labour rule is broken.
 *
 * <p>A heuristic: the same need, people and generator give the same roster; more steps give a better one.
 *
 * @param profile the rules that bind
 * @param steps steps of the search; 200,000 take about a second for 16 people
 */
public record Rostering(LabourProfile profile, int steps) {
    public Rostering {
        if (steps < 0) {
            throw new IllegalArgumentException(
                    "The steps (%d) must not be negative.\nMaybe set roster.steps to 200000.".formatted(steps));
        }
    }

    /**
     * The roster of a week.
     *
     * @param need whom the calls need
     * @param employees who there is; each id once
     * @param random a seeded generator
     * @return a roster that {@link RosterCheck} finds legal
     */
    public RosterPlan plan(Need need, Collection<Employee> employees, RandomGenerator random) {
        var people = inOrder(employees);
        for (int e = 1; e < people.size(); e++) {
            if (people.get(e).operatorId().equals(people.get(e - 1).operatorId())) {
                throw new IllegalArgumentException("The operator %s is there twice.\nMaybe a contract has two versions."
                        .formatted(people.get(e).operatorId()));
            }
        }
        var week = new RosterSearch(need, people, profile.pattern(), random).plan(steps);
        var plan = new RosterPlan(
                need.firstDay(), pieces(need, people, week), coverage(need, week), unplanned(need, people, week));
        var violations = new RosterCheck(profile, need.zone(), need.firstDay().getDayOfWeek())
                .violations(
                        people, plan.pieces(), need.firstDay(), need.firstDay().plusWeeks(1));
        if (!violations.isEmpty()) {
            throw new IllegalStateException("The planner broke a rule: " + violations.get(0));
        }
        return plan;
    }

    /**
     * The understaffing, in quarters of an hour of work, that no roster of these people can get below: on at most five days
     * each, of four to nine paid hours, within what their contracts owe, with the breaks of the profile. What the search
     * leaves above it is its gap.
     *
     * @return nothing where OR-Tools cannot be used
     */
    public OptionalInt leastUnderstaffing(Need need, Collection<Employee> employees) {
        return ShiftSolvers.whyNotTheBest().isPresent()
                ? OptionalInt.empty()
                : OptionalInt.of(new LeastUnderstaffing(need, inOrder(employees), profile.pattern()).quarters());
    }

    private static List<Employee> inOrder(Collection<Employee> employees) {
        return employees.stream()
                .sorted(Comparator.comparing(Employee::operatorId))
                .toList();
    }

    private static List<Shift> pieces(Need need, List<Employee> people, WeekState week) {
        var pieces = new ArrayList<Shift>();
        for (int e = 0; e < people.size(); e++) {
            for (int day = 0; day < 7; day++) {
                var duty = week.duty(e, day);
                if (duty != null) {
                    add(pieces, need, people.get(e).operatorId(), day, duty);
                }
            }
        }
        return pieces;
    }

    private static void add(List<Shift> pieces, Need need, String operatorId, int day, Duty duty) {
        int from = duty.start();
        for (int quarter = duty.start() + 1; quarter <= duty.end(); quarter++) {
            if (quarter == duty.end() || duty.worksAt(quarter) != duty.worksAt(from)) {
                pieces.add(new Shift(
                        operatorId,
                        need.start(need.begin(day) + from),
                        need.start(need.begin(day) + quarter),
                        duty.worksAt(from) ? Activity.CALLS : Activity.BREAK));
                from = quarter;
            }
        }
    }

    private static List<Coverage> coverage(Need need, WeekState week) {
        var coverage = new ArrayList<Coverage>();
        for (int quarter = 0; quarter < need.length(); quarter++) {
            if (need.at(quarter) > 0 || week.planned(quarter) > 0) {
                coverage.add(new Coverage(need.start(quarter), need.at(quarter), week.planned(quarter)));
            }
        }
        return coverage;
    }

    private static TreeMap<String, Integer> unplanned(Need need, List<Employee> people, WeekState week) {
        var minutes = new TreeMap<String, Integer>();
        for (int e = 0; e < people.size(); e++) {
            int left = WorkingDays.due(need, people.get(e));
            for (int day = 0; day < 7; day++) {
                var duty = week.duty(e, day);
                left -= duty == null ? 0 : duty.paid();
            }
            minutes.put(people.get(e).operatorId(), 15 * left);
        }
        return minutes;
    }
}
