package fr.vigie.jobs.ingest;

import fr.vigie.jobs.error.UserError;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file to be ingested, plain or compressed. What goes wrong while it is read becomes one line that names it.
 *
 * @param path where it is
 */
record InputFile(Path path) {
    private static final int BUFFER = 1 << 16;

    static InputFile of(String path) {
        return new InputFile(Path.of(path));
    }

    /** The file's name without its folder. */
    String name() {
        return String.valueOf(path.getFileName());
    }

    /** Fails unless the file is there, readable and not empty. */
    void check() {
        if (!Files.exists(path)) {
            throw UserError.failed("The file %s does not exist.\nMaybe its name is misspelt.".formatted(path));
        }
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw UserError.failed(
                    "The file %s cannot be read.\nMaybe it is a folder or belongs to somebody else.".formatted(path));
        }
        if (path.toFile().length() == 0) {
            throw UserError.failed("The file %s is empty.\nMaybe its export failed.".formatted(path));
        }
    }

    /** Length and two checksums of the bytes: tells whether a file has changed, not whether somebody forged it. */
    String digest() {
        try (var in = Files.newInputStream(path)) {
            var crc32 = new CRC32();
            var crc32c = new CRC32C();
            var buffer = new byte[BUFFER];
            long length = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                crc32.update(buffer, 0, n);
                crc32c.update(buffer, 0, n);
                length += n;
            }
            return "%d-%08x-%08x".formatted(length, crc32.getValue(), crc32c.getValue());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Hands the opened text to a reader and closes it. */
    <T> T read(Function<BufferedReader, T> reader) {
        try (var text = open()) {
            return guarded(() -> reader.apply(text));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The records that a reader finds, lazily; the file is closed after the last. */
    Iterator<RawRecord> records(Function<BufferedReader, Iterator<RawRecord>> reader) {
        var text = open();
        var records = guarded(() -> reader.apply(text));
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                boolean more = guarded(records::hasNext);
                if (!more) {
                    close(text);
                }
                return more;
            }

            @Override
            public RawRecord next() {
                return guarded(records::next);
            }
        };
    }

    private BufferedReader open() {
        try {
            var bytes = Files.newInputStream(path);
            var plain = name().endsWith(".gz") ? new GZIPInputStream(bytes, BUFFER) : bytes;
            return new BufferedReader(new InputStreamReader(plain, strict()), BUFFER);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Refuses what is not UTF-8: a name mangled in silence would stay so. */
    private static CharsetDecoder strict() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private void close(BufferedReader text) {
        try {
            text.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private <T> T guarded(Supplier<T> step) {
        try {
            return step.get();
        } catch (BadFile e) {
            throw UserError.failed("The file %s %s.".formatted(path, e.getMessage()));
        } catch (UncheckedIOException e) {
            throw unreadable(Objects.requireNonNull(e.getCause()));
        }
    }

    private UserError unreadable(IOException e) {
        if (e instanceof CharacterCodingException) {
            return UserError.failed(
                    "The file %s is not UTF-8; nothing of it was kept.\nMaybe convert it: iconv -f windows-1252 -t utf-8."
                            .formatted(path));
        }
        if (e instanceof EOFException) {
            return UserError.failed(
                    "The file %s is cut off in the middle; nothing of it was kept.\nMaybe copy it again."
                            .formatted(path));
        }
        if (e instanceof ZipException) {
            return UserError.failed(
                    "The file %s is not a sound gzip file; nothing of it was kept.\nMaybe copy it again."
                            .formatted(path));
        }
        return UserError.failed(
                "The file %s cannot be read (%s).".formatted(path, e.getClass().getSimpleName()));
    }
}
