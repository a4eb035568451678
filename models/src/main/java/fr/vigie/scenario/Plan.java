package fr.vigie.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A planned day, week or longer.
 *
 * @param intervals in order of team and time
 * @param days calendar days that it spans, at least 1: what is paid by month is paid for days / 30.4375 of one
 * @param practices the service's clients, zero or more
 * @param ledger what it brings about beside calls
 */
public record Plan(List<PlannedInterval> intervals, int days, int practices, Ledger ledger) {
    private static final double DAYS_OF_MONTH = 365.25 / 12;

    public Plan {
        intervals = intervals.stream()
                .sorted(Comparator.comparing(PlannedInterval::team).thenComparing(PlannedInterval::startsAt))
                .toList();
        if (intervals.isEmpty()) {
            throw new IllegalArgumentException("The plan has no interval.\nMaybe forecast further ahead.");
        }
        Check.positive("number of days", days);
        Check.notNegative("number of practices", practices);
    }

    /** A plan of calls alone. */
    public Plan(List<PlannedInterval> intervals, int days, int practices) {
        this(intervals, days, practices, Ledger.EMPTY);
    }

    /** The months that it spans. */
    double months() {
        return days / DAYS_OF_MONTH;
    }

    /** The kinds of calls that it knows, in alphabetical order. */
    public SortedSet<String> kinds() {
        var kinds = new TreeSet<String>();
        intervals.forEach(interval -> interval.streams().forEach(stream -> kinds.add(stream.kind())));
        return kinds;
    }

    Plan with(List<PlannedInterval> others, Ledger otherLedger) {
        return new Plan(others, days, practices, otherLedger);
    }

    Plan map(UnaryOperator<PlannedInterval> change) {
        return with(intervals.stream().map(change).toList(), ledger);
    }

    /** The days of each team, each with its intervals in order. */
    List<TeamDay> teamDays() {
        var days = new ArrayList<TeamDay>();
        var open = new ArrayList<PlannedInterval>();
        for (var interval : intervals) {
            if (!open.isEmpty() && !TeamDay.isSame(open.get(0), interval)) {
                days.add(new TeamDay(open));
                open.clear();
            }
            open.add(interval);
        }
        days.add(new TeamDay(open));
        return days;
    }

    /**
     * A team's day.
     *
     * @param intervals at least one, in order
     */
    record TeamDay(List<PlannedInterval> intervals) {
        TeamDay {
            intervals = List.copyOf(intervals);
        }

        static boolean isSame(PlannedInterval a, PlannedInterval b) {
            return a.team().equals(b.team()) && day(a).equals(day(b));
        }

        private static LocalDate day(PlannedInterval interval) {
            return interval.startsAt().toLocalDate();
        }

        LocalDate day() {
            return day(intervals.get(0));
        }

        PlannedInterval first() {
            return intervals.get(0);
        }

        PlannedInterval last() {
            return intervals.get(intervals.size() - 1);
        }

        /** All calls of the day by kind and handling time. */
        List<CallStream> streams() {
            return first().with(List.of())
                    .plus(intervals.stream().flatMap(i -> i.streams().stream()).toList())
                    .streams();
        }
    }
}
