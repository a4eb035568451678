package fr.vigie.jobs.ingest;

import static java.util.Objects.requireNonNull;

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
import fr.vigie.jobs.lake.RunRow;
import fr.vigie.jobs.lake.Tables;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Files to tables: every record is kept, a duplicate, or rejected with file, line and reason.
 *
 * <p>The same file twice, or one that overlaps another, leaves the table as if each record had been read once: a row
 * whose key is known replaces it, and counts as kept only where it differs. One ingest is one commit of its table.
 */
public final class IngestJob {
    /** The stage's word in the run log. */
    public static final String NOUN = "ingest";

    private static final String READ = "read";
    private static final String KEPT = "kept";
    private static final String AMBIGUOUS = "ambiguous_times";

    private final Path workspace;
    private final Lake lake;
    private final VigieConfig config;
    private final KeyRing keys;
    private final RunLog log;
    private final Clock clock;

    public IngestJob(Path workspace, Lake lake, VigieConfig config, KeyRing keys, RunLog log, Clock clock) {
        this.workspace = workspace;
        this.lake = lake;
        this.config = config;
        this.keys = keys;
        this.log = log;
        this.clock = clock;
    }

    /**
     * One ingest, made ready: every file is there and readable, and those that are to be read have the columns they need.
     *
     * @param files those that are to be read, in order, each with what a first look at it told
     * @param known those before them, which the lake holds as they are
     * @param way a digest of everything but the files that decides how they are read
     * @param runId hash of all files' content and of the way
     * @param warnings one line for each file some of whose columns are dropped
     */
    public record Prepared(
            Reading reading,
            SortedMap<InputFile, FileParts> files,
            List<KnownFile> known,
            String way,
            String runId,
            List<String> warnings) {
        String source() {
            return reading.source();
        }

        InputKind kind() {
            return reading.kind();
        }

        /** Whether the lake holds all of the files as they are, whatever their names were. */
        public boolean isUpToDate() {
            return files.isEmpty();
        }

        /** The files that are to be read, each with the digest of its content. */
        public Map<Path, String> toRead() {
            return files.entrySet().stream()
                    .collect(Collectors.toMap(file -> file.getKey().path(), file -> file.getValue()
                            .digest()));
        }

        @Override
        public String toString() {
            return kind().word() + " from " + source();
        }
    }

    /** Looks at the files and at the beginning of what is to be read of them. */
    public Prepared prepare(String source, SourceConfig settings, List<Path> paths) {
        var reading = reading(source, settings);
        var limits = config.block(IngestConfig.class).limits();
        var files = new TreeMap<InputFile, FileParts>(InputFile.OLDEST_FIRST);
        for (var path : paths) {
            var file = InputFile.of(path, limits);
            file.check();
            files.put(file, FileParts.of(file));
        }
        var way = way(reading);
        var given = known(reading, files);
        int standing = standing(reading, way, given);
        List.copyOf(files.keySet()).subList(0, standing).forEach(files::remove);
        var runId = Hash.of(
                way, String.join("\n", given.stream().map(KnownFile::content).toList()));
        return new Prepared(
                reading,
                Collections.unmodifiableSortedMap(files),
                given.subList(0, standing),
                way,
                runId,
                open(reading, List.copyOf(files.keySet())));
    }

    /** Opens what is to be read; what people should know of it. */
    private static List<String> open(Reading reading, List<InputFile> files) {
        var warnings = new ArrayList<String>();
        for (var file : files) {
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
        if (reading.format().joinsFiles() && !files.isEmpty()) {
            reading.open(files);
        }
        return warnings;
    }

    private String way(Reading reading) {
        return Hash.of(
                CodeVersion.current(),
                reading.kind().word(),
                reading.source(),
                reading.format().getClass().getSimpleName() + VigieConfig.text(reading.format()),
                // Not the key: what was read under another one stays as it is, and is not read again for it.
                reading.wanted().zone() + " " + reading.serviceZone() + " " + reading.country(),
                config.block(ServiceConfig.class).redialWindow().toString(),
                reading.practices() == null ? "any" : reading.practices().digest());
    }

    /** How many of the files, from the first one on, need not be read again. */
    private int standing(Reading reading, String way, List<KnownFile> files) {
        // A table that was lost is made again.
        if (!lake.exists(Tables.of(reading.kind()))) {
            return 0;
        }
        var known = KnownFiles.of(log, reading.source());
        if (reading.format().joinsFiles()) {
            return known.are(way, files) ? files.size() : 0;
        }
        return known.standing(way, files);
    }

    private Reading reading(String source, SourceConfig settings) {
        var service = config.block(ServiceConfig.class);
        boolean anyPractice = settings.kind() != InputKind.CALLS || settings.acceptsUndeclaredPractices();
        return new Reading(
                source,
                settings.formatOrCanonical(),
                RowBinder.wanted(settings.kind(), settings.zone() == null ? service.zone() : settings.zone()),
                service.zone(),
                settings.countryOr(config.block(IngestConfig.class).country()),
                keys,
                Forgotten.of(lake),
                lake.purgedBefore(Tables.CALL).orElse(null),
                anyPractice ? null : Practices.of(lake.read(Tables.PRACTICE).collectAsList()));
    }

    /**
     * What an ingest did.
     *
     * @param result what became of the records
     * @param log what the run log is to say of it; empty where nothing was done
     */
    public record Done(IngestResult result, Optional<RunRow> log) {}

    /**
     * Ingests the files that are to be read. The caller then writes the log.
     * Different kinds may be ingested at the same time.
     */
    public Done run(Prepared prepared) {
        if (prepared.isUpToDate()) {
            return new Done(again(prepared), Optional.empty());
        }
        var started = clock.instant();
        var table = Tables.of(prepared.kind());
        boolean after = lake.exists(table);
        var result = ingested(prepared);
        var row = new RunRow(
                prepared.runId(),
                NOUN,
                CodeVersion.current(),
                null,
                "{}",
                KnownFiles.remembered(
                        prepared.source(), prepared.way(), after, known(prepared.reading(), prepared.files())),
                Json.of(Map.of(table.name(), lake.version(table))),
                Json.of(result.rejects()),
                Json.of(Map.of(READ, result.read(), KEPT, result.kept(), AMBIGUOUS, result.ambiguousTimes())),
                RunLog.versions(),
                started,
                clock.instant());
        return new Done(result, Optional.of(row));
    }

    private IngestResult ingested(Prepared prepared) {
        var ingest = ingest(prepared);
        var counts = ingest.run();
        Rejects.Told rejects;
        synchronized (this) {
            rejects = rejects(prepared).settle(ingest, counts.rejected(), prepared.runId());
        }
        return IngestResult.of(
                counts,
                rejects.reasons(),
                rejects.examples(),
                prepared.known().size(),
                prepared.files().size());
    }

    private Ingest ingest(Prepared prepared) {
        if (prepared.kind() != InputKind.CALLS) {
            return new RowIngest<>(
                    lake,
                    prepared.reading(),
                    List.copyOf(prepared.files().keySet()),
                    Tables.of(prepared.kind()),
                    prepared.runId());
        }
        refuseAnotherSource(prepared);
        return new CallIngest(
                lake,
                prepared.reading(),
                tasks(prepared),
                config.block(ServiceConfig.class).redialWindow(),
                prepared.runId());
    }

    private Rejects rejects(Prepared prepared) {
        var known = KnownFiles.of(log, prepared.source());
        var files = known(prepared.reading(), prepared.files());
        return new Rejects(
                lake,
                prepared.reading(),
                files,
                prepared.known(),
                IntStream.range(0, files.size())
                        .filter(i -> known.hasContent(files.get(i).content()))
                        .boxed()
                        .toList());
    }

    private List<KnownFile> known(Reading reading, SortedMap<InputFile, FileParts> files) {
        return files.entrySet().stream()
                .map(file -> new KnownFile(
                        Place.of(workspace, file.getKey().path(), reading.country(), keys.names()),
                        file.getValue().digest()))
                .toList();
    }

    /** The same file under two names of its source would count each of its calls twice. */
    private void refuseAnotherSource(Prepared prepared) {
        for (var file : prepared.files().entrySet()) {
            log.last(run -> run.stage().equals(NOUN)
                            && run.outputs().contains("\"" + Tables.CALL.name() + "\"")
                            && !KnownFiles.isOf(run, prepared.source())
                            && run.inputs().contains(file.getValue().digest()))
                    .ifPresent(run -> {
                        throw UserError.failed(
                                "The file %s was ingested before, from another source: %s.\nMaybe name that source; its calls would count twice."
                                        .formatted(file.getKey().path(), KnownFiles.source(run)));
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

    /** What the run log says of files that were ingested before: all that was kept then is a duplicate now. */
    private IngestResult again(Prepared prepared) {
        var rejects = new TreeMap<String, Long>();
        long read = 0;
        long ambiguousTimes = 0;
        var contents = prepared.known().stream().map(KnownFile::content).toList();
        for (var run : KnownFiles.of(log, prepared.source()).runsOf(contents)) {
            Json.counts(run.rejects()).forEach((reason, records) -> rejects.merge(reason, records, Long::sum));
            var metrics = Json.counts(run.metrics());
            read += metrics.getOrDefault(READ, 0L);
            ambiguousTimes += metrics.getOrDefault(AMBIGUOUS, 0L);
        }
        long rejected = rejects.values().stream().mapToLong(Long::longValue).sum();
        var counts = new Ingest.Counts(read, 0, read - rejected, rejected, ambiguousTimes);
        return IngestResult.of(counts, rejects, List.of(), contents.size(), 0);
    }
}
