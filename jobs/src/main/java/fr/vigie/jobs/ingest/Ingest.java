package fr.vigie.jobs.ingest;

import org.apache.spark.sql.Dataset;

/** The work on files of one kind: reads them, commits what is new, and tells of single records when asked. */
sealed interface Ingest permits CallIngest, RowIngest {

    /**
     * What became of the records.
     *
     * @param read all of them
     * @param kept those that are new or say something else than before
     * @param rejected those that cannot be used
     * @param ambiguousTimes local times that stood for two instants
     */
    record Counts(long read, long kept, long rejected, long ambiguousTimes) {}

    /** Reads the files and commits, in one commit of the kind's table. */
    Counts run();

    /** The records that cannot be used: read once more, for there are few. */
    Dataset<Refused> refused();

    /** The keys of the records that were used, as {@link RecordKey} shows them. */
    Dataset<String> arrived();

    /** The keys of all records of the kind and source that the lake holds. */
    Dataset<String> standing();
}
