package fr.vigie.jobs.ingest;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.CodeVersion;
import fr.vigie.jobs.Json;
import fr.vigie.jobs.RunLog;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.lake.CallRow;
import fr.vigie.jobs.lake.Digest;
import fr.vigie.jobs.lake.Hash;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.RejectRow;
import fr.vigie.jobs.lake.RunRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Table.Partition;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.RecordEncoder;
import fr.vigie.privacy.PseudonymKey;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
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

    private final Lake lake;
    private final VigieConfig config;
    private final PseudonymKey key;
    private final RunLog log;
    private final Clock clock;

    public IngestJob(Lake lake, VigieConfig config, PseudonymKey key, RunLog log, Clock clock) {
        this.lake = lake;
        this.config = config;
        this.key = key;
        this.log = log;
        this.clock = clock;
    }

    /**
     * One ingest, made ready: every file is there, readable, and has the columns it needs.
     *
     * @param runId hash of the files' content and everything that decides how it is read
     * @param warnings one line for each file some of whose columns are dropped
     */
    public record Prepared(
            InputKind kind, String source, Reading reading, List<Path> files, String runId, List<String> warnings) {

        @Override
        public String toString() {
            return kind.word() + " from " + source;
        }
    }

    /** Looks at the files without reading them to the end. */
    public Prepared prepare(String source, SourceConfig settings, List<Path> files) {
        var service = config.block(ServiceConfig.class);
        var reading = new Reading(
                settings.kind(),
                source,
                settings.formatOrCanonical(),
                settings.zone() == null ? service.zone() : settings.zone(),
                service.zone(),
                settings.country() == null ? config.block(IngestConfig.class).country() : settings.country(),
                key,
                settings.kind() == InputKind.CALLS && !settings.acceptsUndeclaredPractices()
                        ? Practices.of(lake.read(Tables.PRACTICE).collectAsList())
                        : null);
        var row = settings.kind().row();
        var warnings = new ArrayList<String>();
        var digests = new ArrayList<String>();
        for (var path : new TreeSet<>(files)) {
            var file = new InputFile(path);
            file.check();
            file.read(text -> reading.format()
                    .read(text, RowBinder.columns(row), RowBinder.requiredColumns(row), reading.fileZone())
                    .hasNext());
            var dropped = file.read(text -> reading.format().dropped(text, RowBinder.columns(row)));
            if (!dropped.isEmpty()) {
                warnings.add("%s: unknown columns dropped: %s".formatted(file.name(), String.join(", ", dropped)));
            }
            digests.add(file.name() + " " + file.digest());
        }
        var id = Hash.of(
                CodeVersion.current(),
                settings.kind().word(),
                source,
                reading.format().getClass().getSimpleName() + VigieConfig.text(reading.format()),
                reading.fileZone() + " " + reading.serviceZone() + " " + reading.country() + " " + key.id(),
                reading.practices() == null ? "any" : lake.version(Tables.PRACTICE),
                String.join("\n", digests));
        return new Prepared(settings.kind(), source, reading, List.copyOf(new TreeSet<>(files)), id, warnings);
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
        var source = Json.of(Map.of(SOURCE, prepared.source()));
        var marker = source.substring(1, source.length() - 1);
        return log.last(run -> run.stage().equals(NOUN) && run.inputs().contains(marker))
                .filter(run -> run.runId().equals(prepared.runId()));
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
        var table = Tables.of(prepared.kind());
        var records = new Observation("records");
        var parsed = parse(prepared, table);
        var observed = parsed.observe(
                records, count(lit(1)).as(READ), count(col("reject")).as("rejected"));

        long kept = commit(table, observed, prepared.runId());
        var seen = observed(records);
        var rejects = new TreeMap<String, Long>();
        var examples = seen.rejected() == 0 ? List.<RejectRow>of() : reject(prepared, parsed, rejects);
        var row = new RunRow(
                prepared.runId(),
                NOUN,
                CodeVersion.current(),
                null,
                "{}",
                Json.of(Map.of(
                        SOURCE,
                        prepared.source(),
                        "files",
                        prepared.files().stream()
                                .map(f -> new InputFile(f).name())
                                .toList())),
                Json.of(Map.of(table.name(), lake.version(table))),
                Json.of(rejects),
                Json.of(Map.of(READ, seen.read(), KEPT, kept)),
                RunLog.versions(),
                started,
                clock.instant());
        var result = new IngestResult(
                seen.read(), kept, seen.read() - kept - seen.rejected(), seen.rejected(), rejects, examples);
        return new Done(result, Optional.of(row));
    }

    private Dataset<Parsed> parse(Prepared prepared, Table<?> table) {
        var paths = new ArrayList<String>();
        long bytes = 0;
        for (var file : prepared.files()) {
            paths.add(paths.size() + " " + file.toAbsolutePath());
            bytes += file.toFile().length();
        }
        var files = lake.spark().createDataset(paths, Encoders.STRING());
        var reading = prepared.reading();
        // Little files are read one after the other: nothing then has to be shuffled.
        return (bytes < SMALL_BYTES ? files.coalesce(1) : files.repartition(paths.size()))
                .flatMap(
                        (FlatMapFunction<String, Parsed>) path -> {
                            int space = path.indexOf(' ');
                            return reading.of(Integer.parseInt(path.substring(0, space)), path.substring(space + 1));
                        },
                        RecordEncoder.of(Parsed.class, "row", table.row()));
    }

    /** What the run log says of files that were ingested before: all that was kept then is a duplicate now. */
    private static IngestResult again(RunRow run) {
        var rejects = Json.counts(run.rejects());
        long rejected = rejects.values().stream().mapToLong(Long::longValue).sum();
        long read = Json.counts(run.metrics()).getOrDefault(READ, 0L);
        return new IngestResult(read, 0, read - rejected, rejected, rejects, List.of());
    }

    private record Seen(long read, long rejected) {}

    private static Seen observed(Observation observation) {
        try {
            var seen = observation.getAsJava();
            return new Seen((Long) requireNonNull(seen.get(READ)), (Long) requireNonNull(seen.get("rejected")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while files were read.", e);
        }
    }

    private <R extends Record> long commit(Table<R> table, Dataset<Parsed> parsed, String runId) {
        var rows = Ingests.latest(parsed, table);
        if (!lake.exists(table)) {
            return write(table, rows, runId, LocalDate.MIN).rows();
        }
        var existing = lake.read(table);
        var from = LocalDate.MIN;
        if (table.partition() == Partition.MONTH) {
            var span = rows.agg(min(col("localDate")), max(col("localDate")))
                    .collectAsList()
                    .get(0);
            if (span.isNullAt(0)) {
                return 0;
            }
            // Whole months are replaced; a redial looks back across midnight, and tomorrow's may look back at today.
            from = span.<LocalDate>getAs(0).withDayOfMonth(1);
            var until = span.<LocalDate>getAs(1).plusDays(1).withDayOfMonth(1).plusMonths(1);
            existing = existing.filter(col("localDate")
                    .geq(lit(from.minusDays(1)))
                    .and(col("localDate").lt(lit(until))));
        }
        var fresh = Ingests.fresh(rows, existing, table);
        long kept = fresh.count();
        if (kept > 0) {
            write(table, Ingests.merged(fresh, existing, table), runId, from);
        }
        return kept;
    }

    @SuppressWarnings("unchecked") // the table of calls has rows of calls
    private <R extends Record> Digest write(Table<R> table, Dataset<R> rows, String runId, LocalDate from) {
        if (table.partition() != Partition.MONTH) {
            return lake.rewrite(table, rows.coalesce(1), runId);
        }
        var calls = Ingests.withAttempts(
                (Dataset<CallRow>) rows, config.block(ServiceConfig.class).redialWindow());
        var own = from.equals(LocalDate.MIN)
                ? calls
                : calls.filter(col("localDate").geq(lit(from)));
        return lake.replacePartitions(Tables.CALL, own, runId);
    }

    /** Commits the rejects of these files in place of those that they had before. */
    private synchronized List<RejectRow> reject(Prepared prepared, Dataset<Parsed> parsed, Map<String, Long> counts) {
        var table = Tables.CALL_REJECTED;
        var fresh = parsed.filter(col("reject").isNotNull()).select("reject.*").as(table.encoder());
        Ingests.countBy(fresh, "reason").forEach(row -> counts.put(row.getString(0), row.getLong(1)));
        var names = prepared.files().stream().map(f -> new InputFile(f).name()).toArray();
        var others = lake.read(table)
                .filter(not(
                        col("source").equalTo(prepared.source()).and(col("file").isin(names))));
        lake.rewrite(table, others.union(fresh).coalesce(1), prepared.runId());
        return fresh.orderBy("file", "line").limit(EXAMPLES).collectAsList();
    }
}
