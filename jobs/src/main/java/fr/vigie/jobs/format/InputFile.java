package fr.vigie.jobs.format;

import fr.vigie.jobs.error.UserError;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A file to be ingested, plain or compressed (gzip, zstd), whatever its name. What goes wrong while it is read becomes
 * one line that names it.
 *
 * @param location where it is
 * @param limits how much it may ask of its reader
 * @param length how many of the bytes of its text there are for its reader
 */
public record InputFile(String location, Limits limits, long length) implements Serializable {
    /** By paths, the parts of a rotated log in the order in which they were written. */
    public static final Comparator<InputFile> OLDEST_FIRST =
            Comparator.comparing(file -> Rotation.of(file.location()), Rotation.OLDEST_FIRST);

    private static final int BUFFER = 1 << 16;

    public static InputFile of(Path path, Limits limits) {
        return new InputFile(path.toString(), limits, Long.MAX_VALUE);
    }

    /** The file as it was when its text had so many bytes. */
    public InputFile upTo(long bytes) {
        return new InputFile(location, limits, bytes);
    }

    public Path path() {
        return Path.of(location);
    }

    /** The file's name without its folder. */
    public String name() {
        return String.valueOf(path().getFileName());
    }

    /** Whether its bytes are those of the text. */
    public boolean isPlain() {
        return compression() == Compression.NONE;
    }

    private Compression compression() {
        try {
            return Compression.of(path());
        } catch (IOException e) {
            throw notReadable(e);
        }
    }

    /** Fails unless the file is there, readable, not empty and packed in no way that is unknown here. */
    public void check() {
        var path = path();
        if (!Files.exists(path)) {
            throw UserError.failed("The file %s does not exist.\nMaybe its name is misspelt.".formatted(path));
        }
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw UserError.failed(
                    "The file %s cannot be read.\nMaybe it is a folder, a pipe or a device, or belongs to somebody else."
                            .formatted(path));
        }
        if (path.toFile().length() == 0) {
            throw UserError.failed("The file %s is empty.\nMaybe its export failed.".formatted(path));
        }
        if (!compression().isRead()) {
            throw UserError.failed("The file %s is packed with %s, which is not read.\nMaybe unpack it first."
                    .formatted(path, compression().word()));
        }
    }

    /** The file's content, decompressed; a compressed file that grows beyond measure fails. */
    public InputStream bytes() {
        try {
            var compression = compression();
            var bytes = compression.unpacked(Files.newInputStream(path()));
            var text = compression == Compression.NONE
                    ? bytes
                    : new Inflated(bytes, path().toFile().length(), limits.inflation());
            return length == Long.MAX_VALUE ? text : new Bounded(text, length);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The file as delimited text in UTF-8. */
    public DelimitedText delimited(@Nullable Character delimiter) {
        return delimited(delimiter, StandardCharsets.UTF_8);
    }

    /** The file as delimited text in a charset in which ASCII characters are single bytes. */
    public DelimitedText delimited(@Nullable Character delimiter, Charset charset) {
        return guarded(() -> DelimitedText.open(bytes(), delimiter, charset, limits));
    }

    /** The file line by line, each with its number; bytes that are not UTF-8 are replaced. */
    public Lines lines() {
        return new Lines(new BufferedInputStream(bytes(), BUFFER), limits.recordBytes());
    }

    /** The same records; what goes wrong while they are read names this file. */
    public Records guarded(Records records) {
        return new Records() {
            @Override
            public boolean hasNext() {
                return guarded(records::hasNext);
            }

            @Override
            public RawRecord next() {
                return guarded(records::next);
            }

            @Override
            public void close() {
                records.close();
            }
        };
    }

    /** Does a step; what goes wrong in it names this file. */
    public <T> T guarded(Supplier<T> step) {
        try {
            return step.get();
        } catch (BadFile e) {
            throw UserError.failed("The file %s %s.".formatted(path(), e.getMessage()));
        } catch (UncheckedIOException e) {
            throw unreadable(Objects.requireNonNull(e.getCause()));
        }
    }

    /** What to say when the file cannot be read to its end. */
    UserError unreadable(IOException e) {
        if (e instanceof Inflated.TooLarge) {
            return UserError.failed(
                    "The file %s grows to more than %d times its size; nothing of it was kept.\nMaybe it is damaged; if it is right, set ingest.inflation higher."
                            .formatted(path(), limits.inflation()));
        }
        if (e instanceof EOFException || String.valueOf(e.getMessage()).contains("Truncated source")) {
            return UserError.failed(
                    "The file %s is cut off in the middle; nothing of it was kept.\nMaybe copy it again."
                            .formatted(path()));
        }
        if (e instanceof ZipException || !isPlain()) {
            return UserError.failed("The file %s is not a sound %s file; nothing of it was kept.\nMaybe copy it again."
                    .formatted(path(), compression().word()));
        }
        return notReadable(e);
    }

    private UserError notReadable(IOException e) {
        return UserError.failed("The file %s cannot be read (%s)."
                .formatted(path(), e.getClass().getSimpleName()));
    }
}
