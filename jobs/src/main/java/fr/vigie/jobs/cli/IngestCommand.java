package fr.vigie.jobs.cli;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.Json;
import fr.vigie.jobs.KeyFile;
import fr.vigie.jobs.Printable;
import fr.vigie.jobs.RunLog;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.ingest.GivenFiles;
import fr.vigie.jobs.ingest.IngestConfig;
import fr.vigie.jobs.ingest.IngestJob;
import fr.vigie.jobs.ingest.IngestResult;
import fr.vigie.jobs.ingest.KeysInUse;
import fr.vigie.jobs.ingest.Sources;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie ingest KIND FILE…}: files to tables. */
@Command(
        name = "ingest",
        description =
                "Reads input files into the lake; every record is kept, a duplicate, or rejected with its reason.")
final class IngestCommand implements Callable<Integer> {
    @ParentCommand
    Vigie vigie = new Vigie();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "KIND", description = "calls, practices, shifts, …")
    String kind = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "files, plain or packed (gzip, zstd), or folders of such")
    List<Path> files = List.of();

    @Option(names = "--format", paramLabel = "F", description = "how they are written (default: as the source says)")
    @Nullable
    String format;

    @Option(names = "--source", paramLabel = "S", description = "the source's block in vigie.yaml")
    @Nullable
    String source;

    @Option(names = "--json", description = "prints the result as JSON")
    boolean json;

    @Override
    public Integer call() {
        var wanted = kind();
        try (var workspace = Workspaces.write(vigie.options, spec)) {
            var settings = Sources.settings(workspace.config(), wanted, source, format);
            // The key is asked for before anything starts: without one nothing is read.
            var keys = KeyFile.ringForReading(KeyFile.of(workspace.root()));
            var given = GivenFiles.named(files);
            Sources.check(given.files());
            var lake = workspace.lake();
            var log = RunLog.of(lake);
            var job = new IngestJob(workspace.root(), lake, workspace.config(), keys, log, Clock.systemUTC());
            KeysInUse.check(lake, log, keys);
            var prepared = job.prepare(source == null ? wanted.word() : source, settings, given.files());
            Stream.concat(given.warnings().stream(), prepared.warnings().stream())
                    .forEach(w -> spec.commandLine().getErr().println("vigie: " + Printable.line(w)));
            var done = job.run(prepared);
            log.append(done.log().stream().toList());
            var result = done.result();
            print(result);
            return result.open() > workspace.config().block(IngestConfig.class).rejectLimit() ? 3 : 0;
        }
    }

    private InputKind kind() {
        return Arrays.stream(InputKind.values())
                .filter(k -> k.word().equals(kind))
                .findFirst()
                .orElseThrow(() -> UserError.usage("The kind '%s' is unknown.\nThere are: %s."
                        .formatted(
                                kind,
                                Arrays.stream(InputKind.values())
                                        .map(InputKind::word)
                                        .collect(Collectors.joining(", ")))));
    }

    private void print(IngestResult result) {
        IngestLines.rejects(result, spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(IngestLines.fields(result)));
        } else {
            out.println(IngestLines.summary(kind, result));
        }
    }
}
