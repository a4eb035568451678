package fr.vigie.jobs.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fr.vigie.jobs.error.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a CSV table goes: into a file, or to standard output where none is named; all of it or nothing. */
final class PlainOutput {
    private final @Nullable Path file;
    private final PrintWriter standard;

    private PlainOutput(@Nullable Path file, PrintWriter standard) {
        this.file = file;
        this.standard = standard;
    }

    /**
     * Looks whether the file can be written, before anything is computed.
     *
     * @param inputs the files that are read; none of them may be overwritten
     */
    static PlainOutput to(@Nullable Path file, CommandSpec spec, Path... inputs) {
        if (file != null) {
            try {
                for (var input : inputs) {
                    if (Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input)) {
                        throw UserError.usage(
                                "--output (%s) is a file that is read.\nMaybe name another one.".formatted(file));
                    }
                }
            } catch (IOException e) {
                throw unwritable(file, e.getMessage());
            }
            if (Files.isDirectory(file)) {
                throw unwritable(file, "it is a folder");
            }
            if (!Files.isDirectory(folder(file))) {
                throw unwritable(file, "its folder does not exist");
            }
            if (!Files.exists(file) || Files.isRegularFile(file)) {
                tryOut(file);
            }
        }
        return new PlainOutput(file, spec.commandLine().getOut());
    }

    /** Folders may look writable and refuse a file nevertheless. */
    private static void tryOut(Path file) {
        try {
            Files.deleteIfExists(Files.createTempFile(folder(file), ".", ".part"));
        } catch (IOException e) {
            throw unwritable(file, "its folder takes no file");
        }
    }

    void write(List<String> header, List<List<String>> rows) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(header);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be written.", e);
        }
        if (file == null) {
            standard.print(text);
            standard.flush();
        } else {
            write(file, text.toString());
        }
    }

    /** Beside the file first, so that it is never there by half; what is no file, such as a pipe, is written as it is. */
    private static void write(Path file, String text) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                Files.writeString(file, text);
                return;
            }
            var whole = Files.exists(file) ? file.toRealPath() : file;
            var part = whole.resolveSibling(whole.getFileName() + ".part");
            try {
                Files.writeString(part, text);
                Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (AccessDeniedException e) {
            throw unwritable(file, "that is not allowed here");
        } catch (FileSystemException e) {
            throw unwritable(file, e.getReason());
        } catch (IOException e) {
            throw unwritable(file, e.getMessage());
        }
    }

    private static Path folder(Path file) {
        var folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }

    private static UserError unwritable(Path file, @Nullable String why) {
        return UserError.failed("The file %s cannot be written: %s.\nMaybe name another one with --output."
                .formatted(file, why == null ? "nobody says why" : why));
    }
}
