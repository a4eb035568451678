package fr.vigie.jobs.lake;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A run of a stage, from its input to its output.
 *
 * @param runId hash of the stage, its code, configuration and input
 * @param stage the stage
 * @param codeVersion of Vigie
 * @param asOf the date it was made for
 * @param configuration its block of the configuration, as JSON
 * @param inputs versions of what it read, as JSON
 * @param outputs rows and digest of what it wrote, as JSON
 * @param rejects by reason, as JSON
 * @param metrics as JSON
 * @param versions of Java, Spark and Iceberg, as JSON
 * @param startedAt start
 * @param finishedAt end
 */
public record RunRow(
        String runId,
        String stage,
        String codeVersion,
        @Nullable LocalDate asOf,
        String configuration,
        String inputs,
        String outputs,
        String rejects,
        String metrics,
        String versions,
        Instant startedAt,
        Instant finishedAt) {}
