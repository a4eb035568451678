package fr.vigie.jobs.simulate;

import fr.vigie.jobs.error.UserError;
import fr.vigie.simulate.Service;
import fr.vigie.simulate.ServicePlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/** Writes the input files of a simulated service. */
public final class Simulation {
    private Simulation() {}

    /**
     * Plays the plan into a new folder. The files are written beside it and appear under its name all at once: what
     * is there is whole.
     *
     * @param plan what to simulate
     * @param output the folder; it must not exist, or be empty
     * @return calls written
     */
    public static long write(ServicePlan plan, Path output) {
        var target = output.toAbsolutePath().normalize();
        var partial = target.resolveSibling("." + target.getFileName() + ".partial");
        try {
            if (!isFree(target)) {
                throw UserError.usage(
                        "The folder %s is not empty.\nMaybe name another one with --output.".formatted(output));
            }
            delete(partial);
            Files.createDirectories(partial);
            long calls;
            try (var folder = new InputFolder(partial)) {
                new Service(plan).simulate(folder);
                calls = folder.callCount();
            }
            Files.deleteIfExists(target);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            return calls;
        } catch (IOException | UncheckedIOException e) {
            clearAfter(e, partial);
            throw UserError.failed("The folder %s cannot be written (%s).\nMaybe the disk is full or read-only."
                    .formatted(output, e.getClass().getSimpleName()));
        }
    }

    private static boolean isFree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** What cannot be cleared away must not hide why the writing failed; the next run clears it. */
    private static void clearAfter(Exception failure, Path folder) {
        try {
            delete(folder);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
