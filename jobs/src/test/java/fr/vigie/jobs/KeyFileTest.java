package fr.vigie.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.error.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    Path workspace = Path.of("");

    private Path key() throws IOException {
        var file = KeyFile.of(workspace);
        KeyFile.create(file);
        return file;
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        var file = key();
        assertEquals("rw-------", permissions(file));
        assertEquals("rwx------", permissions(file.getParent()));
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws IOException {
        var file = key();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        var refusal = assertThrows(UserError.class, () -> KeyFile.ring(file));
        assertTrue(String.valueOf(refusal.getMessage()).contains("chmod 600"), refusal::getMessage);
    }

    @Test
    void aKeyThatIsDamagedIsRefusedInWords() throws IOException {
        var file = key();
        for (var damaged :
                List.of("short".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xff, 0, (byte) 0xfe})) {
            Files.write(file, damaged);
            var refusal = assertThrows(UserError.class, () -> KeyFile.ring(file));
            assertTrue(String.valueOf(refusal.getMessage()).contains("Maybe restore it"), refusal::getMessage);
        }
    }

    @Test
    void aNewKeyTakesThePlaceOfTheOldOneWhichIsKept() throws IOException {
        var file = key();
        var first = KeyFile.read(file);
        var second = KeyFile.rotate(file);
        var third = KeyFile.rotate(file);
        assertNotEquals(first, second);
        var ring = KeyFile.ring(file);
        assertEquals(third, ring.current());
        assertEquals(2, ring.retired().size());
        assertTrue(ring.retired().containsAll(List.of(first, second)));
        assertEquals(first, ring.names(), "names keep the pseudonyms that they have");
        assertEquals(ring, KeyFile.ringForReading(file));
        assertEquals("rw-------", permissions(file.resolveSibling("first.key")));
        for (var old : ring.retired()) {
            assertEquals("rw-------", permissions(file.resolveSibling("retired").resolve(old.id() + ".key")));
        }
    }

    @Test
    void aRotationThatWasInterruptedIsDoneAgain() throws IOException {
        var file = key();
        var first = KeyFile.read(file);
        Files.createDirectories(file.resolveSibling("retired"));
        Files.copy(
                file,
                file.resolveSibling("retired").resolve(first.id() + ".key"),
                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        assertEquals(new KeyRing(first, List.of()), KeyFile.ring(file), "kept already, and still in use");
        Files.writeString(file.resolveSibling("pseudonym.key.new"), "half");
        KeyFile.rotate(file);
        assertEquals(List.of(first), KeyFile.ring(file).retired());
        assertFalse(Files.exists(file.resolveSibling("pseudonym.key.new")));
    }

    @Test
    void nothingIsReadWithoutTheFirstKeyOnceThereIsAnother() throws IOException {
        var file = key();
        KeyFile.ringForReading(file);
        KeyFile.rotate(file);
        Files.delete(file.resolveSibling("first.key"));
        var refusal = assertThrows(UserError.class, () -> KeyFile.ringForReading(file));
        assertTrue(String.valueOf(refusal.getMessage()).contains("first.key is missing"), refusal::getMessage);
        assertEquals(1, KeyFile.ring(file).retired().size(), "the others do");
    }
}
