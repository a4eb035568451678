package fr.vigie.jobs.cli;

import fr.vigie.jobs.Workspace;
import picocli.CommandLine.Command;

/** {@code vigie signals}: runs the stage; its sub-commands are for the people who look after alerts. */
@Command(
        name = "signals",
        description = "Practices that refuse, run out of slots, close late or wind down; alerts on them.",
        subcommands = {
            SignalsListCommand.class,
            SignalsShowCommand.class,
            SignalsAcknowledgeCommand.class,
            SignalsCloseCommand.class,
        })
final class SignalsCommand extends StageCommand {
    @Override
    String noun() {
        return "signals";
    }

    @Override
    int code(Workspace workspace) {
        return AlertLimit.isExceeded(workspace, spec.commandLine().getErr()) ? 3 : 0;
    }

    /** The global options, for the sub-commands. */
    GlobalOptions options() {
        return vigie.options;
    }
}
