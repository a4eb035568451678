package fr.vigie.jobs;

import fr.vigie.jobs.error.UserError;
import fr.vigie.privacy.PseudonymKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;

/** The secret that makes callers unrecognisable: a file that only its owner may read, outside the lake. */
public final class KeyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFile() {}

    /** Where a workspace keeps its key. */
    public static Path of(Path workspace) {
        return workspace.resolve("keys").resolve("pseudonym.key");
    }

    /** Makes a new random key. */
    public static void create(Path file) throws IOException {
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.writeString(file, PseudonymKey.newSecret(new SecureRandom()) + "\n", StandardCharsets.UTF_8);
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
            open.removeAll(OWNER_ONLY);
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
        } catch (IOException e) {
            throw UserError.failed("The pseudonymisation key %s cannot be read (%s)."
                    .formatted(file, e.getClass().getSimpleName()));
        }
    }
}
