package fr.vigie.jobs.ingest;

import fr.vigie.jobs.format.InputFile;
import java.io.Serializable;
import java.util.List;

/**
 * Files that are read one after the other, for what belongs together may stand in several; or a single one.
 *
 * @param first the first one's number within the ingest
 * @param files in order
 * @param known how many of the first of them were read before, and are read only for what the others add to them
 * @param readBefore all that were read before, by their places in the list
 */
record Together(int first, List<InputFile> files, int known, List<Integer> readBefore) implements Serializable {
    Together {
        files = List.copyOf(files);
        readBefore = List.copyOf(readBefore);
    }

    /** A file that is read by itself. */
    static Together one(int number, InputFile file) {
        return new Together(number, List.of(file), 0, List.of());
    }

    List<InputFile> context() {
        return files.subList(0, known);
    }

    /** What was read before without the others: none where there are no others, and nothing can have changed. */
    List<InputFile> before() {
        return readBefore.size() == files.size()
                ? List.of()
                : readBefore.stream().map(files::get).toList();
    }
}
