package fr.vigie.roster;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Judges a roster, wherever it comes from, by reading nothing but its pieces.
 *
 * @param profile the rules that bind
 * @param zone the zone of days and clock times
 * @param weekStart the day that the weeks of the law begin on: Monday unless an agreement says otherwise (C. trav.
 *     L3121-35)
 */
public record RosterCheck(LabourProfile profile, ZoneId zone, DayOfWeek weekStart) {

    /**
     * What a roster breaks, in order of person, day and rule.
     *
     * @param employees everybody who may be rostered
     * @param pieces the roster and, as far as known, the weeks around it: rests and averages reach over its edges
     * @param from the first day under judgement
     * @param until the day after the last
     * @return nothing if the roster is legal
     */
    public List<Violation> violations(
            Collection<Employee> employees, Collection<Shift> pieces, LocalDate from, LocalDate until) {
        return found(profile.rules(), employees, pieces, from, until);
    }

    /**
     * What a roster makes the weeks after it break that they do not break without it: the rest into them, and what is summed
     * over several weeks.
     *
     * @param employees everybody who may be rostered
     * @param roster its pieces
     * @param around what else is known, the weeks after among it
     * @param until the day after the last of the roster
     * @return nothing where nothing is planned after it
     */
    public List<Violation> violationsAfter(
            Collection<Employee> employees, Collection<Shift> roster, Collection<Shift> around, LocalDate until) {
        if (around.stream().noneMatch(piece -> isWorkFrom(piece, until))) {
            return List.of();
        }
        var without = violations(employees, around, until, LocalDate.MAX);
        var pieces = new ArrayList<>(around);
        pieces.addAll(roster);
        return violations(employees, pieces, until, LocalDate.MAX).stream()
                .filter(found -> without.stream().noneMatch(found::isOfTheSame))
                .toList();
    }

    private boolean isWorkFrom(Shift piece, LocalDate day) {
        return piece.activity() != Activity.ABSENCE
                && !LocalDate.ofInstant(piece.startsAt(), zone).isBefore(day);
    }

    /**
     * What the law makes of a roster that may be legal: told, and nothing is stopped.
     *
     * @see #violations
     */
    public List<Violation> consequences(
            Collection<Employee> employees, Collection<Shift> pieces, LocalDate from, LocalDate until) {
        return found(profile.consequences(), employees, pieces, from, until);
    }

    private List<Violation> found(
            List<Rule> rules,
            Collection<Employee> employees,
            Collection<Shift> pieces,
            LocalDate from,
            LocalDate until) {
        var known = employees.stream().collect(Collectors.toMap(Employee::operatorId, Function.identity()));
        Map<String, List<Shift>> byPerson =
                pieces.stream().collect(Collectors.groupingBy(Shift::operatorId, TreeMap::new, Collectors.toList()));
        var found = new ArrayList<Violation>();
        byPerson.forEach((operatorId, own) -> {
            var employee = known.get(operatorId);
            if (employee == null) {
                own.stream()
                        .map(piece -> LocalDate.ofInstant(piece.startsAt(), zone))
                        .distinct()
                        .forEach(day -> found.add(PlanRules.unknown(operatorId, day)));
            } else {
                var sheet = Timesheet.of(employee, zone, weekStart, own);
                rules.forEach(rule -> found.addAll(rule.brokenBy(sheet)));
            }
        });
        return found.stream()
                .filter(violation ->
                        !violation.day().isBefore(from) && violation.day().isBefore(until))
                .sorted(Comparator.comparing(Violation::operatorId).thenComparing(Violation::day))
                .toList();
    }
}
