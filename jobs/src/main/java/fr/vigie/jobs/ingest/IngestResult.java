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
 */
public record IngestResult(
        long read,
        long kept,
        long duplicates,
        long rejected,
        SortedMap<String, Long> rejects,
        List<RejectRow> examples,
        long ambiguousTimes) {

    static IngestResult of(Ingest.Counts counts, SortedMap<String, Long> rejects, List<RejectRow> examples) {
        return new IngestResult(
                counts.read(),
                counts.kept(),
                counts.duplicates(),
                counts.rejected(),
                rejects,
                examples,
                counts.ambiguousTimes());
    }

    /** Rejects that somebody should look at: not those that are merely older than what is kept. */
    public long unusable() {
        return rejected - rejects.getOrDefault(CallBinder.PAST_RETENTION, 0L);
    }
}
