package fr.vigie.jobs.cli;

import picocli.CommandLine.Command;

/** {@code vigie forecast}. */
@Command(
        name = "forecast",
        description = "Load to forecasts with intervals, by practice, group and network, and the scores of the models.")
final class ForecastCommand extends StageCommand {
    @Override
    String noun() {
        return "forecast";
    }
}
