package fr.vigie.jobs.cli;

import fr.vigie.jobs.Workspace;
import picocli.CommandLine.Command;

/** {@code vigie roster}: runs the stage; its sub-commands are for those who plan. */
@Command(
        name = "roster",
        description = "Who works when next week, under the labour rules.",
        subcommands = {
            RosterCheckCommand.class,
            RosterExplainCommand.class,
            RosterImportCommand.class,
            RosterPublishCommand.class,
            RosterReplanCommand.class,
            RosterExportCommand.class,
        })
final class RosterCommand extends StageCommand {
    @Override
    String noun() {
        return "roster";
    }

    @Override
    int code(Workspace workspace) {
        return MissingSkills.areTold(workspace, spec.commandLine().getErr()) ? 3 : 0;
    }

    /** The global options, for the sub-commands. */
    GlobalOptions options() {
        return vigie.options;
    }
}
