package fr.vigie.jobs.roster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.vigie.calendar.OpeningHours;
import fr.vigie.input.Activity;
import fr.vigie.input.Operator;
import fr.vigie.input.Shift;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.ShiftsInUse;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.roster.Employee;
import fr.vigie.roster.OpenLines;
import fr.vigie.roster.RosterCheck;
import fr.vigie.roster.RosterReview;
import fr.vigie.roster.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges a roster, wherever it comes from, with what the lake knows of its people: contracts, absences, what was planned in
 * the weeks before and in the year, and what was published of the weeks after.
 */
final class RosterJudge {
    /** Weekly work is averaged over these. */
    private static final int WEEKS_OF_AVERAGE = 12;

    private final Lake lake;
    private final ServiceConfig service;
    private final RosterConfig config;
    private final ZoneId zone;

    RosterJudge(Lake lake, ServiceConfig service, RosterConfig config) {
        this.lake = lake;
        this.service = service;
        this.config = config;
        this.zone = service.zone();
    }

    /** The first day of the week of a moment. */
    LocalDate week(Instant moment) {
        return LocalDate.ofInstant(moment, zone).with(TemporalAdjusters.previousOrSame(service.weekStart()));
    }

    RosterCheck check() {
        return new RosterCheck(config.labourProfile(), zone, service.weekStart());
    }

    /** What a roster of one week or several breaks, in order of week, person and day. */
    List<Violation> violations(List<Shift> roster) {
        var weeks = roster.stream()
                .collect(Collectors.groupingBy(piece -> week(piece.startsAt()), TreeMap::new, Collectors.toList()));
        var found = new ArrayList<Violation>();
        weeks.forEach((week, pieces) -> {
            var around = new ArrayList<>(around(week));
            around.removeIf(piece -> piece.activity() != Activity.ABSENCE && weeks.containsKey(week(piece.startsAt())));
            roster.stream().filter(piece -> !pieces.contains(piece)).forEach(around::add);
            var until = week.plusWeeks(1);
            var review = new RosterReview(check(), new OpenLines(hours(week, until), zone));
            found.addAll(review.violations(workforce(week).employees(operators()), pieces, around, week, until));
        });
        // A week after is told of once, whether through the weeks before it or in its own.
        return found.stream().distinct().toList();
    }

    /** What the law makes of a week whose roster is legal. */
    List<Violation> consequences(LocalDate week, List<Shift> roster) {
        var pieces = new ArrayList<>(around(week));
        pieces.addAll(roster);
        return check().consequences(employees(week), pieces, week, week.plusWeeks(1));
    }

    List<Employee> employees(LocalDate week) {
        return workforce(week).employees(operators());
    }

    Workforce workforce(LocalDate week) {
        return new Workforce(week, zone, shifts(week), config, service.opensOnSundays());
    }

    List<Operator> operators() {
        return lake.read(Tables.OPERATOR).collectAsList().stream()
                .sorted(Comparator.comparing(Operator::operatorId))
                .toList();
    }

    /** Work of the weeks before, what was published of the weeks after, and all absences that are known. */
    List<Shift> around(LocalDate week) {
        var before = shifts(week).stream()
                .filter(shift ->
                        shift.activity() == Activity.ABSENCE || date(shift).isBefore(week));
        return Stream.concat(before, after(week).stream()).toList();
    }

    /** Work published of the weeks whose sums reach back into a week, less the absences known by now. */
    private List<Shift> after(LocalDate week) {
        var twelve = week.plusWeeks(WEEKS_OF_AVERAGE);
        var year = week.plusYears(1).withDayOfYear(1);
        var published = lake.read(Tables.ROSTER_PUBLISHED)
                .where(col("week").gt(lit(week)).and(col("week").lt(lit(twelve.isBefore(year) ? year : twelve))))
                .collectAsList();
        if (published.isEmpty()) {
            return List.of();
        }
        var absences =
                lake.read(Tables.SHIFT).where(col("endsAt").gt(lit(start(week.plusWeeks(1))))).collectAsList().stream()
                        .filter(shift -> shift.activity() == Activity.ABSENCE)
                        .toList();
        return ShiftsInUse.lessAbsences(ShiftsInUse.of(absences, published, zone));
    }

    private List<Shift> shifts(LocalDate week) {
        // What was published of the week itself is what is being judged, or replaced.
        var published = lake.read(Tables.ROSTER_PUBLISHED).where(col("week").lt(lit(week)));
        return ShiftsInUse.between(
                lake.read(Tables.SHIFT),
                published,
                zone,
                start(Workforce.knownFrom(week, config)),
                start(week.plusWeeks(1)));
    }

    private List<OpeningHours> hours(LocalDate from, LocalDate until) {
        return Stream.concat(
                        Stream.of(service.openingHours(from, until)),
                        service.groups().keySet().stream()
                                .sorted()
                                .map(group -> service.openingHours(group, from, until)))
                .toList();
    }

    private LocalDate date(Shift piece) {
        return LocalDate.ofInstant(piece.startsAt(), zone);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
