package fr.vigie.jobs.ingest;

import org.apache.spark.sql.Dataset;

/** The work on files of one kind: reads them, commits what is new, and tells of single records when asked. */
sealed interface Ingest permits CallIngest, RowIngest {

    /**
     * What became of the records, each number counted where it arises: they add up unless records were lost.
     *
     * @param read all of them
     * @param kept those that are new or say something else than before
     * @param duplicates those of whose key another version stays, or that say what stands already
     * @param rejected those that cannot be used
     * @param ambiguousTimes local times that stood for two instants
     */
    record Counts(long read, long kept, long duplicates, long rejected, long ambiguousTimes) {
        public Counts {
            if (read != kept + duplicates + rejected || Math.min(Math.min(kept, duplicates), rejected) < 0) {
                throw new IllegalStateException(
                        "The records do not add up: read %d, kept %d, duplicates %d, rejected %d."
                                .formatted(read, kept, duplicates, rejected));
            }
        }
    }

    /** Reads the files and, if all records are accounted for, commits, in one commit of the kind's table. */
    Counts run();

    /** The records that cannot be used: read once more, for there are few. */
    Dataset<Refused> refused();

    /** The keys of the records that were used, as {@link RecordKey} shows them. */
    Dataset<String> arrived();

    /** The keys of all records of the kind and source that the lake holds. */
    Dataset<String> standing();
}
