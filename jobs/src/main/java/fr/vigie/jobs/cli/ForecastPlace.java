package fr.vigie.jobs.cli;

import picocli.CommandLine.Option;

/** Whose forecast is meant. */
final class ForecastPlace {
    /** What may have a forecast. */
    enum Level {
        practice,
        group,
        network
    }

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            defaultValue = "network",
            description = "practice, group or network (default: network)")
    Level level = Level.network;

    @Option(names = "--id", paramLabel = "ID", defaultValue = "network", description = "which practice or group")
    String id = "network";
}
