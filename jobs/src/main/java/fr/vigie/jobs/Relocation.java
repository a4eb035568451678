package fr.vigie.jobs;

import fr.vigie.jobs.error.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A lake that was moved or copied. The metadata of its tables name files by their whole paths: a copy would be read from, and
 * what a purge removes would be taken from, the place where the lake was made.
 */
final class Relocation {
    private Relocation() {}

    /**
     * Fails where a lake stands elsewhere than it was made.
     *
     * @param warehouse the lake's folder; null or an address of another kind than a folder: not looked at
     */
    static void refuse(Path workspace, @Nullable String warehouse) {
        if (warehouse == null || warehouse.contains("://") || !Files.isDirectory(Path.of(warehouse))) {
            return;
        }
        for (var table : tables(Path.of(warehouse))) {
            var made = location(table);
            if (made != null && !same(made, table)) {
                throw UserError.failed(
                        "The lake of %s was made at %s, and its tables name the files there; nothing was done.\nMaybe move it back; here, remove the folder lake and 'vigie run' makes it anew from the input files."
                                .formatted(workspace, made));
            }
        }
    }

    private static List<Path> tables(Path warehouse) {
        try (Stream<Path> folders = Files.walk(warehouse, 2)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("metadata")))
                    .toList();
        } catch (IOException e) {
            throw UserError.failed("The lake %s cannot be read (%s).\nMaybe it belongs to somebody else."
                    .formatted(warehouse, e.getClass().getSimpleName()));
        }
    }

    /** Where a table was made; null where its metadata do not tell, which who reads the table finds out. */
    private static @Nullable String location(Path table) {
        try {
            var hint = Files.readString(table.resolve("metadata/version-hint.text"), StandardCharsets.UTF_8);
            var metadata = Files.readString(
                    table.resolve("metadata/v%s.metadata.json".formatted(hint.strip())), StandardCharsets.UTF_8);
            return Json.read(metadata).get("location") instanceof String location ? location : null;
        } catch (IOException | IllegalStateException e) {
            return null;
        }
    }

    private static boolean same(String made, Path table) {
        var place = Path.of(made.replaceFirst("^file:(//)?", ""));
        try {
            return Files.exists(place) && Files.isSameFile(place, table);
        } catch (IOException e) {
            return false;
        }
    }
}
