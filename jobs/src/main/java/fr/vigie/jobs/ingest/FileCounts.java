package fr.vigie.jobs.ingest;

import java.io.Serializable;

/**
 * What became of the records of one file, each number counted where it arises: they add up unless records were lost.
 *
 * @param read all of them
 * @param kept those that are new or say something else than before
 * @param duplicates those of whose key another version stays, or that say what stands already
 * @param rejected those that cannot be used
 */
public record FileCounts(long read, long kept, long duplicates, long rejected) implements Serializable {
    /** No record at all. */
    static final FileCounts NONE = new FileCounts(0, 0, 0, 0);

    public FileCounts {
        if (read != kept + duplicates + rejected || Math.min(Math.min(kept, duplicates), rejected) < 0) {
            throw new IllegalStateException("The records do not add up: read %d, kept %d, duplicates %d, rejected %d."
                    .formatted(read, kept, duplicates, rejected));
        }
    }

    FileCounts plus(FileCounts other) {
        return new FileCounts(
                read + other.read, kept + other.kept, duplicates + other.duplicates, rejected + other.rejected);
    }
}
