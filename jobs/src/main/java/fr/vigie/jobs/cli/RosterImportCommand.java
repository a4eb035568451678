package fr.vigie.jobs.cli;

import fr.vigie.jobs.Json;
import fr.vigie.jobs.roster.RosterDesk;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie roster import}: what it breaks is told, and stops it only when it is to be published. */
@Command(name = "import", description = "Makes a roster from elsewhere the draft of its weeks.")
final class RosterImportCommand implements Callable<Integer> {
    private static final int BROKEN = 3;

    @ParentCommand
    RosterCommand roster = new RosterCommand();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "shifts (CSV) or calendars (.ics), together one roster")
    List<Path> files = List.of();

    @Option(names = "--json", description = "prints the result as JSON")
    boolean json;

    @Mixin
    RosterFiles reading = new RosterFiles();

    @Override
    public Integer call() {
        try (var workspace = Workspaces.write(roster.options(), spec)) {
            var pieces = reading.read(workspace, files, spec.commandLine().getErr());
            var desk = new RosterDesk(workspace.lake(), workspace.config());
            var broken = desk.violations(pieces);
            var weeks = desk.draft(pieces);
            var out = spec.commandLine().getOut();
            if (json) {
                var fields = new LinkedHashMap<String, Object>();
                fields.put("pieces", pieces.size());
                fields.put("weeks", weeks.stream().map(LocalDate::toString).toList());
                fields.put("violations", RosterLines.fields(broken));
                out.println(Json.of(fields));
            } else {
                broken.forEach(violation -> out.println(RosterLines.line(violation)));
                out.println("roster: imported as the draft: %s%s"
                        .formatted(
                                RosterLines.summary(pieces, weeks),
                                broken.isEmpty()
                                        ? ""
                                        : "; rules are broken in %d places, it cannot be published"
                                                .formatted(broken.size())));
            }
            return broken.isEmpty() ? 0 : BROKEN;
        }
    }
}
