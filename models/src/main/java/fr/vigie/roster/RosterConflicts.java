package fr.vigie.roster;

import fr.vigie.input.Shift;
import fr.vigie.roster.Conflict.Gap;
import fr.vigie.roster.Conflict.Relief;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Explains what a roster misses: demands that contradict one another, found by leaving out one after the other, and what
 * giving up one of them would be worth. What is said of the need is proven by a linear program, see {@link
 * LeastUnderstaffing}; what is said of a person by the best week that the person can have.
 */
final class RosterConflicts {
    private static final int QUARTER = 15;

    /** What a week can hold: five days of nine hours. */
    private static final int FULL_WEEK_MINUTES = WorkingDays.MOST_DAYS * WorkingDays.LONGEST_DAY * QUARTER;

    private final Need need;
    private final List<Employee> people;
    private final Map<String, Consideration> considerations;
    private final LabourProfile profile;
    private final RosterPlan plan;

    RosterConflicts(
            Need need,
            List<Employee> people,
            Map<String, Consideration> considerations,
            LabourProfile profile,
            RosterPlan plan) {
        this.need = need;
        this.people = people;
        this.considerations = considerations;
        this.profile = profile;
        this.plan = plan;
    }

    /** Of each person to whom something fixed or hours owed do not fit, in order. */
    List<Conflict> ofPeople() {
        var conflicts = new ArrayList<Conflict>();
        for (var employee : people) {
            var demands = limits(employee);
            var fixed = fixedDays(employee);
            if (!fixed.stream().allMatch(day -> isThere(employee, day))) {
                fixed.forEach(day -> demands.add(new Demand.Fixed(employee.operatorId(), day)));
            }
            if (plan.unplannedMinutes().getOrDefault(employee.operatorId(), 0) > 0) {
                demands.add(new Demand.HoursOwed(employee.operatorId()));
            }
            var found = Irreducible.of(demands, left -> isPossible(employee, left));
            if (!found.isEmpty()) {
                conflicts.add(new Conflict(found, List.of(), List.of()));
            }
        }
        return conflicts;
    }

    private List<Demand> limits(Employee employee) {
        var limits = new ArrayList<Demand>();
        leave(employee).forEach(limits::add);
        limits.add(new Demand.RestBefore(employee.operatorId()));
        limits.add(new Demand.TwelveWeeks());
        limits.add(yearlyOvertime());
        limits.add(new Demand.ContractHours());
        return limits;
    }

    private Stream<Demand.Leave> leave(Employee employee) {
        return employee.unavailable().stream()
                .filter(day -> !day.isBefore(need.firstDay())
                        && day.isBefore(need.firstDay().plusWeeks(1)))
                .sorted()
                .map(day -> new Demand.Leave(employee.operatorId(), day));
    }

    private Set<LocalDate> fixedDays(Employee employee) {
        return TermsOfAll.fixedPieces(consideration(employee).ofWeek()).stream()
                .map(this::date)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The days of the week on which something is fixed for somebody who is not away, in order. */
    private Set<LocalDate> fixedDays() {
        return people.stream()
                .flatMap(employee -> fixedDays(employee).stream()
                        .filter(day -> !employee.unavailable().contains(day)))
                .filter(day -> day.isBefore(need.firstDay().plusWeeks(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is fixed on some days, and nothing else. */
    private Consideration fixedOn(Employee employee, Predicate<LocalDate> isKept) {
        return new Consideration(
                List.of(),
                Set.of(),
                TermsOfAll.fixedPieces(consideration(employee).ofWeek()).stream()
                        .filter(piece -> isKept.test(date(piece)))
                        .toList());
    }

    private Consideration consideration(Employee employee) {
        return considerations.getOrDefault(employee.operatorId(), Consideration.NONE);
    }

    private LocalDate date(Shift piece) {
        return LocalDate.ofInstant(piece.startsAt(), need.zone());
    }

    /** Whether the plan has somebody at work during all that is fixed on a day. */
    private boolean isThere(Employee employee, LocalDate day) {
        var own = plan.pieces().stream()
                .filter(piece -> piece.operatorId().equals(employee.operatorId()))
                .toList();
        var days = Timesheet.days(need.zone(), own);
        return TermsOfAll.fixedPieces(consideration(employee).ofWeek()).stream()
                .filter(piece -> date(piece).equals(day))
                .allMatch(piece -> days.stream()
                        .anyMatch(at -> !at.start().isAfter(piece.startsAt())
                                && !at.end().isBefore(piece.endsAt())));
    }

    private boolean isPossible(Employee employee, Set<Demand> demands) {
        var relaxed = relaxed(employee, demands);
        var fixed = demands.stream()
                .filter(Demand.Fixed.class::isInstance)
                .map(demand -> ((Demand.Fixed) demand).day())
                .collect(Collectors.toSet());
        var kept = fixedOn(employee, fixed::contains);
        var terms = TermsOfAll.of(need, List.of(relaxed), Map.of(relaxed.operatorId(), kept), RosterWeights.DEFAULT)
                .get(0);
        var week = new WeekPricing(need, new Duties(profile.pattern()), new double[need.length()])
                .best(terms)
                .duties();
        int paid = 0;
        for (int day = 0; day < week.length; day++) {
            var duty = week[day];
            paid += duty == null ? 0 : duty.paid();
            if (fixed.contains(need.firstDay().plusDays(day)) && !terms.isThere(day, duty)) {
                return false;
            }
        }
        return !demands.contains(new Demand.HoursOwed(employee.operatorId()))
                || paid >= Math.min(FULL_WEEK_MINUTES / QUARTER, WorkingDays.due(need, relaxed));
    }

    private Demand yearlyOvertime() {
        return new Demand.YearlyOvertime(
                profile.overtime().hours(), profile.overtime().article());
    }

    /** Somebody whom only some demands bind. */
    private Employee relaxed(Employee employee, Set<Demand> demands) {
        return new Employee(
                employee.operatorId(),
                demands.contains(new Demand.ContractHours())
                                || demands.contains(new Demand.HoursOwed(employee.operatorId()))
                        ? employee.contractMinutes()
                        : Math.max(employee.contractMinutes(), FULL_WEEK_MINUTES),
                employee.unavailable().stream()
                        .filter(day -> demands.contains(new Demand.Leave(employee.operatorId(), day)))
                        .collect(Collectors.toSet()),
                employee.saturdaysWorked(),
                demands.contains(new Demand.RestBefore(employee.operatorId())) ? employee.workedUntil() : null,
                new MinutesLeft(
                        demands.contains(new Demand.TwelveWeeks())
                                ? employee.minutesLeft().byAverage()
                                : WeeklyRules.MOST_MINUTES,
                        demands.contains(yearlyOvertime())
                                ? employee.minutesLeft().byOvertime()
                                : WeeklyRules.MOST_MINUTES),
                employee.standing());
    }

    /** Of the need with those there are, if every roster misses some of it; empty otherwise. Needs OR-Tools. */
    List<Conflict> ofNeed() {
        var demands = new ArrayList<Demand>();
        need.firstDay()
                .datesUntil(need.firstDay().plusWeeks(1))
                .filter(day ->
                        need.ofDay((int) (day.toEpochDay() - need.firstDay().toEpochDay())) > 0)
                .sorted(Comparator.comparingInt(day ->
                        need.ofDay((int) (day.toEpochDay() - need.firstDay().toEpochDay()))))
                .forEach(day -> demands.add(new Demand.NeedOf(day)));
        demands.add(new Demand.PaidBreaks());
        people.forEach(employee -> leave(employee).forEach(demands::add));
        fixedDays().forEach(day -> demands.add(new Demand.FixedWork(day)));
        demands.add(new Demand.TwelveWeeks());
        demands.add(yearlyOvertime());
        demands.add(new Demand.ContractHours());
        var found = Irreducible.of(demands, left -> !least(left).isAnyMissing());
        if (found.isEmpty()) {
            return List.of();
        }
        var reliefs = found.stream()
                .filter(demand -> !(demand instanceof Demand.NeedOf))
                .map(demand -> {
                    var others = new LinkedHashSet<>(demands);
                    others.remove(demand);
                    return new Relief(demand, least(others).quarters());
                })
                .sorted(Comparator.comparingInt(Relief::missing))
                .toList();
        return List.of(new Conflict(found, gaps(), reliefs));
    }

    private LeastUnderstaffing least(Set<Demand> demands) {
        var without = need.firstDay()
                .datesUntil(need.firstDay().plusWeeks(1))
                .filter(day -> !demands.contains(new Demand.NeedOf(day)))
                .collect(Collectors.toSet());
        var open = need.without(without);
        return new LeastUnderstaffing(
                open,
                TermsOfAll.of(
                        open,
                        people.stream()
                                .map(employee -> relaxed(employee, demands))
                                .toList(),
                        people.stream()
                                .collect(Collectors.toMap(
                                        Employee::operatorId,
                                        employee -> fixedOn(
                                                employee,
                                                day -> demands.contains(new Demand.FixedWork(day))
                                                        && !employee.unavailable()
                                                                .contains(day)))),
                        RosterWeights.DEFAULT),
                demands.contains(new Demand.PaidBreaks()) ? profile.pattern() : DutyPattern.BY_LAW);
    }

    /** The hours in which the plan misses somebody. */
    private List<Gap> gaps() {
        var gaps = new ArrayList<Gap>();
        for (var quarter : plan.coverage()) {
            if (quarter.under() == 0) {
                continue;
            }
            var until = quarter.startsAt().plusSeconds(60L * QUARTER);
            int last = gaps.size() - 1;
            if (last >= 0 && gaps.get(last).until().equals(quarter.startsAt())) {
                var before = gaps.get(last);
                gaps.set(last, new Gap(before.from(), until, before.quarters() + quarter.under()));
            } else {
                gaps.add(new Gap(quarter.startsAt(), until, quarter.under()));
            }
        }
        return gaps;
    }
}
