package fr.vigie.jobs.cli;

import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.Workspace;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which forecast is meant. */
final class ForecastDate {
    @Option(
            names = "--as-of",
            paramLabel = "D",
            description = "the forecast's date (default: the day after the last call)")
    @Nullable
    LocalDate asOf;

    /** What a stage would be given on that date; for a command that reckons and writes nothing. */
    StageRun trial(Workspace workspace, String name) {
        var date = workspace.flow(asOf).asOf();
        return new StageRun(workspace.lake(), workspace.config(), date, name, workspace.root());
    }
}
