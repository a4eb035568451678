package fr.vigie.jobs.cli;

import fr.vigie.jobs.Json;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.privacy.Purge;
import fr.vigie.jobs.privacy.RetentionConfig;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie purge}: what is older than the limits of retention goes. */
@Command(name = "purge", description = "Removes what is older than the limits of the block 'retention' of vigie.yaml.")
final class PurgeCommand implements Callable<Integer> {
    @ParentCommand
    Vigie vigie = new Vigie();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--as-of",
            paramLabel = "D",
            description = "the day that limits are counted back from (default: the day after the last call)")
    @Nullable
    LocalDate asOf;

    @Mixin
    AuditOptions audit = new AuditOptions();

    @Override
    public Integer call() {
        try (var workspace = Workspaces.write(vigie.options, spec)) {
            var config = workspace.config();
            var removed = new Purge(
                            workspace.lake(),
                            config.block(RetentionConfig.class),
                            config.block(ServiceConfig.class).zone())
                    .run(workspace.flow(asOf).asOf(), audit.actor, Clock.systemUTC());
            var out = spec.commandLine().getOut();
            for (var each : removed) {
                out.println(
                        audit.json
                                ? Json.of(Map.of(
                                        "what",
                                        each.what(),
                                        "before",
                                        each.before().toString(),
                                        "rows",
                                        each.rows()))
                                : "%-16s before %s: %d removed".formatted(each.what(), each.before(), each.rows()));
            }
            return 0;
        }
    }
}
