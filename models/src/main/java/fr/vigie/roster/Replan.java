package fr.vigie.roster;

import fr.vigie.input.Shift;
import java.time.LocalDate;
import java.util.List;

/**
 * A published roster after somebody called in sick.
 *
 * @param pieces the whole week: what stays, what is other than before, and the absences
 * @param changes the days of others that are other than before, in order of day and person
 * @param missingBefore minutes of operators on calls that the published roster lacked on the days of the absences
 * @param missingWithout the same without those who are away, if nothing else changed
 * @param missingAfter the same after the changes
 */
public record Replan(
        List<Shift> pieces, List<Change> changes, int missingBefore, int missingWithout, int missingAfter) {
    public Replan {
        pieces = List.copyOf(pieces);
        changes = List.copyOf(changes);
    }

    /**
     * Somebody's day that is other than published.
     *
     * @param operatorId who
     * @param day which day
     * @param before its pieces as published; none: a day off
     * @param after its pieces now
     */
    public record Change(String operatorId, LocalDate day, List<Shift> before, List<Shift> after) {
        public Change {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        /** How many pieces are other than before. */
        public int pieces() {
            return Replanning.changed(before, after);
        }
    }

    /** How many pieces of others are other than before. */
    public int changedPieces() {
        return changes.stream().mapToInt(Change::pieces).sum();
    }
}
