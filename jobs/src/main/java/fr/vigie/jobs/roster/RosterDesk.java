package fr.vigie.jobs.roster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.vigie.input.Activity;
import fr.vigie.input.Operator;
import fr.vigie.input.Shift;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.error.Suggestion;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.StaffingRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.roster.Away;
import fr.vigie.roster.Employee;
import fr.vigie.roster.Need;
import fr.vigie.roster.Notice;
import fr.vigie.roster.Replan;
import fr.vigie.roster.Replanning;
import fr.vigie.roster.Violation;
import fr.vigie.staffing.Shrinkage;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What planners do with rosters: check, import, publish, replan. */
public final class RosterDesk {
    private final Lake lake;
    private final ServiceConfig service;
    private final RosterConfig config;
    private final ZoneId zone;
    private final RosterBook book;
    private final RosterJudge judge;

    public RosterDesk(Lake lake, VigieConfig config) {
        this.lake = lake;
        this.service = config.block(ServiceConfig.class);
        this.config = config.block(RosterConfig.class);
        this.zone = service.zone();
        this.book = new RosterBook(lake);
        this.judge = new RosterJudge(lake, service, this.config);
    }

    /** What a roster breaks; nothing if it is legal. */
    public List<Violation> violations(List<Shift> roster) {
        return judge.violations(roster);
    }

    /** The first days of the weeks that a roster is of. */
    public SortedSet<LocalDate> weeks(List<Shift> roster) {
        return roster.stream()
                .map(piece -> judge.week(piece.startsAt()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The last version of a week that was published. */
    public PublishedRoster published(LocalDate week) {
        return book.published(week)
                .orElseThrow(() ->
                        UserError.failed("No roster of the week of %s was published.%s".formatted(week, published())));
    }

    /** The week that was published last, of those that may be meant. */
    public LocalDate latestPublished() {
        var weeks = book.publishedWeeks();
        if (weeks.isEmpty()) {
            throw UserError.failed("No roster was published yet.\nMaybe run 'vigie roster publish' first.");
        }
        return weeks.last();
    }

    private String published() {
        var weeks = book.publishedWeeks();
        return weeks.isEmpty()
                ? "\nMaybe run 'vigie roster publish' first."
                : "\nMaybe one of %s."
                        .formatted(weeks.stream().map(LocalDate::toString).collect(Collectors.joining(", ")));
    }

    /** Makes an outside roster the draft of its weeks. */
    public SortedSet<LocalDate> draft(List<Shift> roster) {
        var weeks = weeks(roster);
        book.replaceDraft(
                weeks,
                roster.stream()
                        .map(piece -> RosterRows.row(judge.week(piece.startsAt()), piece))
                        .toList());
        return weeks;
    }

    /** The only week whose draft is not published as it is. */
    public LocalDate weekToPublish() {
        var weeks = book.draftWeeks();
        if (weeks.isEmpty()) {
            throw UserError.failed(
                    "There is no draft to publish.\nMaybe run 'vigie roster' or 'vigie roster import FILE' first.");
        }
        var open = weeks.stream().filter(week -> !isPublished(week)).toList();
        if (open.size() > 1) {
            throw UserError.usage("There are drafts of several weeks: %s.\nMaybe name one with --week."
                    .formatted(open.stream().map(LocalDate::toString).collect(Collectors.joining(", "))));
        }
        return open.isEmpty() ? weeks.last() : open.get(0);
    }

    /** Whether the draft of a week is what was published last. */
    public boolean isPublished(LocalDate week) {
        return book.published(week)
                .filter(last -> last.pieces().equals(book.draft(week)))
                .isPresent();
    }

    /** The draft of a week. */
    public List<Shift> draft(LocalDate week) {
        var draft = book.draft(week);
        if (draft.isEmpty()) {
            throw UserError.failed("There is no draft of the week of %s.\nMaybe %s."
                    .formatted(
                            week,
                            book.draftWeeks().isEmpty()
                                    ? "run 'vigie roster' first"
                                    : "one of "
                                            + String.join(
                                                    ", ",
                                                    book.draftWeeks().stream()
                                                            .map(LocalDate::toString)
                                                            .toList())));
        }
        return draft;
    }

    /**
     * Publishes the draft of a week.
     *
     * @throws UserError where it is not legal; nothing is written then
     */
    public PublishedRoster publish(LocalDate week, Instant at, String author, @Nullable String reason) {
        if (author.isBlank()) {
            throw UserError.usage("A roster is published by somebody.\nMaybe add --by NAME.");
        }
        var draft = draft(week);
        if (draft.stream().allMatch(piece -> piece.activity() == Activity.ABSENCE)) {
            throw UserError.failed(
                    "The roster of the week of %s has nobody at work and is not published.\nMaybe run 'vigie roster' again."
                            .formatted(week));
        }
        var broken = violations(draft);
        if (!broken.isEmpty()) {
            throw UserError.failed(
                    "The roster of the week of %s breaks rules in %d places and is not published: %s%s.\nMaybe 'vigie roster check --draft' names them all."
                            .formatted(week, broken.size(), broken.get(0), broken.size() > 1 ? ", …" : ""));
        }
        return book.append(week, draft, at, author, reason);
    }

    /** Whom the draft tells of a change too late, as of that day: told, and nothing is stopped. */
    public List<Violation> shortNotice(LocalDate week, Instant now) {
        var before = book.published(week).map(PublishedRoster::pieces).orElse(List.of());
        var after = book.draft(week);
        var changed = new TreeMap<String, SortedSet<LocalDate>>();
        Stream.concat(
                        before.stream().filter(piece -> !after.contains(piece)),
                        after.stream().filter(piece -> !before.contains(piece)))
                .forEach(piece -> changed.computeIfAbsent(piece.operatorId(), id -> new TreeSet<>())
                        .add(LocalDate.ofInstant(piece.startsAt(), zone)));
        after.stream().filter(piece -> piece.activity() == Activity.ABSENCE).forEach(piece -> changed.getOrDefault(
                        piece.operatorId(), new TreeSet<>())
                .removeIf(day -> !day.isBefore(LocalDate.ofInstant(piece.startsAt(), zone))
                        && !day.isAfter(LocalDate.ofInstant(piece.endsAt().minusNanos(1), zone))));
        var holidays = service.publicHolidays(LocalDate.ofInstant(now, zone), week.plusWeeks(1));
        var notice = new Notice(
                config.labourProfile(),
                day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !holidays.contains(day));
        var told = LocalDate.ofInstant(now, zone);
        return judge.employees(week).stream()
                .flatMap(employee -> changed.getOrDefault(employee.operatorId(), new TreeSet<>()).stream()
                        .filter(day -> !day.isBefore(told))
                        .flatMap(day -> notice.tooShort(employee, told, day).stream()))
                .toList();
    }

    /**
     * Mends the published roster of the week in which somebody cannot come, and makes it that week's draft.
     *
     * @param away who cannot come, all in one week
     * @param now from when on pieces may change
     * @param worthMinutes what a changed piece must save, in weighed minutes
     */
    public Replan replan(List<Away> away, Instant now, int worthMinutes) {
        var week = weekOf(away, now);
        var published = published(week).pieces();
        var operators = judge.operators();
        away.forEach(absence -> refuseUnknown(absence, operators, published));
        var teams = teams(week, operators);
        var around = judge.around(week);
        var replanning = new Replanning(judge.check(), worthMinutes);
        var left = new ArrayList<>(published);
        var all = new ArrayList<Shift>();
        var changes = new ArrayList<Replan.Change>();
        int[] missing = new int[3];
        var lost = new HashSet<>(away);
        for (var team : teams) {
            var members = team.employees().stream().map(Employee::operatorId).collect(Collectors.toSet());
            var ours = away.stream()
                    .filter(absence -> members.contains(absence.operatorId()))
                    .toList();
            if (ours.isEmpty()) {
                continue;
            }
            var pieces = left.stream()
                    .filter(piece -> members.contains(piece.operatorId()))
                    .toList();
            left.removeAll(new HashSet<>(pieces));
            lost.removeAll(new HashSet<>(ours));
            var plan = replanning.plan(team.need(), team.employees(), pieces, around, ours, now);
            all.addAll(plan.pieces());
            changes.addAll(plan.changes());
            missing[0] += plan.missingBefore();
            missing[1] += plan.missingWithout();
            missing[2] += plan.missingAfter();
        }
        if (!lost.isEmpty()) {
            throw UserError.failed("%s is on no team in the week of %s.\nMaybe add a skill in the operators file."
                    .formatted(lost.iterator().next().operatorId(), week));
        }
        all.addAll(left);
        var plan = new Replan(
                RosterRows.inOrder(all.stream()),
                changes.stream()
                        .sorted(Comparator.comparing(Replan.Change::day).thenComparing(Replan.Change::operatorId))
                        .toList(),
                missing[0],
                missing[1],
                missing[2]);
        book.replaceDraft(
                new TreeSet<>(List.of(week)),
                plan.pieces().stream().map(piece -> RosterRows.row(week, piece)).toList());
        return plan;
    }

    private LocalDate weekOf(List<Away> away, Instant now) {
        var weeks = away.stream()
                .flatMap(absence -> Stream.of(
                        judge.week(absence.from()), judge.week(absence.until().minusNanos(1))))
                .collect(Collectors.toCollection(TreeSet::new));
        if (weeks.size() != 1) {
            throw UserError.usage("The absences are of several weeks: %s.\nMaybe replan one week after the other."
                    .formatted(weeks.stream().map(LocalDate::toString).collect(Collectors.joining(", "))));
        }
        for (var absence : away) {
            if (!absence.until().isAfter(now)) {
                throw UserError.usage(
                        "The absence of %s is over at %s.\nMaybe name the moment from which on pieces may change with --at."
                                .formatted(
                                        absence.operatorId(), now.atZone(zone).toLocalDateTime()));
            }
        }
        return weeks.first();
    }

    private static void refuseUnknown(Away absence, List<Operator> operators, List<Shift> published) {
        var known = Stream.concat(
                        operators.stream().map(Operator::operatorId),
                        published.stream().map(Shift::operatorId))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!known.contains(absence.operatorId())) {
            throw UserError.usage("There is no operator '%s'.%s"
                    .formatted(absence.operatorId(), Suggestion.of(absence.operatorId(), known)));
        }
    }

    private record Team(Need need, List<Employee> employees) {}

    private List<Team> teams(LocalDate week, List<Operator> operators) {
        var staffing = staffing(week);
        var byGroup =
                staffing.stream().collect(Collectors.groupingBy(StaffingRow::group, TreeMap::new, Collectors.toList()));
        Map<String, Double> hours = new HashMap<>();
        byGroup.forEach((group, rows) -> hours.put(
                group,
                rows.stream()
                        .mapToDouble(row -> row.agents() * row.intervalMinutes() / 60.0)
                        .sum()));
        var workforce = judge.workforce(week);
        var teams = new ArrayList<Team>();
        Teams.of(hours, workforce.employed(operators), workforce::contractHours)
                .forEach((group, members) -> teams.add(
                        new Team(need(week, byGroup.getOrDefault(group, List.of())), workforce.employees(members))));
        return teams;
    }

    private Need need(LocalDate week, Collection<StaffingRow> rows) {
        var reserve = Shrinkage.of(config.reserve());
        var agents = new TreeMap<Instant, Integer>();
        rows.forEach(row -> agents.put(row.startsAt(), reserve.scheduled(row.agents())));
        return Need.of(week, zone, rows.iterator().next().intervalMinutes(), agents);
    }

    /** The latest staffing of a week. */
    private List<StaffingRow> staffing(LocalDate week) {
        var rows = lake.read(Tables.STAFFING)
                .where(col("localDate").geq(lit(week)).and(col("localDate").lt(lit(week.plusWeeks(1)))))
                .collectAsList();
        var latest = rows.stream().map(StaffingRow::asOf).max(Comparator.naturalOrder());
        if (latest.isEmpty()) {
            throw UserError.failed(
                    "There is no staffing of the week of %s to replan for.\nMaybe run 'vigie staffing' first."
                            .formatted(week));
        }
        var known = rows.stream().filter(row -> row.asOf().equals(latest.get())).toList();
        OpenNeed.check(known, service);
        return known;
    }
}
