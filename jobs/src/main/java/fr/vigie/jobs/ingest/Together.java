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
 * @param before what of them was read before, as it was read: those that were read behind one another stand together, and
 *     one that has grown since is as it was
 */
record Together(int first, List<InputFile> files, int known, List<List<InputFile>> before) implements Serializable {
    Together {
        files = List.copyOf(files);
        // All of them together told then what they tell now.
        before = before.equals(List.of(files)) ? List.of() : List.copyOf(before);
    }

    /** A file that is read by itself. */
    static Together one(int number, InputFile file) {
        return new Together(number, List.of(file), 0, List.of());
    }

    List<InputFile> context() {
        return files.subList(0, known);
    }
}
