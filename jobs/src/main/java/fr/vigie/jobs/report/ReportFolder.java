package fr.vigie.jobs.report;

import fr.vigie.jobs.error.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/** The folder of an audience. A file is written beside its place and then moved there: nobody ever reads half a page. */
final class ReportFolder {
    /** The page in French. */
    static final String FRENCH = "index.html";

    /** The page in English. */
    static final String ENGLISH = "index.en.html";

    private final Path folder;

    ReportFolder(Path reports, String audience) {
        folder = reports.resolve(audience);
    }

    /** Whether the folder has the page in both languages. */
    static boolean holdsPages(Path folder) {
        return Files.isRegularFile(folder.resolve(FRENCH)) && Files.isRegularFile(folder.resolve(ENGLISH));
    }

    /** Writes a page in both languages, each pointing to the other. */
    void pages(Page page) {
        write(FRENCH, page.in(Locale.FRANCE, ENGLISH));
        write(ENGLISH, page.in(Locale.UK, FRENCH));
    }

    /** A page in a language, which knows the file name of its translation. */
    interface Page {
        String in(Locale locale, String translation);
    }

    /** Makes the folder, where that is possible. */
    void make() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw UserError.failed(
                    "The folder %s cannot be made: %s.\nMaybe it is a file, or the disk is read-only or full."
                            .formatted(folder, e.getClass().getSimpleName()));
        }
    }

    /** Writes records as CSV. */
    void csv(String name, List<? extends Record> rows, Class<? extends Record> type) {
        write(name, RecordCsv.of(rows, type));
    }

    void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(String name, byte[] content) {
        try {
            Files.createDirectories(folder);
            // Not createTempFile: its files are readable by their owner alone, and pages are made to be passed on.
            var draft = folder.resolve("." + name + ".tmp");
            try {
                Files.write(draft, content);
                move(draft, folder.resolve(name));
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw UserError.failed("The report %s cannot be written (%s).\nMaybe its folder is read-only or full."
                    .formatted(folder.resolve(name), e.getClass().getSimpleName()));
        }
    }

    private static void move(Path draft, Path place) throws IOException {
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
