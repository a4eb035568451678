package fr.vigie.jobs.cli;

import fr.vigie.jobs.Json;
import fr.vigie.jobs.Stage;
import fr.vigie.jobs.Workspace;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command that runs one stage, whether or not it is out of date. */
abstract class StageCommand implements Callable<Integer> {
    @ParentCommand
    Vigie vigie = new Vigie();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    StageOptions stageOptions = new StageOptions();

    /** The stage's word. */
    abstract String noun();

    /** What programs are told beside what all stages tell. */
    Map<String, ?> more(Workspace workspace) {
        return Map.of();
    }

    /** Prints for people what there is to see beside what all stages print. */
    void printMore(Workspace workspace, PrintWriter out) {}

    /** The exit code of a run that was completed. */
    int code(Workspace workspace) {
        return 0;
    }

    @Override
    public final Integer call() {
        var out = spec.commandLine().getOut();
        try (var workspace = Workspaces.write(vigie.options, spec)) {
            var row = workspace.flow(asOf(workspace)).run(stage());
            if (stageOptions.json) {
                var fields = StepLines.fields(row);
                fields.putAll(more(workspace));
                out.println(Json.of(fields));
            } else {
                out.println(StepLines.text(row));
                var figures = StepLines.figures(row);
                if (!figures.isEmpty()) {
                    out.println(figures);
                }
                printMore(workspace, out);
            }
            return code(workspace);
        }
    }

    /** The day given, if any. */
    @Nullable
    LocalDate asOf(Workspace workspace) {
        return stageOptions.asOf;
    }

    /** The stage that the command runs. */
    Stage stage() {
        return Stages.ALL.stream()
                .filter(s -> s.noun().equals(noun()))
                .findFirst()
                .orElseThrow();
    }
}
