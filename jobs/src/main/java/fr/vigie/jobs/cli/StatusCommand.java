package fr.vigie.jobs.cli;

import fr.vigie.jobs.lake.Tables;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie status}: what is in the lake, when it was made, what is stale. */
@Command(name = "status", description = "What is in the lake, when it was made from what, what is stale.")
final class StatusCommand implements Callable<Integer> {
    @ParentCommand
    Vigie vigie = new Vigie();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try (var workspace = Workspaces.read(vigie.options)) {
            var lake = workspace.lake();
            for (var table : Tables.ALL) {
                if (lake.exists(table)) {
                    out.println("%-14s %,12d rows   version %s"
                            .formatted(table.name(), lake.readColumns(table).count(), lake.version(table)));
                }
            }
            if (!lake.exists(Tables.CALL)) {
                out.println("The lake holds no calls yet.");
                return 0;
            }
            out.println();
            var flow = workspace.flow(null);
            for (var stage : Stages.ALL) {
                var state = flow.log()
                        .latest(stage.noun())
                        .map(row -> "%s, made %s for %s"
                                .formatted(
                                        flow.isUpToDate(stage) ? "up to date" : "stale",
                                        row.finishedAt().truncatedTo(ChronoUnit.SECONDS),
                                        row.asOf()))
                        .orElse("never run");
                out.println("%-14s %s".formatted(stage.noun(), state));
            }
            return 0;
        }
    }
}
