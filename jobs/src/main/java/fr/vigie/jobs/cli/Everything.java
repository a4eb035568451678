package fr.vigie.jobs.cli;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.KeyFile;
import fr.vigie.jobs.RunLog;
import fr.vigie.jobs.Workspace;
import fr.vigie.jobs.ingest.IngestConfig;
import fr.vigie.jobs.ingest.IngestJob;
import fr.vigie.jobs.ingest.SourceConfig;
import fr.vigie.jobs.ingest.Sources;
import fr.vigie.jobs.ingest.SourcesConfig;
import fr.vigie.jobs.lake.RunRow;
import fr.vigie.jobs.publish.ClickHousePublisher;
import fr.vigie.jobs.publish.Publication;
import fr.vigie.jobs.publish.PublishConfig;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All of it, in the order in which data flows, each step only where it is out of date. */
final class Everything {
    private final Workspace workspace;
    private final @Nullable LocalDate asOf;
    private final Progress progress;
    private final PrintWriter err;
    private volatile boolean aboveLimit;

    Everything(Workspace workspace, @Nullable LocalDate asOf, Progress progress, PrintWriter err) {
        this.err = err;
        this.workspace = workspace;
        this.asOf = asOf;
        this.progress = progress;
    }

    /** Runs what is due; a line for each step that did something, with the seconds it took. */
    int run(PrintWriter out) {
        int done = ingest(out) + stages(out) + publish(out);
        progress.done();
        if (done == 0) {
            out.println("Everything is up to date.");
        }
        return aboveLimit ? 3 : 0;
    }

    private int ingest(PrintWriter out) {
        var sources =
                List.copyOf(workspace.config().block(SourcesConfig.class).all().entrySet());
        if (sources.isEmpty()) {
            return 0;
        }
        var key = KeyFile.read(KeyFile.of(workspace.root()));
        var log = RunLog.of(workspace.lake());
        var job = new IngestJob(workspace.lake(), workspace.config(), key, log, Clock.systemUTC());
        // Calls come last: they need to know the practices. The other kinds are small and do not know each other.
        int done = 0;
        done += ingest(sources.stream().filter(s -> s.getValue().kind() != InputKind.CALLS), job, log, out);
        done += ingest(sources.stream().filter(s -> s.getValue().kind() == InputKind.CALLS), job, log, out);
        return done;
    }

    /**
     * Ingests two kinds at a time, so that one plans while the other works; says what came of each source. Sources of
     * one kind fill one table, and wait for each other.
     */
    private int ingest(Stream<Map.Entry<String, SourceConfig>> sources, IngestJob job, RunLog log, PrintWriter out) {
        var threads = Executors.newFixedThreadPool(2);
        try {
            var kinds = sources.collect(Collectors.groupingBy(
                    source -> source.getValue().kind(), () -> new EnumMap<>(InputKind.class), Collectors.toList()));
            var running = kinds.values().stream()
                    .map(kind -> threads.submit(() -> kind.stream()
                            .flatMap(source -> ingest(source.getKey(), source.getValue(), job).stream())
                            .toList()))
                    .toList();
            var rows = new ArrayList<RunRow>();
            try {
                for (var kind : running) {
                    for (var line : kind.get()) {
                        out.println(line.text());
                        rows.add(line.log());
                    }
                }
            } finally {
                // What stands in the lake is logged, even where another file could not be used.
                log.append(rows);
            }
            return rows.size();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while files were read.", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private record Line(String text, RunRow log) {}

    private Optional<Line> ingest(String name, SourceConfig settings, IngestJob job) {
        long start = System.nanoTime();
        var files = Sources.files(workspace.root(), settings);
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
                prepared.warnings().forEach(warning -> err.println("vigie: " + warning));
                IngestLines.rejects(done.result(), err);
            }
        }
        if (done.result().rejected()
                > workspace.config().block(IngestConfig.class).rejectLimit()) {
            aboveLimit = true;
        }
        return done.log()
                .map(row -> new Line(
                        "%6.1f s  ingest %s".formatted(seconds(start), IngestLines.summary(name, done.result())), row));
    }

    private int stages(PrintWriter out) {
        int done = 0;
        var flow = workspace.flow(asOf);
        for (var stage : Stages.ALL) {
            progress.step(stage.noun());
            long start = System.nanoTime();
            if (flow.isUpToDate(stage)) {
                continue;
            }
            flow.run(stage);
            done++;
            out.println("%6.1f s  %s".formatted(seconds(start), stage.noun()));
        }
        return done;
    }

    /** Into ClickHouse, where there is one: what is not there yet. */
    private int publish(PrintWriter out) {
        var server = workspace.config().block(PublishConfig.class).clickhouse();
        if (!server.isConfigured()) {
            return 0;
        }
        progress.step("publish");
        long start = System.nanoTime();
        var publisher = ClickHousePublisher.to(server);
        publisher.reach();
        long written = publisher.publish(workspace.lake()).stream()
                .filter(Publication::written)
                .count();
        if (written > 0) {
            out.println("%6.1f s  publish: %d tables".formatted(seconds(start), written));
        }
        return (int) written;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
