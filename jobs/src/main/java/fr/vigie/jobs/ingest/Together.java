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
 * @param readBefore all that were read before, by their places in the list: those that were read behind one another stand
 *     together
 */
record Together(int first, List<InputFile> files, int known, List<List<Integer>> readBefore) implements Serializable {
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

    /** What was read before, as it was read; nothing where it was all of the files together. */
    List<List<InputFile>> before() {
        boolean all = readBefore.size() == 1 && readBefore.get(0).size() == files.size();
        return all
                ? List.of()
                : readBefore.stream()
                        .map(read -> read.stream().map(files::get).toList())
                        .toList();
    }
}
