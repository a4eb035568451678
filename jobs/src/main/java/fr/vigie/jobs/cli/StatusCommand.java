package fr.vigie.jobs.cli;

import fr.vigie.jobs.Json;
import fr.vigie.jobs.Printable;
import fr.vigie.jobs.Workspace;
import fr.vigie.jobs.lake.Tables;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie status}: what is in the lake, when it was made, what is stale and because of what. */
@Command(
        name = "status",
        description = "What is in the lake, when it was made from what, which files and results are stale.")
final class StatusCommand implements Callable<Integer> {
    @ParentCommand
    Vigie vigie = new Vigie();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "as JSON, one object")
    boolean json;

    private record Held(String name, long rows, String version) {}

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try (var workspace = Workspaces.read(vigie.options)) {
            var tables = tables(workspace);
            var freshness = new Freshness(workspace);
            if (json) {
                out.println(Json.of(Map.of(
                        "tables", tables.stream().map(StatusCommand::fields).toList(),
                        "sources",
                                freshness.sources().stream()
                                        .map(StatusCommand::fields)
                                        .toList(),
                        "stages",
                                freshness.stages().stream()
                                        .map(StatusCommand::fields)
                                        .toList())));
            } else {
                print(tables, freshness, out);
            }
            return 0;
        }
    }

    private static List<Held> tables(Workspace workspace) {
        var lake = workspace.lake();
        return Tables.ALL.stream()
                .filter(lake::exists)
                .map(table -> new Held(table.name(), lake.readColumns(table).count(), lake.version(table)))
                .toList();
    }

    private static void print(List<Held> tables, Freshness freshness, PrintWriter out) {
        if (tables.isEmpty()) {
            out.println("The lake holds nothing yet.");
        }
        tables.forEach(table ->
                out.println("%-20s %,12d rows   version %s".formatted(table.name(), table.rows(), table.version())));
        if (!freshness.sources().isEmpty()) {
            out.println();
        }
        freshness
                .sources()
                .forEach(source ->
                        out.println("%-20s %s".formatted("source " + source.name(), Printable.line(source.text()))));
        out.println();
        freshness.stages().forEach(stage -> out.println("%-20s %s".formatted(stage.noun(), stage.text())));
    }

    private static Map<String, ?> fields(Held table) {
        return Map.of("table", table.name(), "rows", table.rows(), "version", table.version());
    }

    private static Map<String, @Nullable Object> fields(SourceState source) {
        var fields = new TreeMap<String, @Nullable Object>();
        fields.put("source", source.name());
        fields.put("kind", source.kind().word());
        fields.put("files", source.files());
        fields.put("stale", source.isStale());
        fields.put("never_ingested", source.neverIngested());
        fields.put("removed", source.removed());
        fields.put("changed", source.changed());
        fields.put("because", source.because());
        fields.put("unreadable", source.unreadable());
        return fields;
    }

    private static Map<String, @Nullable Object> fields(StageState stage) {
        var fields = new TreeMap<String, @Nullable Object>();
        fields.put("stage", stage.noun());
        fields.put("state", stage.word().replace(' ', '-'));
        fields.put("stale", stage.isStale());
        fields.put("because", stage.because());
        stage.last().ifPresent(row -> {
            fields.put("run_id", row.runId());
            fields.put("made_at", row.finishedAt().toString());
            fields.put("as_of", row.asOf() == null ? null : row.asOf().toString());
        });
        return fields;
    }
}
