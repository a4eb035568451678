package fr.vigie.jobs.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes. */
final class GlobalOptions {
    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            defaultValue = "workspace",
            scope = ScopeType.INHERIT,
            description = "the workspace's folder (default: ./workspace)")
    Path workspace = Path.of("workspace");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "the configuration (default: WORKSPACE/vigie.yaml)")
    @Nullable
    Path config;

    @Option(
            names = "--lang",
            paramLabel = "fr|en",
            defaultValue = "fr",
            scope = ScopeType.INHERIT,
            description = "the language of reports (default: fr)")
    Language lang = Language.FR;

    @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "no progress on standard error")
    boolean quiet;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "stack traces of failures")
    boolean verbose;

    Path configFile() {
        return config == null ? workspace.resolve("vigie.yaml") : config;
    }
}
