package fr.vigie.roster;

import fr.vigie.input.Shift;
import fr.vigie.roster.solver.ShiftSolvers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Plans a week: who works when, so that the need is covered as evenly as the contracts allow and no labour rule is broken.
 *
 * <p>A local search builds a week. Where OR-Tools can be used, column generation makes everybody's week anew, and then the
 * weeks of some people at a time. In the end everybody in turn takes the best week against the others. The same need, people
 * and generator give the same roster; more steps and dives give a better one.
 *
 * @param profile the rules that bind
 * @param steps steps of the local search; 200,000 take about a second for 16 people
 * @param dives how often the weeks of some people are made anew, for every sixteen people; 0 leaves all to the local
 *     search
 * @param weights what counts beside the need
 */
public record Rostering(LabourProfile profile, int steps, int dives, RosterWeights weights) {
    public Rostering {
        if (steps < 0) {
            throw new IllegalArgumentException(
                    "The steps (%d) must not be negative.\nMaybe set roster.steps to 200000.".formatted(steps));
        }
        if (dives < 0) {
            throw new IllegalArgumentException(
                    "The dives (%d) must not be negative.\nMaybe set roster.dives to 3.".formatted(dives));
        }
    }

    /** The local search alone. */
    public Rostering(LabourProfile profile, int steps) {
        this(profile, steps, 0, RosterWeights.DEFAULT);
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
        return plan(need, employees, Map.of(), random);
    }

    /**
     * The roster of a week.
     *
     * @param need whom the calls need
     * @param employees who there is; each id once
     * @param considerations what else is known of them, by id; who is not there has no history and no wish
     * @param random a seeded generator
     * @return a roster that {@link RosterCheck} finds legal
     */
    public RosterPlan plan(
            Need need,
            Collection<Employee> employees,
            Map<String, Consideration> considerations,
            RandomGenerator random) {
        var people = inOrder(employees);
        for (int e = 1; e < people.size(); e++) {
            if (people.get(e).operatorId().equals(people.get(e - 1).operatorId())) {
                throw new IllegalArgumentException("The operator %s is there twice.\nMaybe a contract has two versions."
                        .formatted(people.get(e).operatorId()));
            }
        }
        var terms = TermsOfAll.of(need, people, considerations, weights);
        var week = week(need, people, terms, considerations, random);
        var plan = new RosterPlan(
                need.firstDay(),
                pieces(need, people, terms, week),
                coverage(need, week),
                unplanned(need, people, week));
        var violations = new RosterCheck(profile, need.zone(), need.firstDay().getDayOfWeek())
                .violations(
                        people, plan.pieces(), need.firstDay(), need.firstDay().plusWeeks(1));
        if (!violations.isEmpty()) {
            throw new IllegalStateException("The planner broke a rule: " + violations.get(0));
        }
        return plan;
    }

    private WeekState week(
            Need need,
            List<Employee> people,
            List<Terms> terms,
            Map<String, Consideration> considerations,
            RandomGenerator random) {
        var duties = new Duties(profile.pattern());
        var searched = new RosterSearch(need, people, terms, profile.pattern(), random).plan(steps);
        if (steps == 0) {
            return searched;
        }
        var improvement = new WeekImprovement(need, terms, duties, random, searched);
        improvement.respond();
        boolean isColumns = dives > 0 && ShiftSolvers.whyNotTheBest().isEmpty();
        var published = new WeekState(need, terms);
        var reader = new PublishedWeek(need, duties);
        for (int e = 0; e < people.size(); e++) {
            published.set(
                    e,
                    reader.of(
                            terms.get(e),
                            considerations.getOrDefault(people.get(e).operatorId(), Consideration.NONE)));
        }
        if (terms.stream().anyMatch(of -> !of.published().isEmpty())) {
            var kept = new WeekImprovement(need, terms, duties, random, published);
            kept.respond();
            improvement = published.cost() <= searched.cost() ? kept : improvement;
        }
        if (isColumns) {
            if (improvement.week() == searched) {
                improvement.diveForAll();
                improvement.respond();
            }
            improvement.dives(dives);
            improvement.respond();
        }
        return improvement.week();
    }

    /**
     * The understaffing of a week for which nothing is fixed.
     *
     * @return nothing where OR-Tools cannot be used
     */
    public OptionalInt leastUnderstaffing(Need need, Collection<Employee> employees) {
        return leastUnderstaffing(need, employees, Map.of());
    }

    /**
     * The understaffing, in quarters of an hour of work, that no roster of these people can get below: on at most five days
     * each, of four to nine paid hours, within what their contracts owe, with the breaks of the profile, everybody being
     * there for what is fixed. What the search leaves above it is its gap.
     *
     * @param considerations what else is known of them, by id: what is fixed counts
     * @return nothing where OR-Tools cannot be used
     */
    public OptionalInt leastUnderstaffing(
            Need need, Collection<Employee> employees, Map<String, Consideration> considerations) {
        if (ShiftSolvers.whyNotTheBest().isPresent()) {
            return OptionalInt.empty();
        }
        var terms = TermsOfAll.of(need, inOrder(employees), considerations, weights);
        return OptionalInt.of(new LeastUnderstaffing(need, terms, profile.pattern()).quarters());
    }

    /**
     * Why a roster misses something: for each person to whom something fixed or the hours owed do not fit, then for the need
     * where no roster of these people can cover it. Each conflict is irreducible, and says what giving up one of its demands
     * is worth. What is missing of the need is not explained where OR-Tools cannot be used, nor where another roster may
     * cover it.
     *
     * @param plan the roster that was made of the same
     */
    public List<Conflict> explain(
            Need need, Collection<Employee> employees, Map<String, Consideration> considerations, RosterPlan plan) {
        var conflicts = new RosterConflicts(need, inOrder(employees), considerations, profile, plan);
        var found = new ArrayList<>(conflicts.ofPeople());
        if (plan.under() > 0 && ShiftSolvers.whyNotTheBest().isEmpty()) {
            found.addAll(conflicts.ofNeed());
        }
        return found;
    }

    private List<Employee> inOrder(Collection<Employee> employees) {
        return employees.stream()
                .map(profile::checked)
                .sorted(Comparator.comparing(Employee::operatorId))
                .toList();
    }

    private static List<Shift> pieces(Need need, List<Employee> people, List<Terms> terms, WeekState week) {
        var pieces = new ArrayList<Shift>();
        for (int e = 0; e < people.size(); e++) {
            for (int day = 0; day < 7; day++) {
                var duty = week.duty(e, day);
                if (duty != null) {
                    add(pieces, need, people.get(e).operatorId(), terms.get(e), day, duty);
                }
            }
        }
        return pieces;
    }

    private static void add(List<Shift> pieces, Need need, String operatorId, Terms terms, int day, Duty duty) {
        int from = duty.start();
        for (int quarter = duty.start() + 1; quarter <= duty.end(); quarter++) {
            var activity = terms.activity(day, duty, from);
            if (quarter == duty.end() || terms.activity(day, duty, quarter) != activity) {
                pieces.add(new Shift(
                        operatorId,
                        need.start(need.begin(day) + from),
                        need.start(need.begin(day) + quarter),
                        activity));
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
