package fr.vigie.jobs;

import fr.vigie.jobs.error.UserError;
import fr.vigie.privacy.PseudonymKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The secret that makes callers unrecognisable: a file that only its owner may read, outside the lake. Those that it took
 * the place of stand in the folder {@code retired} beside it, each under its public name; the first of all, once there is
 * another, in the file {@code first.key} too.
 */
public final class KeyFile {
    private KeyFile() {}

    /** Where a workspace keeps its key. */
    public static Path of(Path workspace) {
        return workspace.resolve("keys").resolve("pseudonym.key");
    }

    /** Makes a new random key, in place of one that is there. */
    public static void create(Path file) throws IOException {
        createFolder(file.toAbsolutePath().getParent());
        PrivateFile.write(file, PseudonymKey.newSecret(new SecureRandom()) + "\n");
    }

    private static void createFolder(@Nullable Path folder) throws IOException {
        Files.createDirectories(
                Objects.requireNonNull(folder),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** The key and those before it; fails when there is none or when others may read one of them. */
    public static KeyRing ring(Path file) {
        var current = read(file);
        var retired = new ArrayList<PseudonymKey>();
        if (Files.isDirectory(retired(file))) {
            try (var files = Files.newDirectoryStream(retired(file), "*.key")) {
                var sorted = new TreeSet<Path>();
                files.forEach(sorted::add);
                sorted.forEach(each -> retired.add(read(each)));
            } catch (IOException e) {
                throw UserError.failed("The folder %s cannot be read (%s)."
                        .formatted(retired(file), e.getClass().getSimpleName()));
            }
        }
        // A rotation that was interrupted has kept the key and not yet replaced it.
        retired.remove(current);
        return new KeyRing(current, retired, Files.exists(first(file)) ? read(first(file)) : current);
    }

    /**
     * The same for who reads files; fails, too, when keys were rotated and the first of them is missing: calls whose names
     * hold a number would get other names and count twice.
     */
    public static KeyRing ringForReading(Path file) {
        var ring = ring(file);
        if (!ring.retired().isEmpty() && Files.notExists(first(file))) {
            throw UserError.failed(
                    "The key %s is missing: calls whose names hold a phone number would count twice when they are read again.\nMaybe restore it from its safe place; where no name holds one, copy the current key: cp -p %s %s."
                            .formatted(first(file), file, first(file)));
        }
        return ring;
    }

    /** Puts a new key in place of the current one, which is kept; there is a current key at every moment. */
    public static PseudonymKey rotate(Path file) {
        var old = read(file);
        try {
            createFolder(retired(file));
            var kept = retired(file).resolve(old.id() + ".key");
            var text = Files.readString(file, StandardCharsets.UTF_8);
            PrivateFile.write(kept, text);
            if (Files.notExists(first(file))) {
                PrivateFile.write(first(file), text);
            }
            create(file);
        } catch (IOException e) {
            throw UserError.failed(
                    "The key %s cannot be replaced (%s), and stays.\nMaybe its folder is read-only or full."
                            .formatted(file, e.getClass().getSimpleName()));
        }
        return read(file);
    }

    private static Path first(Path file) {
        return file.resolveSibling("first.key");
    }

    private static Path retired(Path file) {
        return file.resolveSibling("retired");
    }

    /** Reads the key; fails when there is none or when others may read it too. */
    public static PseudonymKey read(Path file) {
        try {
            if (Files.notExists(file)) {
                throw UserError.failed(
                        "There is no pseudonymisation key at %s, and without one nothing is ingested.\n".formatted(file)
                                + "Maybe restore it from its safe place; 'vigie init' makes one for a new workspace.");
            }
            var open = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            open.removeAll(PrivateFile.OWNER_ONLY);
            if (!open.isEmpty()) {
                throw UserError.failed(
                        "The pseudonymisation key %s may be read by others (%s).\nMaybe run 'chmod 600 %s'."
                                .formatted(
                                        file,
                                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                                        file));
            }
            return PseudonymKey.of(
                    Files.readString(file, StandardCharsets.UTF_8).strip());
        } catch (IOException | IllegalArgumentException e) {
            throw UserError.failed(
                    "The pseudonymisation key %s is no key that Vigie wrote, or cannot be read (%s).\nMaybe restore it from its safe place: under another key nobody is recognised."
                            .formatted(file, e.getClass().getSimpleName()));
        }
    }
}
