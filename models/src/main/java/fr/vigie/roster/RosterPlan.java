package fr.vigie.roster;

import fr.vigie.input.Shift;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A week's roster.
 *
 * @param firstDay the first day of the week
 * @param pieces calls and breaks, in order of person and time
 * @param coverage the quarters of an hour in which somebody is needed or planned, in order
 * @param unplannedMinutes the part of each person's paid week that found no place, in minutes; usually zero
 * @param leastUnder quarters of an hour of work that any roster misses, where that was asked for and could be proven
 */
public record RosterPlan(
        LocalDate firstDay,
        List<Shift> pieces,
        List<Coverage> coverage,
        SortedMap<String, Integer> unplannedMinutes,
        OptionalInt leastUnder) {
    public RosterPlan {
        pieces = List.copyOf(pieces);
        coverage = List.copyOf(coverage);
        unplannedMinutes = Collections.unmodifiableSortedMap(new TreeMap<>(unplannedMinutes));
    }

    /** A roster of which no bound is known. */
    public RosterPlan(
            LocalDate firstDay,
            List<Shift> pieces,
            List<Coverage> coverage,
            SortedMap<String, Integer> unplannedMinutes) {
        this(firstDay, pieces, coverage, unplannedMinutes, OptionalInt.empty());
    }

    /**
     * A roster that is there already, wherever it comes from, as if it had been planned.
     *
     * @param need whom the calls need
     * @param employees who there is
     * @param pieces its pieces; those of others are left out
     */
    public static RosterPlan of(Need need, Collection<Employee> employees, Collection<Shift> pieces) {
        var unplanned = new TreeMap<String, Integer>();
        var own = new ArrayList<Shift>();
        for (var employee : employees) {
            var theirs = pieces.stream()
                    .filter(piece -> piece.operatorId().equals(employee.operatorId()))
                    .toList();
            long paid = Timesheet.days(need.zone(), theirs).stream()
                    .mapToLong(WorkDay::paidMinutes)
                    .sum();
            unplanned.put(employee.operatorId(), (int) Math.max(0, 15L * WorkingDays.due(need, employee) - paid));
            own.addAll(theirs);
        }
        return new RosterPlan(need.firstDay(), own, new Cover(need, own).coverage(), unplanned);
    }

    /** The same roster with its bound. */
    public RosterPlan withLeastUnder(OptionalInt quarters) {
        return new RosterPlan(firstDay, pieces, coverage, unplannedMinutes, quarters);
    }

    /** Quarters of an hour of work that are missing. */
    public int under() {
        return coverage.stream().mapToInt(Coverage::under).sum();
    }

    /** Quarters of an hour of work beyond the need. */
    public int over() {
        return coverage.stream().mapToInt(Coverage::over).sum();
    }
}
