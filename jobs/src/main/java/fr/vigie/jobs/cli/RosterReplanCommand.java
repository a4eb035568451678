package fr.vigie.jobs.cli;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import fr.vigie.jobs.Json;
import fr.vigie.jobs.Printable;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.roster.RosterDesk;
import fr.vigie.roster.Replan;
import fr.vigie.roster.Violation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie roster replan}: somebody calls in sick. */
@Command(
        name = "replan",
        description =
                "Mends the published roster with the least change when somebody cannot come; the result is the draft.")
final class RosterReplanCommand implements Callable<Integer> {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final int MOST_WORTH = 10_000;

    @ParentCommand
    RosterCommand roster = new RosterCommand();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--absent",
            paramLabel = "OPERATOR@DATE[THH:MM-HH:MM]",
            required = true,
            description = "who cannot come; once for each absence")
    List<String> absent = List.of();

    @Option(names = "--at", paramLabel = "TIME", description = "from when on pieces may change (default: now)")
    @Nullable
    String at;

    @Option(
            names = "--worth",
            paramLabel = "MINUTES",
            defaultValue = "30",
            description = "what a changed piece must save: minutes of one who is missing (default: 30)")
    int worth = 30;

    @Option(names = "--json", description = "prints the result as JSON")
    boolean json;

    @Override
    public Integer call() {
        if (worth < 0 || worth > MOST_WORTH) {
            throw UserError.usage("The --worth (%d minutes) must be 0 to %d.\nMaybe 30.".formatted(worth, MOST_WORTH));
        }
        try (var workspace = Workspaces.write(roster.options(), spec)) {
            var zone = workspace.config().block(ServiceConfig.class).zone();
            var away = absent.stream().map(text -> Moments.absence(text, zone)).toList();
            var now = at == null
                    ? Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES)
                    : Moments.parse("--at", at, zone);
            var desk = new RosterDesk(workspace.lake(), workspace.config());
            var plan = desk.replan(away, now, worth);
            var week = desk.weeks(plan.pieces()).first();
            print(plan, week, desk.shortNotice(week, now), zone);
            return 0;
        }
    }

    private void print(Replan plan, LocalDate week, List<Violation> late, ZoneId zone) {
        var out = spec.commandLine().getOut();
        if (json) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("week", week.toString());
            fields.put("changed_pieces", plan.changedPieces());
            fields.put("missing_minutes_before", plan.missingBefore());
            fields.put("missing_minutes_without", plan.missingWithout());
            fields.put("missing_minutes_after", plan.missingAfter());
            fields.put(
                    "changes",
                    plan.changes().stream()
                            .map(change -> Map.of(
                                    "operator_id", change.operatorId(),
                                    "day", change.day().toString(),
                                    "before", words(change.before(), zone),
                                    "after", words(change.after(), zone)))
                            .toList());
            fields.put("warnings", RosterLines.fields(late));
            out.println(Json.of(fields));
            return;
        }
        for (var change : plan.changes()) {
            out.println(Printable.line("%s on %s: %s instead of %s"
                    .formatted(
                            change.operatorId(),
                            change.day(),
                            words(change.after(), zone),
                            words(change.before(), zone))));
        }
        late.forEach(violation -> out.println("warning: " + RosterLines.line(violation)));
        out.println(
                "roster: %d days of others change, %d pieces; missing on calls: %s as published, %s without who is away, %s now"
                        .formatted(
                                plan.changes().size(),
                                plan.changedPieces(),
                                hours(plan.missingBefore()),
                                hours(plan.missingWithout()),
                                hours(plan.missingAfter())));
        out.println("roster: the draft of the week of %s; 'vigie roster publish' publishes it".formatted(week));
    }

    /** {@code 07:00-15:00 with breaks at 10:00, 12:00}. */
    private static String words(List<Shift> day, ZoneId zone) {
        if (day.isEmpty()) {
            return "a day off";
        }
        var breaks = day.stream()
                .filter(piece -> piece.activity() == Activity.BREAK)
                .map(piece -> CLOCK.format(piece.startsAt().atZone(zone)))
                .toList();
        return "%s-%s%s"
                .formatted(
                        CLOCK.format(day.get(0).startsAt().atZone(zone)),
                        CLOCK.format(day.get(day.size() - 1).endsAt().atZone(zone)),
                        breaks.isEmpty() ? "" : " with breaks at " + String.join(", ", breaks));
    }

    private static String hours(int minutes) {
        return "%d h %02d".formatted(minutes / 60, minutes % 60);
    }
}
