package fr.vigie.jobs.ingest;

import org.jspecify.annotations.Nullable;

/**
 * A record of a file: a row of its table, or a reject.
 *
 * @param sequence order among the records of one ingest: by file, then by line
 * @param row null where rejected
 * @param reject null where kept
 * @param ambiguousTimes how many of its local times stand for two instants
 * @param vanished whether files that were read before told the row by themselves and no longer do, now that they are read
 *     together with others: it goes
 */
public record Parsed(
        long sequence, @Nullable Record row, @Nullable Refused reject, int ambiguousTimes, boolean vanished) {

    static Parsed kept(long sequence, Record row, int ambiguousTimes) {
        return new Parsed(sequence, row, null, ambiguousTimes, false);
    }

    static Parsed refused(Refused reject, int ambiguousTimes) {
        return new Parsed(reject.sequence(), null, reject, ambiguousTimes, false);
    }

    static Parsed vanished(Record row) {
        return new Parsed(-1, row, null, 0, true);
    }
}
