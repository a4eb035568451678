package fr.vigie.jobs.ingest;

import fr.vigie.jobs.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the run log remembers of a file's records.
 *
 * @param counts what became of them
 * @param rejects the rejected by reason
 * @param until the beginning of the last one; empty where none was used
 */
record FileRecords(FileCounts counts, SortedMap<String, Long> rejects, Optional<Instant> until) {
    static final FileRecords NONE = new FileRecords(FileCounts.NONE, new TreeMap<>(), Optional.empty());

    private static final String FILES = "files";
    private static final String READ = "read";
    private static final String KEPT = "kept";
    private static final String DUPLICATES = "duplicates";
    private static final String REJECTS = "rejects";
    private static final String UNTIL = "until";

    long read() {
        return counts.read();
    }

    FileRecords plus(FileRecords other) {
        var all = new TreeMap<>(rejects);
        other.rejects.forEach((reason, records) -> all.merge(reason, records, Long::sum));
        return new FileRecords(
                counts.plus(other.counts),
                all,
                Stream.of(until, other.until).flatMap(Optional::stream).max(Instant::compareTo));
    }

    /** The metrics of a run: totals, and the records of each file that was read. */
    static String metrics(FileCounts total, long ambiguousTimes, List<FileRecords> files) {
        return Json.of(Map.of(
                READ,
                total.read(),
                KEPT,
                total.kept(),
                "ambiguous_times",
                ambiguousTimes,
                FILES,
                files.stream().map(FileRecords::fields).toList()));
    }

    private Map<String, Object> fields() {
        var fields = new TreeMap<String, Object>(
                Map.of(READ, counts.read(), KEPT, counts.kept(), DUPLICATES, counts.duplicates(), REJECTS, rejects));
        until.ifPresent(instant -> fields.put(UNTIL, instant.toString()));
        return fields;
    }

    /** The records of each file that a run read, in order. */
    static List<FileRecords> of(String metrics) {
        var files = new ArrayList<FileRecords>();
        for (var file : (Collection<?>) Json.read(metrics).getOrDefault(FILES, List.of())) {
            files.add(of((Map<?, ?>) file));
        }
        return files;
    }

    private static FileRecords of(Map<?, ?> fields) {
        var rejects = new TreeMap<String, Long>();
        if (fields.get(REJECTS) instanceof Map<?, ?> reasons) {
            reasons.forEach((reason, records) -> rejects.put(String.valueOf(reason), ((Number) records).longValue()));
        }
        long rejected = rejects.values().stream().mapToLong(Long::longValue).sum();
        return new FileRecords(
                new FileCounts(number(fields, READ), number(fields, KEPT), number(fields, DUPLICATES), rejected),
                rejects,
                Optional.ofNullable(fields.get(UNTIL)).map(until -> Instant.parse(String.valueOf(until))));
    }

    private static long number(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
