package fr.vigie.jobs.cli;

import fr.vigie.jobs.Workspace;
import picocli.CommandLine.Model.CommandSpec;

/** Opens the workspace that the global options name. */
final class Workspaces {
    private Workspaces() {}

    static Workspace read(GlobalOptions options) {
        return Workspace.read(options.workspace, options.configFile(), Stages.blocks());
    }

    static Workspace write(GlobalOptions options, CommandSpec spec) {
        return Workspace.write(options.workspace, options.configFile(), Stages.blocks(), () -> spec.commandLine()
                .getErr()
                .println("vigie: waiting for another command that writes to " + options.workspace + " …"));
    }
}
