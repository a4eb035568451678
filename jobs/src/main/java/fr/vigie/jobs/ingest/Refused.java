package fr.vigie.jobs.ingest;

import fr.vigie.jobs.format.Problem;
import fr.vigie.jobs.lake.RejectRow;
import fr.vigie.privacy.PhoneMask;
import org.jspecify.annotations.Nullable;

/**
 * A record that this ingest could not use.
 *
 * @param sequence order among the records of one ingest: the file's number (the bits from the 40th on), then the line
 * @param key what names the record, as {@link RecordKey} shows it; null where it cannot be read
 * @param reason a code, e.g. {@code ends-before-it-begins}
 * @param detail what stood there, callers' numbers masked
 * @param again whether the file was read before and is read once more with new ones
 */
public record Refused(long sequence, @Nullable String key, String reason, String detail, boolean again) {
    /** How many bits of a record's order tell its line; the others tell its file. */
    static final int LINE_BITS = 40;

    static Refused of(long sequence, @Nullable String key, Problem problem, PhoneMask mask, boolean again) {
        return new Refused(sequence, key, problem.reason(), CallBinder.shown(problem.detail(), mask), again);
    }

    /** The order of a record. */
    static long sequence(int file, long line) {
        return ((long) file << LINE_BITS) + line;
    }

    /** The number of its file within the ingest. */
    int file() {
        return file(sequence);
    }

    /** The number of a record's file within the ingest, by its order. */
    static int file(long sequence) {
        return (int) (sequence >> LINE_BITS);
    }

    /** The line on which it begins, from 1. */
    long line() {
        return sequence & (1L << LINE_BITS) - 1;
    }

    RejectRow in(KnownFile file, String source, String kind) {
        var place = file.place();
        return new RejectRow(source, kind, place.folder(), place.name(), line(), key, reason, detail, file.content());
    }
}
