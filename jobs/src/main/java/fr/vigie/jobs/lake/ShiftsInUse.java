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
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
        var last = lastVersions(published);
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

    /**
     * Which team each operator is planned for, by week and operator: in its last version.
     *
     * @param published all versions of the weeks that matter
     * @return an entry for every week; who is on no team there, or of whom nobody says, is not in it
     */
    public static NavigableMap<LocalDate, Map<String, String>> teams(Collection<PublishedRosterRow> published) {
        var last = lastVersions(published);
        var teams = new TreeMap<LocalDate, Map<String, String>>();
        published.stream()
                .filter(row -> last.getOrDefault(row.week(), 0) == row.version())
                .forEach(row -> {
                    var week = teams.computeIfAbsent(row.week(), w -> new TreeMap<>());
                    if (row.team() != null) {
                        week.put(row.operatorId(), row.team());
                    }
                });
        return teams;
    }

    private static NavigableMap<LocalDate, Integer> lastVersions(Collection<PublishedRosterRow> published) {
        var last = new TreeMap<LocalDate, Integer>();
        published.forEach(row -> last.merge(row.week(), row.version(), Math::max));
        return last;
    }

    /**
     * Who was planned when a day began, for those who look back: a roster mended and published within the day would hide what it was
     * mended for. Of its week that is the last version published before the day; of a week first published later its first.
     *
     * @param shifts of the shifts file
     * @param published all versions of the weeks that matter
     * @param zone the zone of business dates
     * @param day the day
     * @return the pieces that touch it
     */
    public static List<Shift> asDayBegan(
            Collection<Shift> shifts, Collection<PublishedRosterRow> published, ZoneId zone, LocalDate day) {
        var begin = day.atStartOfDay(zone).toInstant();
        var end = day.plusDays(1).atStartOfDay(zone).toInstant();
        return of(shifts, knownAsDayBegan(published, zone, day), zone).stream()
                .filter(piece ->
                        piece.endsAt().isAfter(begin) && piece.startsAt().isBefore(end))
                .toList();
    }

    /** The versions that {@link #asDayBegan} looks at. */
    public static List<PublishedRosterRow> knownAsDayBegan(
            Collection<PublishedRosterRow> published, ZoneId zone, LocalDate day) {
        var begin = day.atStartOfDay(zone).toInstant();
        var first = new TreeMap<LocalDate, Integer>();
        published.forEach(row -> first.merge(row.week(), row.version(), Math::min));
        return published.stream()
                .filter(row -> row.publishedAt().isBefore(begin)
                        || row.version() == first.getOrDefault(row.week(), row.version()))
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

    /**
     * What is left of the pieces once known absences are taken out: who can be counted on. A piece is cut where an absence of
     * the same operator lies within it; absences themselves are none of it.
     */
    public static List<Shift> lessAbsences(Collection<Shift> pieces) {
        var absences = pieces.stream()
                .filter(piece -> piece.activity() == Activity.ABSENCE)
                .collect(Collectors.groupingBy(Shift::operatorId));
        return pieces.stream()
                .filter(piece -> piece.activity() != Activity.ABSENCE)
                .flatMap(piece -> less(piece, absences.getOrDefault(piece.operatorId(), List.of())))
                .toList();
    }

    private static Stream<Shift> less(Shift piece, List<Shift> absences) {
        var left = Stream.of(piece);
        for (var absence : absences) {
            left = left.flatMap(part -> Stream.of(
                            between(part, part.startsAt(), earlier(part.endsAt(), absence.startsAt())),
                            between(part, later(part.startsAt(), absence.endsAt()), part.endsAt()))
                    .filter(rest -> rest.startsAt().isBefore(rest.endsAt()))
                    .distinct());
        }
        return left;
    }

    private static Shift between(Shift piece, Instant from, Instant until) {
        return new Shift(piece.operatorId(), from, until, piece.activity());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
