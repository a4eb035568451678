package fr.vigie.jobs.ingest;

import fr.vigie.jobs.lake.RejectRow;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the records of one ingest: {@code read = kept + duplicates + rejected}, always.
 *
 * @param read records in the files
 * @param kept rows that are new or differ from the one they replace
 * @param duplicates records that changed nothing
 * @param rejected records that could not be used
 * @param rejects the rejected by reason
 * @param examples the first of them
 * @param ambiguousTimes local times that the autumn change makes ambiguous; each was taken for the earlier instant
 * @param open records of all files given that are refused and that nobody has corrected since
 * @param filesKnown files that were not read, for the lake holds them as they are
 * @param filesRead files that were read; where there are none, the counts are of when they were
 */
public record IngestResult(
        long read,
        long kept,
        long duplicates,
        long rejected,
        SortedMap<String, Long> rejects,
        List<RejectRow> examples,
        long ambiguousTimes,
        long open,
        int filesKnown,
        int filesRead) {

    static IngestResult of(
            FileCounts total,
            long ambiguousTimes,
            List<FileRecords> files,
            List<RejectRow> examples,
            long open,
            int filesKnown,
            int filesRead) {
        var rejects = new TreeMap<String, Long>();
        files.forEach(file -> file.rejects().forEach((reason, records) -> rejects.merge(reason, records, Long::sum)));
        return new IngestResult(
                total.read(),
                total.kept(),
                total.duplicates(),
                total.rejected(),
                rejects,
                examples,
                ambiguousTimes,
                open,
                filesKnown,
                filesRead);
    }

    /** Whether only some of the files were read. */
    public boolean isPartial() {
        return filesKnown > 0 && filesRead > 0;
    }
}
