package fr.vigie.jobs.ingest;

import fr.vigie.jobs.error.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files that names, patterns and folders stand for. Who names a file means it. Who names a folder means what a phone
 * system has dropped there, in its folders too, but for what is still on its way: hidden files, those of copying programs
 * ({@code .tmp}, {@code .part}, …) and empty ones.
 *
 * @param files in order
 * @param empty those of folders and patterns that were left out since nothing stands in them yet
 */
public record GivenFiles(List<Path> files, List<Path> empty) {
    private static final Set<String> ON_THE_WAY =
            Set.of("tmp", "temp", "part", "partial", "filepart", "crdownload", "swp");

    /** What was named on a command line; a folder without any file to read fails. */
    public static GivenFiles named(List<Path> paths) {
        var found = new Found();
        for (var path : paths) {
            if (Files.isDirectory(path)) {
                int before = found.files.size();
                found.folder(path);
                if (found.files.size() == before) {
                    throw UserError.failed(
                            "The folder %s holds no file to read.\nMaybe its files are still being written (hidden, .tmp, .part or empty)."
                                    .formatted(path));
                }
            } else {
                found.files.add(path);
            }
        }
        return found.all();
    }

    /** What the names and patterns of a source stand for, in the workspace or absolute. */
    static GivenFiles matching(Path workspace, Collection<String> patterns) {
        var found = new Found();
        for (var pattern : patterns) {
            var path = workspace.resolve(pattern);
            var name = String.valueOf(path.getFileName());
            var folder = path.getParent();
            if (Files.isDirectory(path)) {
                found.folder(path);
            } else if (!name.contains("*")) {
                found.files.add(path);
            } else if (folder != null && Files.isDirectory(folder)) {
                found.pattern(folder, name);
            }
        }
        return found.all();
    }

    /** A line for each file that was left out because it is empty. */
    public List<String> warnings() {
        return empty.stream()
                .map(file -> "%s is empty and was left out (maybe it is still being written)".formatted(file))
                .toList();
    }

    /** The files found so far. */
    private static final class Found {
        private final TreeSet<Path> files = new TreeSet<>();
        private final TreeSet<Path> empty = new TreeSet<>();

        GivenFiles all() {
            empty.removeAll(files);
            return new GivenFiles(List.copyOf(files), List.copyOf(empty));
        }

        void pattern(Path folder, String name) {
            try (DirectoryStream<Path> matching = Files.newDirectoryStream(folder, name)) {
                for (var path : matching) {
                    if (isHidden(path)) {
                        continue;
                    }
                    if (Files.isDirectory(path)) {
                        folder(path);
                    } else {
                        take(path);
                    }
                }
            } catch (IOException e) {
                throw unreadable(folder, e);
            }
        }

        /** All that lies in a folder and in those within it. */
        void folder(Path folder) {
            try (var all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
                all.filter(Files::isRegularFile)
                        .filter(file -> !isWithinHidden(folder.relativize(file)))
                        .forEach(this::take);
            } catch (IOException e) {
                throw unreadable(folder, e);
            } catch (UncheckedIOException e) {
                throw unreadable(folder, Objects.requireNonNull(e.getCause()));
            }
        }

        private void take(Path file) {
            if (isOnTheWay(file)) {
                return;
            }
            (file.toFile().length() == 0 ? empty : files).add(file);
        }

        private static boolean isOnTheWay(Path file) {
            var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            return name.endsWith("~") || ON_THE_WAY.contains(name.substring(name.lastIndexOf('.') + 1));
        }

        private static boolean isWithinHidden(Path inFolder) {
            for (var part : inFolder) {
                if (isHidden(part)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isHidden(Path path) {
            return String.valueOf(path.getFileName()).startsWith(".");
        }

        private static UserError unreadable(Path folder, IOException e) {
            return e instanceof FileSystemLoopException
                    ? UserError.failed(
                            "The folder %s holds a link to a folder that it lies in: %s.\nMaybe remove the link."
                                    .formatted(folder, ((FileSystemLoopException) e).getFile()))
                    : UserError.failed(
                            "The folder %s, or one within it, cannot be read.\nMaybe it belongs to somebody else."
                                    .formatted(folder));
        }
    }
}
