package fr.vigie.jobs.cli;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the commands that run stages. */
final class StageOptions {
    @Option(
            names = "--as-of",
            paramLabel = "D",
            description = "the first day that nothing is known of (default: the day after the last call)")
    @Nullable
    LocalDate asOf;

    @Option(names = "--json", description = "prints what was done as JSON, an object a line")
    boolean json;
}
