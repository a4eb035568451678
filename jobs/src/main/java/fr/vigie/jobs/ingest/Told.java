package fr.vigie.jobs.ingest;

import fr.vigie.jobs.format.RawRecord;
import fr.vigie.jobs.format.Records;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * What files that were read before tell alone: read together with new ones, only what these add or change is news. A call
 * that ran over the end of a file is news; one whose beginning was in a file that is long gone is not.
 */
final class Told {
    private final Set<Long> records = new HashSet<>();

    static Told nothing() {
        return new Told();
    }

    /** Reads all records, and closes them. */
    static Told by(Records records) {
        var told = new Told();
        try (records) {
            records.forEachRemaining(record -> told.records.add(hash(record)));
        }
        return told;
    }

    boolean has(RawRecord record) {
        return !records.isEmpty() && records.contains(hash(record));
    }

    private static long hash(RawRecord record) {
        var text = record.file() + ":" + record.line() + Arrays.toString(record.values()) + record.problem();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return PackedCall.hash(bytes, 0, bytes.length, record.line());
    }
}
