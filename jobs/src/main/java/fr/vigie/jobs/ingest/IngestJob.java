package fr.vigie.jobs.ingest;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.CodeVersion;
import fr.vigie.jobs.Json;
import fr.vigie.jobs.KeyRing;
import fr.vigie.jobs.RunLog;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.format.FileParts;
import fr.vigie.jobs.format.FileParts.Part;
import fr.vigie.jobs.format.InputFile;
import fr.vigie.jobs.format.VigieCsv;
import fr.vigie.jobs.lake.Hash;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.RejectRow;
import fr.vigie.jobs.lake.RunRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.RecordEncoder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Observation;

/**
 * Files to tables: every record is kept, a duplicate, or rejected with file, line and reason.
 *
 * <p>The same file twice, or one that overlaps another, leaves the table as if each record had been read once: a row
 * whose key is known replaces it, and counts as kept only where it differs. One ingest is one commit of its table.
 */
public final class IngestJob {
    /** The stage's word in the run log. */
    public static final String NOUN = "ingest";

    private static final int EXAMPLES = 5;
    private static final long SMALL_BYTES = 32L << 20;
    private static final String SOURCE = "source";
    private static final String READ = "read";
    private static final String KEPT = "kept";
    private static final String FILES = "files";
    private static final String AMBIGUOUS = "ambiguous_times";

    private final Lake lake;
    private final VigieConfig config;
    private final KeyRing keys;
    private final RunLog log;
    private final Clock clock;

    public IngestJob(Lake lake, VigieConfig config, KeyRing keys, RunLog log, Clock clock) {
        this.lake = lake;
        this.config = config;
        this.keys = keys;
        this.log = log;
        this.clock = clock;
    }

    /**
     * One ingest, made ready: every file is there, readable, and has the columns it needs.
     *
     * @param files in order of their paths, each with what a first look at it told
     * @param runId hash of the files' content and everything that decides how it is read
     * @param warnings one line for each file some of whose columns are dropped
     */
    public record Prepared(
            Reading reading, SortedMap<InputFile, FileParts> files, String runId, List<String> warnings) {
        String source() {
            return reading.source();
        }

        InputKind kind() {
            return reading.kind();
        }

        @Override
        public String toString() {
            return kind().word() + " from " + source();
        }
    }

    /** Looks at the files and at the beginning of what they hold. */
    public Prepared prepare(String source, SourceConfig settings, List<Path> paths) {
        var reading = reading(source, settings);
        var limits = config.block(IngestConfig.class).limits();
        var files = new TreeMap<InputFile, FileParts>(InputFile.OLDEST_FIRST);
        var warnings = new ArrayList<String>();
        for (var path : paths) {
            var file = InputFile.of(path, limits);
            file.check();
            files.put(file, FileParts.of(file));
            if (!reading.format().joinsFiles()) {
                reading.open(List.of(file));
            }
            var dropped = file.guarded(() -> reading.format().dropped(file, reading.wanted()));
            if (!dropped.isEmpty()) {
                warnings.add("%s: unknown columns dropped: %s".formatted(file.name(), String.join(", ", dropped)));
            }
            file.guarded(() -> reading.format().remarks(file))
                    .forEach(remark -> warnings.add(file.name() + ": " + remark));
        }
        if (reading.format().joinsFiles()) {
            reading.open(List.copyOf(files.keySet()));
        }
        var id = Hash.of(
                CodeVersion.current(),
                settings.kind().word(),
                source,
                reading.format().getClass().getSimpleName() + VigieConfig.text(reading.format()),
                // Not the key: what was read under another one stays as it is, and is not read again for it.
                reading.wanted().zone() + " " + reading.serviceZone() + " " + reading.country(),
                config.block(ServiceConfig.class).redialWindow().toString(),
                reading.practices() == null ? "any" : lake.version(Tables.PRACTICE),
                String.join("\n", digests(files)));
        return new Prepared(reading, Collections.unmodifiableSortedMap(files), id, warnings);
    }

    private Reading reading(String source, SourceConfig settings) {
        var service = config.block(ServiceConfig.class);
        boolean anyPractice = settings.kind() != InputKind.CALLS || settings.acceptsUndeclaredPractices();
        return new Reading(
                source,
                settings.formatOrCanonical(),
                RowBinder.wanted(settings.kind(), settings.zone() == null ? service.zone() : settings.zone()),
                service.zone(),
                settings.country() == null ? config.block(IngestConfig.class).country() : settings.country(),
                keys,
                Forgotten.of(lake),
                lake.purgedBefore(Tables.CALL).orElse(null),
                anyPractice ? null : Practices.of(lake.read(Tables.PRACTICE).collectAsList()));
    }

    private static List<String> digests(SortedMap<InputFile, FileParts> files) {
        return files.entrySet().stream()
                .map(f -> f.getKey().name() + " " + f.getValue().digest())
                .toList();
    }

    /** Whether these very files were ingested before, in the same way. */
    public boolean isUpToDate(Prepared prepared) {
        return before(prepared).isPresent();
    }

    /**
     * What an ingest did.
     *
     * @param result what became of the records
     * @param log what the run log is to say of it; empty where nothing was done
     */
    public record Done(IngestResult result, Optional<RunRow> log) {}

    /** The last ingest of this source, if it was of these very files: one in between may have replaced rows. */
    private Optional<RunRow> before(Prepared prepared) {
        var marker = marker(prepared);
        return log.last(run -> run.stage().equals(NOUN) && run.inputs().contains(marker))
                .filter(run -> run.runId().equals(prepared.runId()));
    }

    /** How the run log names the source. */
    private static String marker(Prepared prepared) {
        var source = Json.of(Map.of(SOURCE, prepared.source()));
        return source.substring(1, source.length() - 1);
    }

    /**
     * Ingests the files; those ingested before in the same way are not read again. The caller then writes the log.
     * Different kinds may be ingested at the same time.
     */
    public Done run(Prepared prepared) {
        var before = before(prepared);
        if (before.isPresent()) {
            return new Done(again(before.get()), Optional.empty());
        }
        var started = clock.instant();
        var result = prepared.kind() == InputKind.CALLS ? calls(prepared) : rows(prepared);
        var table = Tables.of(prepared.kind());
        var row = new RunRow(
                prepared.runId(),
                NOUN,
                CodeVersion.current(),
                null,
                "{}",
                Json.of(Map.of(SOURCE, prepared.source(), FILES, digests(prepared.files()))),
                Json.of(Map.of(table.name(), lake.version(table))),
                Json.of(result.rejects()),
                Json.of(Map.of(READ, result.read(), KEPT, result.kept(), AMBIGUOUS, result.ambiguousTimes())),
                RunLog.versions(),
                started,
                clock.instant());
        return new Done(result, Optional.of(row));
    }

    private IngestResult calls(Prepared prepared) {
        refuseAnotherSource(prepared);
        var ingest = new CallIngest(
                lake,
                prepared.reading(),
                tasks(prepared),
                config.block(ServiceConfig.class).redialWindow(),
                prepared.runId());
        var done = ingest.run();
        var total = done.census().total();
        long kept = done.kept().values().stream().mapToLong(Long::longValue).sum();
        return result(
                prepared, total.read(), kept, total.rejected(), done.census().ambiguousTimes(), ingest.rejects());
    }

    /** The same file under two names of its source would count each of its calls twice. */
    private void refuseAnotherSource(Prepared prepared) {
        for (var file : prepared.files().entrySet()) {
            log.last(run -> run.stage().equals(NOUN)
                            && run.outputs().contains("\"" + Tables.CALL.name() + "\"")
                            && run.inputs().contains(file.getValue().digest())
                            && !run.inputs().contains(marker(prepared)))
                    .ifPresent(run -> {
                        throw UserError.failed(
                                "The file %s was ingested before, from another source: %s.\nMaybe name that source; its calls would count twice."
                                        .formatted(file.getKey().path(), run.inputs()));
                    });
        }
    }

    private static List<CallReader.Task> tasks(Prepared prepared) {
        var files = List.copyOf(prepared.files().keySet());
        if (prepared.reading().format().joinsFiles()) {
            return List.of(new CallReader.Task(0, files, Part.WHOLE));
        }
        var tasks = new ArrayList<CallReader.Task>();
        boolean inParts = prepared.reading().format() instanceof VigieCsv;
        for (int i = 0; i < files.size(); i++) {
            var file = files.get(i);
            var parts = inParts ? requireNonNull(prepared.files().get(file)).parts() : List.of(Part.WHOLE);
            for (var part : parts) {
                tasks.add(new CallReader.Task(i, List.of(file), part));
            }
        }
        return tasks;
    }

    private IngestResult rows(Prepared prepared) {
        var table = Tables.of(prepared.kind());
        var records = new Observation("records");
        var parsed = parse(prepared, table);
        var observed = parsed.observe(
                records,
                count(lit(1)).as(READ),
                count(col("reject")).as("rejected"),
                coalesce(sum(col("ambiguousTimes")), lit(0L)).as(AMBIGUOUS));
        long kept = commit(table, observed, prepared.runId());
        var seen = observed(records);
        var rejects =
                parsed.filter(col("reject").isNotNull()).select("reject.*").as(Tables.CALL_REJECTED.encoder());
        return result(prepared, seen.read(), kept, seen.rejected(), seen.ambiguous(), rejects);
    }

    private IngestResult result(
            Prepared prepared, long read, long kept, long rejected, long ambiguous, Dataset<RejectRow> rejects) {
        var reasons = new TreeMap<String, Long>();
        var examples = reject(prepared, rejected, rejects, reasons);
        return new IngestResult(read, kept, read - kept - rejected, rejected, reasons, examples, ambiguous);
    }

    private Dataset<Parsed> parse(Prepared prepared, Table<?> table) {
        var files = List.copyOf(prepared.files().keySet());
        var reading = prepared.reading();
        boolean together = reading.format().joinsFiles();
        long bytes = files.stream().mapToLong(f -> f.path().toFile().length()).sum();
        var numbers =
                together ? List.of(0) : IntStream.range(0, files.size()).boxed().toList();
        var dataset = lake.spark().createDataset(numbers, Encoders.INT());
        // Little files are read one after the other: nothing then has to be shuffled.
        return (bytes < SMALL_BYTES ? dataset.coalesce(1) : dataset.repartition(numbers.size()))
                .flatMap(
                        (FlatMapFunction<Integer, Parsed>)
                                number -> new RowReader(reading, number, together ? files : List.of(files.get(number))),
                        RecordEncoder.of(Parsed.class, "row", table.row()));
    }

    /** What the run log says of files that were ingested before: all that was kept then is a duplicate now. */
    private static IngestResult again(RunRow run) {
        var rejects = Json.counts(run.rejects());
        long rejected = rejects.values().stream().mapToLong(Long::longValue).sum();
        long read = Json.counts(run.metrics()).getOrDefault(READ, 0L);
        return new IngestResult(
                read,
                0,
                read - rejected,
                rejected,
                rejects,
                List.of(),
                Json.counts(run.metrics()).getOrDefault(AMBIGUOUS, 0L));
    }

    private record Seen(long read, long rejected, long ambiguous) {}

    private static Seen observed(Observation observation) {
        try {
            var seen = observation.getAsJava();
            return new Seen((Long) requireNonNull(seen.get(READ)), (Long) requireNonNull(seen.get("rejected")), (Long)
                    requireNonNull(seen.get(AMBIGUOUS)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while files were read.", e);
        }
    }

    private <R extends Record> long commit(Table<R> table, Dataset<Parsed> parsed, String runId) {
        var rows = Ingests.latest(parsed, table);
        var purged = lake.purgedBefore(table);
        if (purged.isPresent()) {
            var zone = config.block(ServiceConfig.class).zone();
            rows = Ingests.kept(rows, table, purged.get().atStartOfDay(zone).toInstant());
        }
        if (!lake.exists(table)) {
            return lake.rewrite(table, rows.coalesce(1), runId).rows();
        }
        var existing = lake.read(table);
        var fresh = Ingests.fresh(rows, existing, table);
        long kept = fresh.count();
        if (kept > 0) {
            lake.rewrite(table, Ingests.merged(fresh, existing, table).coalesce(1), runId);
        }
        return kept;
    }

    /** Commits the rejects of these files in place of those that they had before. */
    private synchronized List<RejectRow> reject(
            Prepared prepared, long rejected, Dataset<RejectRow> fresh, Map<String, Long> counts) {
        var table = Tables.CALL_REJECTED;
        if (rejected > 0) {
            Ingests.countBy(fresh, "reason").forEach(row -> counts.put(row.getString(0), row.getLong(1)));
        } else if (!lake.exists(table)) {
            return List.of();
        }
        var names = prepared.files().keySet().stream().map(InputFile::name).toArray();
        var ofTheseFiles =
                col("source").equalTo(prepared.source()).and(col("file").isin(names));
        var stored = lake.read(table);
        if (rejected == 0 && stored.filter(ofTheseFiles).isEmpty()) {
            return List.of();
        }
        var others = stored.filter(not(ofTheseFiles));
        lake.rewrite(table, (rejected == 0 ? others : others.union(fresh)).coalesce(1), prepared.runId());
        return rejected == 0
                ? List.of()
                : fresh.orderBy("file", "line").limit(EXAMPLES).collectAsList();
    }
}
