package fr.vigie.roster;

import fr.vigie.input.Shift;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Judges a roster that is to be published: the labour rules, and that calls are answered only while lines are open.
 *
 * <p>A day that an absence in the roster itself cuts short was planned whole: what it now has too little of, such as a
 * sequence that ends too early, is nobody's fault and is not told. What the absent hours cannot have held is told ({@link
 * CutShort}).
 *
 * @param check the labour rules
 * @param lines when lines are open
 */
public record RosterReview(RosterCheck check, OpenLines lines) {
    /**
     * What a roster breaks, in order of person and day; in the weeks after it what only breaks through it.
     *
     * @param employees everybody who may be rostered
     * @param roster its pieces
     * @param around what else is known of the weeks before and after, and of absences
     * @param from the first day of the roster
     * @param until the day after the last
     * @return nothing if the roster may be published
     */
    public List<Violation> violations(
            Collection<Employee> employees,
            Collection<Shift> roster,
            Collection<Shift> around,
            LocalDate from,
            LocalDate until) {
        var pieces = new ArrayList<>(around);
        pieces.addAll(roster);
        var found = new ArrayList<>(check.violations(employees, pieces, from, until));
        found.removeIf(violation -> isCutShort(violation, employees, roster));
        found.addAll(check.violationsAfter(employees, roster, around, until));
        found.addAll(lines.violations(roster));
        return found.stream()
                .sorted(Comparator.comparing(Violation::operatorId).thenComparing(Violation::day))
                .toList();
    }

    private boolean isCutShort(Violation violation, Collection<Employee> employees, Collection<Shift> roster) {
        var own = roster.stream()
                .filter(piece -> piece.operatorId().equals(violation.operatorId()))
                .toList();
        return employees.stream()
                .filter(employee -> employee.operatorId().equals(violation.operatorId()))
                .map(employee -> Timesheet.of(employee, check.zone(), check.weekStart(), own))
                .anyMatch(sheet -> sheet.days().stream()
                        .filter(day -> day.day().equals(violation.day()))
                        .map(day -> CutShort.of(day, own))
                        .anyMatch(day -> check.profile().rules().stream()
                                .filter(rule -> rule.name().equals(violation.rule()))
                                .anyMatch(rule -> day.excuses(rule, sheet))));
    }
}
