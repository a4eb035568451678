package fr.vigie.jobs.ingest;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import org.apache.spark.sql.Dataset;

/** The work on files of one kind: reads them, commits what is new, and tells of single records when asked. */
sealed interface Ingest permits CallIngest, RowIngest {

    /**
     * What became of the records.
     *
     * @param files of those of each file, by its number within the ingest; files without any are left out
     * @param until the latest beginning of a call or of times, by file; files without any are left out
     * @param ambiguousTimes local times that stood for two instants
     */
    record Counts(SortedMap<Integer, FileCounts> files, Map<Integer, Instant> until, long ambiguousTimes) {
        FileCounts total() {
            return total(files.values());
        }

        static FileCounts total(Collection<FileCounts> files) {
            return files.stream().reduce(FileCounts.NONE, FileCounts::plus);
        }
    }

    /** Reads the files and, if all records are accounted for, commits, in one commit of the kind's table. */
    Counts run();

    /** Whether files that were read before are read once more with new ones. */
    boolean readsAgain();

    /** The records that cannot be used: read once more, for there are few. */
    Dataset<Refused> refused();

    /** The records that were used: their keys, as {@link RecordKey} shows them, each with its place in the order. */
    Dataset<Arrived> arrived();

    /** The keys of all records of the kind and source that the lake holds. */
    Dataset<String> standing();

    /**
     * A record that was used.
     *
     * @param key as {@link RecordKey} shows it
     * @param sequence order among the records of one ingest
     */
    record Arrived(String key, long sequence) {}
}
