package fr.vigie.jobs.cli;

import fr.vigie.jobs.signals.AlertBook;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command by which somebody decides about an alert: the decision is kept and the alerts follow at once. */
abstract class SignalsDecisionCommand implements Callable<Integer> {
    @ParentCommand
    SignalsCommand signals = new SignalsCommand();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "ID", description = "the alert, as 'signals list' names it")
    String id = "";

    @Option(names = "--by", paramLabel = "NAME", description = "who decides (default: the user of this machine)")
    String actor = System.getProperty("user.name", "unknown");

    /** Enters the decision. */
    abstract void decide(AlertBook book, Instant at);

    @Override
    public Integer call() {
        try (var workspace = Workspaces.write(signals.options(), spec)) {
            decide(new AlertBook(workspace.lake()), Clock.systemUTC().instant());
            workspace.flow(null).run(signals.stage());
            return 0;
        }
    }
}
