package fr.vigie.jobs.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie run}: everything that is out of date, in one session. */
@Command(name = "run", description = "Runs all of it, only what is out of date.")
final class RunCommand implements Callable<Integer> {
    @ParentCommand
    Vigie vigie = new Vigie();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    StageOptions stageOptions = new StageOptions();

    @Override
    public Integer call() {
        try (var workspace = Workspaces.write(vigie.options, spec)) {
            return new Everything(
                            workspace,
                            stageOptions,
                            Progress.of(vigie.options, spec),
                            spec.commandLine().getErr())
                    .run(spec.commandLine().getOut());
        }
    }
}
