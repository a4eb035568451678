package fr.vigie.jobs.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;

/**
 * Who is planned for what, for every stage that asks: in weeks of which a roster was published its last version, in others
 * the shifts file. Absences of the file count in both, since they may be told after the roster was published.
 */
public final class ShiftsInUse {
    private ShiftsInUse() {}

    /**
     * The pieces, each once.
     *
     * @param shifts of the shifts file
     * @param published all versions of the weeks that matter
     * @param zone the zone of business dates
     */
    public static List<Shift> of(Collection<Shift> shifts, Collection<PublishedRosterRow> published, ZoneId zone) {
        var last = new TreeMap<LocalDate, Integer>();
        published.forEach(row -> last.merge(row.week(), row.version(), Math::max));
        return Stream.concat(
                        published.stream()
                                .filter(row -> last.getOrDefault(row.week(), 0) == row.version())
                                .map(PublishedRosterRow::piece),
                        shifts.stream().filter(shift -> {
                            var day = LocalDate.ofInstant(shift.startsAt(), zone);
                            var week = last.floorKey(day);
                            return shift.activity() == Activity.ABSENCE
                                    || week == null
                                    || !day.isBefore(week.plusWeeks(1));
                        }))
                .distinct()
                .toList();
    }

    /** The pieces that touch a time, half-open. */
    public static List<Shift> between(
            Dataset<Shift> shifts, Dataset<PublishedRosterRow> published, ZoneId zone, Instant from, Instant until) {
        // Whole weeks: what a shorter stretch of the shifts file says gives way to a published week that it lies in.
        var weeks = published
                .where(col("week")
                        .geq(lit(LocalDate.ofInstant(from, zone).minusWeeks(1)))
                        .and(col("week").leq(lit(LocalDate.ofInstant(until, zone)))))
                .collectAsList();
        var within =
                shifts.where(col("endsAt").gt(lit(from)).and(col("startsAt").lt(lit(until))));
        return of(within.collectAsList(), weeks, zone).stream()
                .filter(piece ->
                        piece.endsAt().isAfter(from) && piece.startsAt().isBefore(until))
                .toList();
    }
}
