package fr.vigie.roster;

import fr.vigie.input.Shift;
import java.time.LocalDate;
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
