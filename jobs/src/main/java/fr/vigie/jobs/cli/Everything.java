package fr.vigie.jobs.cli;

import fr.vigie.jobs.KeyFile;
import fr.vigie.jobs.RunLog;
import fr.vigie.jobs.Workspace;
import fr.vigie.jobs.ingest.IngestConfig;
import fr.vigie.jobs.ingest.IngestJob;
import fr.vigie.jobs.ingest.SourceConfig;
import fr.vigie.jobs.ingest.Sources;
import fr.vigie.jobs.ingest.SourcesConfig;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All of it, in the order in which data flows, each step only where it is out of date. */
final class Everything {
    private final Workspace workspace;
    private final @Nullable LocalDate asOf;
    private final Progress progress;
    private boolean aboveLimit;

    Everything(Workspace workspace, @Nullable LocalDate asOf, Progress progress) {
        this.workspace = workspace;
        this.asOf = asOf;
        this.progress = progress;
    }

    /** Runs what is due; a line for each step that did something, with the seconds it took. */
    int run(PrintWriter out) {
        int done = ingest(out) + stages(out);
        progress.done();
        if (done == 0) {
            out.println("Everything is up to date.");
        }
        return aboveLimit ? 3 : 0;
    }

    private int ingest(PrintWriter out) {
        int done = 0;
        var sources = List.copyOf(
                        workspace.config().block(SourcesConfig.class).all().entrySet())
                .stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<String, SourceConfig> e) -> e.getValue().kind()))
                .toList();
        if (sources.isEmpty()) {
            return 0;
        }
        var key = KeyFile.read(KeyFile.of(workspace.root()));
        var log = RunLog.of(workspace.lake());
        var job = new IngestJob(workspace.lake(), workspace.config(), key, log, Clock.systemUTC());
        for (var source : sources) {
            var files = Sources.files(workspace.root(), source.getValue());
            if (files.isEmpty()) {
                continue;
            }
            progress.step("ingest " + source.getKey());
            long start = System.nanoTime();
            Sources.check(files);
            var prepared = job.prepare(source.getKey(), source.getValue(), files);
            if (job.isUpToDate(prepared)) {
                continue;
            }
            var result = job.run(prepared);
            aboveLimit |= result.rejected()
                    > workspace.config().block(IngestConfig.class).rejectLimit();
            done++;
            out.println("%6.1f s  ingest %s".formatted(seconds(start), IngestLines.summary(source.getKey(), result)));
        }
        return done;
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

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
