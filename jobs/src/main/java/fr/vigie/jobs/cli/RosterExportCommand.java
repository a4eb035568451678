package fr.vigie.jobs.cli;

import fr.vigie.jobs.Workspace;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.report.RosterExport;
import fr.vigie.jobs.roster.PublishedRoster;
import fr.vigie.jobs.roster.RosterDesk;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie roster export}. */
@Command(
        name = "export",
        description = "Writes a published roster anew as page, workbook, CSV and calendars into the managers' folder.")
final class RosterExportCommand implements Callable<Integer> {
    @ParentCommand
    RosterCommand roster = new RosterCommand();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--week", paramLabel = "D", description = "the first day of the week (default: the last published)")
    @Nullable
    LocalDate week;

    @Override
    public Integer call() {
        try (var workspace = Workspaces.write(roster.options(), spec)) {
            var desk = new RosterDesk(workspace.lake(), workspace.config());
            var folder = export(workspace, desk.published(week == null ? desk.latestPublished() : week));
            spec.commandLine().getOut().println("roster: see " + folder);
            return 0;
        }
    }

    /** Writes the files of a published roster and returns their folder. */
    static Path export(Workspace workspace, PublishedRoster roster) {
        return files(workspace)
                .write(
                        roster.week(),
                        roster.version(),
                        roster.publishedAt(),
                        roster.author(),
                        roster.pieces(),
                        roster.before());
    }

    static RosterExport files(Workspace workspace) {
        return new RosterExport(
                workspace.lake(),
                workspace.config().block(ServiceConfig.class),
                workspace.root().resolve("reports"));
    }
}
