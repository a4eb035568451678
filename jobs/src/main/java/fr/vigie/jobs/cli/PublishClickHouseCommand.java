package fr.vigie.jobs.cli;

import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.publish.ClickHousePublisher;
import fr.vigie.jobs.publish.Publication;
import fr.vigie.jobs.publish.PublishConfig;
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

/** {@code vigie publish clickhouse}: a line for each table, with its rows. */
@Command(name = "clickhouse", description = "The result tables into ClickHouse, only what is not there yet.")
final class PublishClickHouseCommand implements Callable<Integer> {
    @ParentCommand
    PublishCommand parent = new PublishCommand();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--url", paramLabel = "URL", description = "the server (default: publish.clickhouse.url)")
    @Nullable
    String url;

    @Option(names = "--json", description = "prints what was done as JSON")
    boolean json;

    @Override
    public Integer call() {
        try (var workspace = Workspaces.read(parent.vigie.options)) {
            var server = workspace.config().block(PublishConfig.class).clickhouse();
            server = url == null ? server : server.at(url);
            if (!server.isConfigured()) {
                throw UserError.usage("There is no ClickHouse to publish to.\nMaybe set publish.clickhouse.url.");
            }
            var publisher = ClickHousePublisher.to(server);
            publisher.reach();
            long start = System.nanoTime();
            var published = publisher.publish(workspace.lake());
            var out = spec.commandLine().getOut();
            if (json) {
                new StepLines(out, true).tell("publish", fields(published), (System.nanoTime() - start) / 1e9);
            } else {
                published.forEach(table -> out.println("%s: %d rows, %s"
                        .formatted(table.table(), table.rows(), table.written() ? "written" : "up to date")));
            }
            return 0;
        }
    }

    /** What programs are told. */
    static Map<String, ?> fields(List<Publication> published) {
        var outputs = new TreeMap<String, Object>();
        published.forEach(
                table -> outputs.put(table.table(), Map.of("rows", table.rows(), "written", table.written())));
        return Map.of("stage", "publish", "outputs", outputs);
    }
}
