package fr.vigie.jobs.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import fr.vigie.jobs.error.UserError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {
    @TempDir
    Path folder = Path.of(".");

    private InputFile file(String name, byte[]... parts) throws IOException {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.write(part);
        }
        return InputFile.of(Files.write(folder.resolve(name), all.toByteArray()), Limits.usual());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes(text));
        }
        return packed.toByteArray();
    }

    private static byte[] zstd(String text) {
        return Zstd.compress(bytes(text));
    }

    private static String content(InputFile file) throws IOException {
        try (var in = file.bytes()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatAFileIsPackedWithIsToldByItsFirstBytes() throws IOException {
        assertEquals("a\n", content(file("cdr.csv.gz.1", gzip("a\n"))));
        assertEquals("a\n", content(file("cdr.csv.20251005", gzip("a\n"))));
        assertEquals("a\n", content(file("queue_log.2", zstd("a\n"))));
        assertEquals("a\n", content(file("plain.csv.gz", bytes("a\n"))));
        assertTrue(file("plain.csv.zst", bytes("a\n")).isPlain());
        assertFalse(file("packed.csv", gzip("a\n")).isPlain());
    }

    @Test
    void allMembersOfGzipAndAllFramesOfZstdAreRead() throws IOException {
        assertEquals("a\nb\nc\n", content(file("log.gz", gzip("a\n"), gzip("b\n"), gzip("c\n"))));
        assertEquals("a\nb\nc\n", content(file("log.zst", zstd("a\n"), zstd("b\n"), zstd("c\n"))));
        byte[] skipped = {0x5a, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 'x', 'x'};
        assertEquals("a\nb\n", content(file("log.1", skipped, zstd("a\n"), skipped, zstd("b\n"))));
        var large = "0123456789\n".repeat(100_000);
        assertEquals(large + large, content(file("large.gz", gzip(large), gzip(large))));
        assertEquals(large + large, content(file("large.zst", zstd(large), zstd(large))));
    }

    @Test
    void aPackedFileThatIsCutOffIsSaidToBe() throws IOException {
        var packed = gzip("0123456789\n".repeat(1000));
        var cut = file("queue_log.1", gzip("a\n"), java.util.Arrays.copyOf(packed, packed.length / 2));
        try (var lines = cut.lines()) {
            var error = assertThrows(
                    UserError.class,
                    () -> cut.guarded(() -> Stream.generate(lines::next)
                            .takeWhile(line -> line != null)
                            .count()));
            assertTrue(String.valueOf(error.getMessage()).contains("is cut off"), error.getMessage());
        }
    }

    @Test
    void aFileThatIsPackedInAnotherWayIsRefused() throws IOException {
        refuses("bzip2", new byte[] {'B', 'Z', 'h', '9', 0x31, 0x41, 0x59, 0x26, 0x53, 0x59, 0, 0});
        refuses("xz", new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0, 0, 4});
        refuses("zip", new byte[] {'P', 'K', 3, 4, 20, 0});
        file("text.csv", bytes("BZh9 is a name\n")).check();
    }

    private void refuses(String word, byte[] packed) throws IOException {
        var file = file("calls.csv", packed);
        var error = assertThrows(UserError.class, file::check);
        assertTrue(String.valueOf(error.getMessage()).contains("is packed with " + word), error.getMessage());
    }

    @Test
    void theOldestPartOfARotatedLogComesFirst() {
        var written = List.of(
                "a/cdr.csv.20250930",
                "a/cdr.csv-20251001.gz",
                "a/cdr.csv.gz.10",
                "a/cdr.csv.2.zst",
                "a/cdr.csv.1",
                "a/cdr.csv",
                "a/queue_log.3",
                "a/queue_log",
                "b/cdr.csv.1");
        var files = written.stream()
                .sorted()
                .map(path -> InputFile.of(Path.of(path), Limits.usual()))
                .sorted(InputFile.OLDEST_FIRST);
        assertEquals(written, files.map(InputFile::location).toList());
    }

    @Test
    void bytesThatAreNotWhatTheySeemAreClosed() {
        var open = new AtomicBoolean(true);
        var bytes = new ByteArrayInputStream(new byte[] {0x1f, (byte) 0x8b, 99}) {
            @Override
            public void close() {
                open.set(false);
            }
        };
        assertThrows(IOException.class, () -> Compression.GZIP.unpacked(bytes));
        assertFalse(open.get());
    }

    @Test
    void filesThatAreNoPartsStandInTheOrderOfTheirPaths() {
        var paths = List.of("calls.2024", "calls.2025", "calls/2025-10.csv", "calls/a.csv");
        var files = Stream.of(3, 1, 0, 2)
                .map(i -> InputFile.of(Path.of(paths.get(i)), Limits.usual()))
                .sorted(InputFile.OLDEST_FIRST);
        assertEquals(paths, files.map(InputFile::location).toList());
    }
}
