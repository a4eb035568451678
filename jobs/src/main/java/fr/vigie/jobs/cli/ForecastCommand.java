package fr.vigie.jobs.cli;

import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.lake.Rows;
import fr.vigie.jobs.lake.Tables;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie forecast}. */
@Command(
        name = "forecast",
        description = "Load to forecasts with intervals, by practice, group and network, and the scores of the models.")
final class ForecastCommand extends StageCommand {
    @Option(
            names = "--backtest",
            description = "print how the models would have done: network, groups, practices taken together")
    boolean backtest;

    @Override
    String noun() {
        return "forecast";
    }

    @Override
    public Integer call() {
        int code = super.call();
        if (backtest) {
            printScores();
        }
        return code;
    }

    private void printScores() {
        try (var workspace = Workspaces.read(vigie.options)) {
            var day = workspace.flow(asOf).asOf();
            var zone = workspace.config().block(ServiceConfig.class).zone();
            for (var level : List.of("level=network", "level=group", "level=practice")) {
                var where = level.equals("level=practice") ? List.of(level, "id=all") : List.of(level);
                Rows.of(workspace.lake(), Tables.BACKTEST, day, day, where, null, zone)
                        .writeText(spec.commandLine().getOut());
            }
        }
    }
}
