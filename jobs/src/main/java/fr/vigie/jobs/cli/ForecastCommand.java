package fr.vigie.jobs.cli;

import fr.vigie.jobs.Stage;
import fr.vigie.jobs.Workspace;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.forecast.ForecastUpdateJob;
import fr.vigie.jobs.lake.Rows;
import fr.vigie.jobs.lake.Tables;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie forecast}. */
@Command(
        name = "forecast",
        description = "Load to forecasts with intervals, by practice, group and network, and the scores of the models.",
        subcommands = {ForecastOverrideCommand.class, ForecastExplainCommand.class})
final class ForecastCommand extends StageCommand {
    private static final List<List<String>> LEVELS =
            List.of(List.of("level=network"), List.of("level=group"), List.of("level=practice", "id=all"));

    @Option(
            names = "--backtest",
            description = "print how the models would have done: network, groups, practices taken together")
    boolean backtest;

    @Option(
            names = "--update",
            description =
                    "a day that has begun (default: the day of the last call): what came, and a new forecast of its rest")
    boolean update;

    @Override
    Stage stage() {
        return update ? new ForecastUpdateJob() : super.stage();
    }

    /** An update is of the day itself, of which the first calls are known. */
    @Override
    @Nullable
    LocalDate asOf(Workspace workspace) {
        return update && stageOptions.asOf == null ? workspace.flow(null).asOf().minusDays(1) : stageOptions.asOf;
    }

    /** The global options, for the sub-commands. */
    GlobalOptions options() {
        return vigie.options;
    }

    @Override
    String noun() {
        return "forecast";
    }

    @Override
    Map<String, ?> more(Workspace workspace) {
        return backtest
                ? Map.of(
                        "backtest",
                        scores(workspace).flatMap(rows -> rows.maps().stream()).toList())
                : Map.of();
    }

    @Override
    void printMore(Workspace workspace, PrintWriter out) {
        if (backtest) {
            scores(workspace).forEach(rows -> rows.writeText(out));
        }
    }

    /** The scores, a table a level. */
    private Stream<Rows> scores(Workspace workspace) {
        var day = workspace.flow(asOf(workspace)).asOf();
        var zone = workspace.config().block(ServiceConfig.class).zone();
        return LEVELS.stream().map(level -> Rows.of(workspace.lake(), Tables.BACKTEST, day, day, level, null, zone));
    }
}
