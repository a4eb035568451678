package fr.vigie.jobs.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What goes wrong around a command (its disk, its memory, its rights), in words for who can mend it. */
final class Surroundings {
    private Surroundings() {}

    /**
     * What to say of a failure of the surroundings; empty where this is none.
     *
     * @param workspace where the command worked
     */
    static Optional<String> explain(Throwable failure, Path workspace) {
        if (failure instanceof OutOfMemoryError) {
            return Optional.of(
                    "The command needs more memory than the %d MB that Java may use; what was finished before stays. Maybe set VIGIE_JVM_OPTIONS=-Xmx8g and run it again."
                            .formatted(Runtime.getRuntime().maxMemory() >> 20));
        }
        if (!(failure instanceof IOException)) {
            return Optional.empty();
        }
        var message = String.valueOf(failure.getMessage());
        if (message.contains("No space left") || message.contains("quota exceeded")) {
            return Optional.of(
                    "The disk of %s is full; what was finished before stays, nothing is there by half. Maybe make room and run the command again."
                            .formatted(fullest(workspace)));
        }
        // Hadoop says no more of a folder that it may not create.
        if (message.contains("Read-only file system")
                || message.contains("Mkdirs failed")
                || failure instanceof AccessDeniedException) {
            return Optional.of(
                    "The workspace %s or its lake cannot be written to; what was finished before stays. Maybe the disk is read-only, or the folder belongs to somebody else."
                            .formatted(workspace));
        }
        // Hadoop's class is not there for the tools that need none.
        if (failure instanceof FileNotFoundException
                || failure.getClass().getSimpleName().equals("ChecksumException")) {
            return Optional.of(
                    "A file of the lake is missing or damaged: %s. Maybe restore the folder lake from a backup; without one, remove it and 'vigie run' makes it anew from the input files."
                            .formatted(message.lines().findFirst().orElse("")));
        }
        if (message.contains("Too many open files")) {
            return Optional.of(
                    "The system lets a command open too few files at a time. Maybe 'ulimit -n 65536' helps.");
        }
        return Optional.empty();
    }

    /** Where least room is left of the places that are written to. */
    private static Path fullest(Path workspace) {
        return Stream.of(workspace, Path.of(System.getProperty("java.io.tmpdir")))
                .filter(Files::exists)
                .min(Comparator.comparingLong(place -> place.toFile().getUsableSpace()))
                .orElse(workspace);
    }
}
