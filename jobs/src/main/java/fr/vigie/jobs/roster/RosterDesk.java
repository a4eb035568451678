package fr.vigie.jobs.roster;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.roster.Away;
import fr.vigie.roster.Notice;
import fr.vigie.roster.Replan;
import fr.vigie.roster.Violation;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What planners do with rosters: check, import, publish, replan. */
public final class RosterDesk {
    private final ServiceConfig service;
    private final RosterConfig config;
    private final ZoneId zone;
    private final RosterBook book;
    private final RosterJudge judge;
    private final TeamWeeks teams;

    public RosterDesk(Lake lake, VigieConfig config) {
        this.service = config.block(ServiceConfig.class);
        this.config = config.block(RosterConfig.class);
        this.zone = service.zone();
        this.book = new RosterBook(lake);
        this.judge = new RosterJudge(lake, service, this.config);
        this.teams = new TeamWeeks(lake, service, judge);
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

    /** Makes an outside roster the draft of its weeks. It names no teams: operators stay on those of the draft that gives way. */
    public SortedSet<LocalDate> draft(List<Shift> roster) {
        var weeks = weeks(roster);
        var teams = weeks.stream().collect(Collectors.toMap(Function.identity(), this::teams));
        book.replaceDraft(
                weeks,
                roster.stream()
                        .map(piece -> {
                            var week = judge.week(piece.startsAt());
                            return RosterRows.row(week, piece, teams.getOrDefault(week, Map.of()));
                        })
                        .toList());
        return weeks;
    }

    /** The team of each operator in a week, as its draft says, or else what was published of it. */
    private Map<String, String> teams(LocalDate week) {
        var draft = book.draftTeams(week);
        return draft.isEmpty()
                ? book.published(week).map(PublishedRoster::teams).orElse(Map.of())
                : draft;
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
                .filter(last ->
                        last.pieces().equals(book.draft(week)) && last.teams().equals(book.draftTeams(week)))
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
        return book.append(week, draft, book.draftTeams(week), at, author, reason);
    }

    /** What the draft has to be told of, though it stops nothing: changes too late, as of that day, and contracts to be raised. */
    public List<Violation> warnings(LocalDate week, Instant now) {
        return Stream.concat(shortNotice(week, now).stream(), judge.consequences(week, book.draft(week)).stream())
                .toList();
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
        var mending = new Mending(judge, teams, zone);
        var week = mending.weekOf(away, now);
        var published = published(week);
        var plan = mending.plan(week, published.pieces(), published.teams(), away, now, worthMinutes);
        // Who is called in may be in no roster yet: the team is the one that the plan was made with.
        var placed = new TreeMap<>(published.teams());
        placed.putAll(TeamWeek.byOperator(teams.of(week, judge.operators(), published.teams())));
        book.replaceDraft(
                new TreeSet<>(List.of(week)),
                plan.pieces().stream()
                        .map(piece -> RosterRows.row(week, piece, placed))
                        .toList());
        return plan;
    }

    /** The groups with calls whose skill nobody employed in the week after a date has, in order. */
    public List<String> unanswered(LocalDate asOf) {
        return teams.unanswered(asOf.with(TemporalAdjusters.nextOrSame(service.weekStart())), judge.operators());
    }

    /** Why the draft of a week misses something, a team after the other. */
    public List<TeamConflicts> explain(LocalDate week) {
        var draft = draft(week);
        return teams.of(week, judge.operators(), book.draftTeams(week)).stream()
                .map(team -> TeamConflicts.of(
                        team, draft, config.rostering(team.employees().size()), zone))
                .toList();
    }
}
