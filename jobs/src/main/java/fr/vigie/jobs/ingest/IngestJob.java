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
import fr.vigie.jobs.format.FileParts.Part;
import fr.vigie.jobs.format.VigieCsv;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.RunRow;
import fr.vigie.jobs.lake.Tables;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Files to tables: every record is kept, a duplicate, or rejected with file, line and reason.
 *
 * <p>The same file twice, or one that overlaps another, leaves the table as if each record had been read once: a row
 * whose key is known replaces it, and counts as kept only where it differs. One ingest is one commit of its table.
 */
public final class IngestJob {
    /** The stage's word in the run log. */
    public static final String NOUN = "ingest";

    private final Lake lake;
    private final VigieConfig config;
    private final KeyRing keys;
    private final RunLog log;
    private final Clock clock;
    private final IngestPreparation preparation;

    public IngestJob(Path workspace, Lake lake, VigieConfig config, KeyRing keys, RunLog log, Clock clock) {
        this.lake = lake;
        this.config = config;
        this.keys = keys;
        this.log = log;
        this.clock = clock;
        this.preparation = new IngestPreparation(workspace, lake, config, keys, log);
    }

    /** Looks at the files and at the beginning of what is to be read of them. */
    public PreparedIngest prepare(String source, SourceConfig settings, List<Path> paths) {
        return preparation.prepare(source, settings, paths);
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
    public Done run(PreparedIngest prepared) {
        if (prepared.isUpToDate()) {
            return new Done(again(prepared), Optional.empty());
        }
        var started = clock.instant();
        var table = Tables.of(prepared.kind());
        boolean after = lake.exists(table);
        var ingest = ingest(prepared);
        var counts = ingest.run();
        var total = counts.total();
        Rejects.Told rejects;
        synchronized (this) {
            rejects = rejects(prepared).settle(ingest, total.rejected(), prepared.runId());
        }
        var records = records(prepared, counts, rejects);
        var result = IngestResult.of(
                total,
                counts.ambiguousTimes(),
                records,
                rejects.examples(),
                open(prepared),
                prepared.standing().files().size(),
                prepared.files().size());
        var row = new RunRow(
                prepared.runId(),
                NOUN,
                CodeVersion.current(),
                null,
                KeysInUse.remembered(keys),
                KnownFiles.remembered(prepared, after),
                Json.of(Map.of(table.name(), lake.version(table))),
                Json.of(result.rejects()),
                FileRecords.metrics(total, counts.ambiguousTimes(), records),
                RunLog.versions(),
                started,
                clock.instant());
        return new Done(result, Optional.of(row));
    }

    /** The records of each file that is new: what began in a known one and goes on in these is the first one's. */
    private static List<FileRecords> records(PreparedIngest prepared, Ingest.Counts counts, Rejects.Told rejects) {
        var records = new ArrayList<>(
                prepared.files().keySet().stream().map(file -> FileRecords.NONE).toList());
        int before = prepared.context().size();
        counts.files().forEach((number, ofFile) -> {
            var reasons = rejects.reasons().getOrDefault(number, new TreeMap<>());
            long refused = reasons.values().stream().mapToLong(Long::longValue).sum();
            if (refused != ofFile.rejected()) {
                throw new IllegalStateException(
                        "Of the rejected, %d were counted and %d have a reason.".formatted(ofFile.rejected(), refused));
            }
            int file = Math.max(0, number - before);
            records.set(
                    file,
                    records.get(file)
                            .plus(new FileRecords(
                                    ofFile,
                                    reasons,
                                    Optional.ofNullable(counts.until().get(number)))));
        });
        return records;
    }

    private Ingest ingest(PreparedIngest prepared) {
        if (prepared.kind() != InputKind.CALLS) {
            return new RowIngest<>(
                    lake, prepared.reading(), together(prepared), Tables.of(prepared.kind()), prepared.runId());
        }
        refuseAnotherSource(prepared);
        return new CallIngest(
                lake,
                prepared.reading(),
                tasks(prepared),
                config.block(ServiceConfig.class).redialWindow(),
                prepared.runId());
    }

    private static Together together(PreparedIngest prepared) {
        return new Together(0, prepared.opened(), prepared.context().size(), prepared.before());
    }

    private Rejects rejects(PreparedIngest prepared) {
        var opened = prepared.standing().files();
        return new Rejects(
                lake,
                prepared.reading(),
                prepared.places(),
                prepared.grown(),
                opened.subList(0, opened.size() - prepared.context().size()),
                prepared.readBefore());
    }

    private long open(PreparedIngest prepared) {
        return Rejects.open(lake, prepared.reading(), prepared.given());
    }

    /** The same file under two names of its source would count each of its calls twice. */
    private void refuseAnotherSource(PreparedIngest prepared) {
        for (var file : prepared.files().entrySet()) {
            log.last(run -> run.stage().equals(NOUN)
                            && run.outputs().contains("\"" + Tables.CALL.name() + "\"")
                            && !KnownFiles.isOf(run, prepared.source())
                            && KnownFiles.hasRecords(run, file.getValue().digest()))
                    .ifPresent(run -> {
                        throw UserError.failed(
                                "The file %s was ingested before, from another source: %s.\nMaybe name that source; its calls would count twice."
                                        .formatted(file.getKey().path(), KnownFiles.source(run)));
                    });
        }
    }

    private static List<CallReader.Task> tasks(PreparedIngest prepared) {
        if (prepared.reading().format().joinsFiles()) {
            return List.of(new CallReader.Task(together(prepared), Part.WHOLE));
        }
        var files = prepared.opened();
        var tasks = new ArrayList<CallReader.Task>();
        boolean inParts = prepared.reading().format() instanceof VigieCsv;
        for (int i = 0; i < files.size(); i++) {
            var file = files.get(i);
            var parts = inParts ? requireNonNull(prepared.files().get(file)).parts() : List.of(Part.WHOLE);
            for (var part : parts) {
                tasks.add(CallReader.Task.of(i, file, part));
            }
        }
        return tasks;
    }

    /** What the run log says of files that were ingested before: all that was kept then is a duplicate now. */
    private IngestResult again(PreparedIngest prepared) {
        var known = KnownFiles.of(log, prepared.source());
        var records = prepared.given().stream()
                .map(file -> known.records(file.content()))
                .toList();
        var total =
                Ingest.Counts.total(records.stream().map(FileRecords::counts).toList());
        return IngestResult.of(
                new FileCounts(total.read(), 0, total.read() - total.rejected(), total.rejected()),
                0,
                records,
                List.of(),
                open(prepared),
                prepared.standing().files().size(),
                0);
    }
}
