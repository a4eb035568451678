package fr.vigie.roster;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Judges a roster that is to be published: the labour rules, and that calls are answered only while lines are open.
 *
 * <p>A day that an absence in the roster itself cuts short was planned whole: what it now has too little of, such as a
 * sequence that ends too early, is nobody's fault and is not told.
 *
 * @param check the labour rules
 * @param lines when lines are open
 */
public record RosterReview(RosterCheck check, OpenLines lines) {
    /** The rules that work left undone can break. */
    private static final Set<String> BROKEN_BY_LESS_WORK = Set.of(
            BranchRules.atMost2Interruptions().name(),
            BranchRules.lunchOf45MinutesBetween11And15().name(),
            CallCentreRules.paidBreaksOf10MinutesPer2HoursOr15Per3().name(),
            PartTimeRules.amplitudeAtMostTwiceTheWork().name(),
            PartTimeRules.atMostOneInterruptionOf2Hours().name(),
            PartTimeRules.sequencesOf3HoursOrSeveralOfAnHour().name());

    /**
     * What a roster breaks, in order of person and day.
     *
     * @param employees everybody who may be rostered
     * @param roster its pieces
     * @param around what else is known of the weeks before and of absences
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
        found.removeIf(violation ->
                BROKEN_BY_LESS_WORK.contains(violation.rule()) && isCutShort(violation, roster, check.zone()));
        found.addAll(lines.violations(roster));
        return found.stream()
                .sorted(Comparator.comparing(Violation::operatorId).thenComparing(Violation::day))
                .toList();
    }

    private static boolean isCutShort(Violation violation, Collection<Shift> roster, ZoneId zone) {
        var start = violation.day().atStartOfDay(zone).toInstant();
        var end = violation.day().plusDays(1).atStartOfDay(zone).toInstant();
        var own = roster.stream()
                .filter(piece -> piece.operatorId().equals(violation.operatorId())
                        && piece.startsAt().isBefore(end)
                        && piece.endsAt().isAfter(start))
                .toList();
        return own.stream()
                .filter(piece -> piece.activity() == Activity.ABSENCE)
                .anyMatch(absence -> own.stream().anyMatch(piece -> cuts(absence, piece)));
    }

    /** Whether work ends where an absence begins, or the other way round. */
    private static boolean cuts(Shift absence, Shift piece) {
        return piece.activity() != Activity.ABSENCE
                && (piece.endsAt().equals(absence.startsAt())
                        || piece.startsAt().equals(absence.endsAt()));
    }
}
