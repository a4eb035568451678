package fr.vigie.jobs.ingest;

import fr.vigie.jobs.lake.RejectRow;
import java.util.List;
import java.util.SortedMap;

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
        int filesKnown,
        int filesRead) {

    static IngestResult of(
            Ingest.Counts counts,
            SortedMap<String, Long> rejects,
            List<RejectRow> examples,
            int filesKnown,
            int filesRead) {
        return new IngestResult(
                counts.read(),
                counts.kept(),
                counts.duplicates(),
                counts.rejected(),
                rejects,
                examples,
                counts.ambiguousTimes(),
                filesKnown,
                filesRead);
    }

    /** Whether only some of the files were read. */
    public boolean isPartial() {
        return filesKnown > 0 && filesRead > 0;
    }

    /** Rejects that somebody should look at: not those that are merely older than what is kept. */
    public long unusable() {
        return rejected - rejects.getOrDefault(CallBinder.PAST_RETENTION, 0L);
    }
}
