package fr.vigie.jobs.cli;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.KeyFile;
import fr.vigie.jobs.Printable;
import fr.vigie.jobs.RunLog;
import fr.vigie.jobs.Workspace;
import fr.vigie.jobs.ingest.IngestConfig;
import fr.vigie.jobs.ingest.IngestJob;
import fr.vigie.jobs.ingest.IngestResult;
import fr.vigie.jobs.ingest.KeysInUse;
import fr.vigie.jobs.ingest.SourceConfig;
import fr.vigie.jobs.ingest.Sources;
import fr.vigie.jobs.ingest.SourcesConfig;
import fr.vigie.jobs.lake.Maintenance;
import fr.vigie.jobs.lake.RunRow;
import fr.vigie.jobs.publish.ClickHousePublisher;
import fr.vigie.jobs.publish.Publication;
import fr.vigie.jobs.publish.PublishConfig;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All of it, in the order in which data flows, each step only where it is out of date. */
final class Everything {
    private final Workspace workspace;
    private final StageOptions options;
    private final Progress progress;
    private final PrintWriter err;
    private volatile boolean aboveLimit;

    Everything(Workspace workspace, StageOptions options, Progress progress, PrintWriter err) {
        this.err = err;
        this.workspace = workspace;
        this.options = options;
        this.progress = progress;
    }

    /** Runs what is due; a line for each step that did something, with the seconds it took. */
    int run(PrintWriter out) {
        var steps = new StepLines(out, options.json);
        int done = ingest(steps) + stages(steps) + publish(steps);
        if (done > 0) {
            maintain(steps);
        }
        progress.done();
        if (done == 0 && !options.json) {
            out.println("Everything is up to date.");
        }
        boolean manyAlerts = AlertLimit.isExceeded(workspace, err);
        boolean missingSkills = MissingSkills.areTold(workspace, err);
        return aboveLimit || manyAlerts || missingSkills ? 3 : 0;
    }

    private int ingest(StepLines steps) {
        var sources =
                List.copyOf(workspace.config().block(SourcesConfig.class).all().entrySet());
        if (sources.isEmpty()) {
            return 0;
        }
        var keys = KeyFile.ringForReading(KeyFile.of(workspace.root()));
        var log = RunLog.of(workspace.lake());
        var job = new IngestJob(workspace.root(), workspace.lake(), workspace.config(), keys, log, Clock.systemUTC());
        KeysInUse.check(workspace.lake(), log, keys);
        // Calls come last: they need to know the practices. The other kinds are small and do not know each other.
        int done = 0;
        done += ingest(sources.stream().filter(s -> s.getValue().kind() != InputKind.CALLS), job, log, steps);
        done += ingest(sources.stream().filter(s -> s.getValue().kind() == InputKind.CALLS), job, log, steps);
        return done;
    }

    /**
     * Ingests two kinds at a time, so that one plans while the other works; says what came of each source. Sources of
     * one kind fill one table, and wait for each other.
     */
    private int ingest(Stream<Map.Entry<String, SourceConfig>> sources, IngestJob job, RunLog log, StepLines steps) {
        var threads = Executors.newFixedThreadPool(2);
        try {
            var kinds = sources.collect(Collectors.groupingBy(
                    source -> source.getValue().kind(), () -> new EnumMap<>(InputKind.class), Collectors.toList()));
            var running = kinds.values().stream()
                    .map(kind -> {
                        var lines = Collections.synchronizedList(new ArrayList<Line>());
                        return new Running(
                                lines,
                                threads.submit(
                                        () -> kind.forEach(source -> ingest(source.getKey(), source.getValue(), job)
                                                .ifPresent(lines::add))));
                    })
                    .toList();
            return told(running, log, steps);
        } finally {
            threads.shutdownNow();
        }
    }

    private record Running(List<Line> lines, Future<?> end) {}

    /** Waits for all kinds, one that fails too; what stands in the lake then is told and logged. */
    private static int told(List<Running> running, RunLog log, StepLines steps) {
        var rows = new ArrayList<RunRow>();
        Optional<RuntimeException> failure = Optional.empty();
        for (var kind : running) {
            try {
                kind.end().get();
            } catch (ExecutionException e) {
                failure = failure.or(() -> Optional.of(
                        e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while files were read.", e);
            }
            for (var line : kind.lines()) {
                steps.tell(line.text(), line.fields(), line.seconds());
                rows.add(line.log());
            }
        }
        log.append(rows);
        failure.ifPresent(own -> {
            throw own;
        });
        return rows.size();
    }

    private record Line(String text, Map<String, ?> fields, double seconds, RunRow log) {}

    private Optional<Line> ingest(String name, SourceConfig settings, IngestJob job) {
        long start = System.nanoTime();
        var given = Sources.files(workspace.root(), settings);
        var files = given.files();
        if (files.isEmpty()) {
            return Optional.empty();
        }
        progress.step("ingest " + name);
        Sources.check(files);
        var prepared = job.prepare(name, settings, files);
        var done = job.run(prepared);
        if (done.log().isPresent()) {
            synchronized (err) {
                progress.done();
                Stream.concat(given.warnings().stream(), prepared.warnings().stream())
                        .forEach(warning -> err.println("vigie: " + Printable.line(warning)));
                IngestLines.rejects(done.result(), err);
            }
        }
        if (done.result().open() > workspace.config().block(IngestConfig.class).rejectLimit()) {
            aboveLimit = true;
        }
        return done.log()
                .map(row -> new Line(
                        "ingest " + IngestLines.summary(name, done.result()),
                        fields(name, row, done.result()),
                        seconds(start),
                        row));
    }

    private static Map<String, ?> fields(String source, RunRow row, IngestResult result) {
        var fields = new TreeMap<String, Object>(IngestLines.fields(result));
        fields.put("stage", row.stage());
        fields.put("source", source);
        fields.put("run_id", row.runId());
        return fields;
    }

    private int stages(StepLines steps) {
        int done = 0;
        var flow = workspace.flow(options.asOf);
        for (var stage : Stages.ALL) {
            progress.step(stage.noun());
            long start = System.nanoTime();
            if (flow.isUpToDate(stage)) {
                continue;
            }
            var row = flow.run(stage);
            done++;
            steps.tell(stage.noun(), StepLines.fields(row), seconds(start));
        }
        return done;
    }

    /** Into ClickHouse, where there is one: what is not there yet. */
    private int publish(StepLines steps) {
        var server = workspace.config().block(PublishConfig.class).clickhouse();
        if (!server.isConfigured()) {
            return 0;
        }
        progress.step("publish");
        long start = System.nanoTime();
        var publisher = ClickHousePublisher.to(server);
        publisher.reach();
        var published = publisher.publish(workspace.lake());
        long written = published.stream().filter(Publication::written).count();
        if (written > 0) {
            steps.tell(
                    "publish: %d tables".formatted(written),
                    PublishClickHouseCommand.fields(published),
                    seconds(start));
        }
        return (int) written;
    }

    /** What a run leaves behind is put in order by it: where nothing was done there is nothing to look for. */
    private void maintain(StepLines steps) {
        progress.step("maintenance");
        long start = System.nanoTime();
        var done = new Maintenance(workspace.lake()).run(Clock.systemUTC().instant());
        if (!done.isNothing()) {
            steps.tell(
                    "maintenance: %d files packed, %d snapshots forgotten, %d stray files removed"
                            .formatted(done.packed(), done.snapshots(), done.orphans()),
                    Map.of(
                            "stage",
                            "maintenance",
                            "packed",
                            done.packed(),
                            "snapshots",
                            done.snapshots(),
                            "orphans",
                            done.orphans()),
                    seconds(start));
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
