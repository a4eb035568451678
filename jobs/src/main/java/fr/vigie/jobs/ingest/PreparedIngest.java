package fr.vigie.jobs.ingest;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.format.FileParts;
import fr.vigie.jobs.format.InputFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One ingest, made ready: every file is there and readable, and those that are to be read have the columns they need.
 *
 * @param reading how
 * @param files those that are to be read, in order, each with what a first look at it told
 * @param context known files that are read once more with them, in order: what belongs together may stand in several
 * @param standing what the lake holds as it is
 * @param places the files of context and files as the lake names them, in that order
 * @param before those of them that stand in the lake, in the way in which they are read now, as they were read: those that
 *     were read behind one another stand together; none where each file is read by itself
 * @param grown contents that stand in the lake and with which files go on that are to be read
 * @param readBefore the numbers of those of them whose content was ever read before
 * @param way a digest of everything but the files that decides how they are read
 * @param runId hash of all files' content and of the way
 * @param warnings one line for each file some of whose columns are dropped
 */
public record PreparedIngest(
        Reading reading,
        SortedMap<InputFile, FileParts> files,
        List<InputFile> context,
        KnownFiles.Standing standing,
        List<KnownFile> places,
        List<List<InputFile>> before,
        List<String> grown,
        List<Integer> readBefore,
        String way,
        String runId,
        List<String> warnings) {
    String source() {
        return reading.source();
    }

    InputKind kind() {
        return reading.kind();
    }

    /** Whether the lake holds all of the files as they are, whatever their names were. */
    public boolean isUpToDate() {
        return files.isEmpty();
    }

    /** The files that are to be read, each with the digest of its content. */
    public Map<Path, String> toRead() {
        return files.entrySet().stream()
                .collect(Collectors.toMap(
                        file -> file.getKey().path(), file -> file.getValue().digest()));
    }

    /** All files that are opened, by their numbers within the ingest. */
    List<InputFile> opened() {
        return Stream.concat(context.stream(), files.keySet().stream()).toList();
    }

    /** The files that are to be read as the lake names them. */
    List<KnownFile> newPlaces() {
        return places.subList(context.size(), places.size());
    }

    /** All files given as the lake names them. */
    List<KnownFile> given() {
        return Stream.concat(standing.files().stream(), newPlaces().stream()).toList();
    }

    @Override
    public String toString() {
        return kind().word() + " from " + source();
    }
}
