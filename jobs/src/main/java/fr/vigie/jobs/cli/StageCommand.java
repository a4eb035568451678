package fr.vigie.jobs.cli;

import fr.vigie.jobs.Stage;
import fr.vigie.jobs.lake.RunRow;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command that runs one stage, whether or not it is out of date. */
abstract class StageCommand implements Callable<Integer> {
    @ParentCommand
    Vigie vigie = new Vigie();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--as-of",
            paramLabel = "D",
            description = "the first day that nothing is known of (default: the day after the last call)")
    @Nullable
    LocalDate asOf;

    /** The stage's word. */
    abstract String noun();

    @Override
    public Integer call() {
        try (var workspace = Workspaces.write(vigie.options, spec)) {
            var flow = workspace.flow(asOf);
            RunRow row = flow.run(stage());
            spec.commandLine().getOut().println(row.stage() + ": " + row.outputs() + " " + row.metrics());
            return 0;
        }
    }

    /** The stage that the command runs. */
    final Stage stage() {
        return Stages.ALL.stream()
                .filter(s -> s.noun().equals(noun()))
                .findFirst()
                .orElseThrow();
    }
}
