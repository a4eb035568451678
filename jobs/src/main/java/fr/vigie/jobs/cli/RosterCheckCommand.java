package fr.vigie.jobs.cli;

import fr.vigie.input.Shift;
import fr.vigie.jobs.Json;
import fr.vigie.jobs.Workspace;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.roster.RosterDesk;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie roster check}: 3 where a rule is broken. */
@Command(name = "check", description = "Judges a roster by the labour rules: who, which day, which article.")
final class RosterCheckCommand implements Callable<Integer> {
    private static final int BROKEN = 3;

    @ParentCommand
    RosterCommand roster = new RosterCommand();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "shifts (CSV) or calendars (.ics), together one roster")
    List<Path> files = List.of();

    @Option(names = "--published", description = "what was published last")
    boolean published;

    @Option(names = "--draft", description = "what would be published")
    boolean draft;

    @Option(names = "--week", paramLabel = "D", description = "the first day of the week, with --published or --draft")
    @Nullable
    LocalDate week;

    @Option(names = "--json", description = "prints the result as JSON")
    boolean json;

    @Mixin
    RosterFiles reading = new RosterFiles();

    @Override
    public Integer call() {
        if ((files.isEmpty() ? 0 : 1) + (published ? 1 : 0) + (draft ? 1 : 0) != 1) {
            throw UserError.usage("One roster is judged at a time.\nMaybe name FILE, --published or --draft.");
        }
        if (week != null && !files.isEmpty()) {
            throw UserError.usage("A file tells its weeks itself.\nMaybe leave --week.");
        }
        try (var workspace = Workspaces.read(roster.options())) {
            var desk = new RosterDesk(workspace.lake(), workspace.config());
            var pieces = pieces(workspace, desk);
            var broken = desk.violations(pieces);
            var out = spec.commandLine().getOut();
            if (json) {
                var fields = new LinkedHashMap<String, Object>();
                fields.put("pieces", pieces.size());
                fields.put("violations", RosterLines.fields(broken));
                out.println(Json.of(fields));
            } else {
                broken.forEach(violation -> out.println(RosterLines.line(violation)));
                out.println("roster: %s: %s"
                        .formatted(
                                RosterLines.summary(pieces, desk.weeks(pieces)),
                                broken.isEmpty()
                                        ? "no rule is broken"
                                        : "rules are broken in %d places".formatted(broken.size())));
            }
            return broken.isEmpty() ? 0 : BROKEN;
        }
    }

    private List<Shift> pieces(Workspace workspace, RosterDesk desk) {
        if (!files.isEmpty()) {
            return reading.read(workspace, files, spec.commandLine().getErr());
        }
        return draft
                ? desk.draft(week == null ? desk.weekToPublish() : week)
                : desk.published(week == null ? desk.latestPublished() : week).pieces();
    }
}
