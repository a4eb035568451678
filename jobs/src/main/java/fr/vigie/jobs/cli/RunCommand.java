package fr.vigie.jobs.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie run}: everything that is out of date, in one session. */
@Command(name = "run", description = "Runs all of it, only what is out of date.")
final class RunCommand implements Callable<Integer> {
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

    @Override
    public Integer call() {
        try (var workspace = Workspaces.write(vigie.options, spec)) {
            return new Everything(
                            workspace,
                            asOf,
                            Progress.of(vigie.options, spec),
                            spec.commandLine().getErr())
                    .run(spec.commandLine().getOut());
        }
    }
}
