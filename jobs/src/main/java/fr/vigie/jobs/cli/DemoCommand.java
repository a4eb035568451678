package fr.vigie.jobs.cli;

import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.simulate.Simulation;
import fr.vigie.simulate.ServicePlan;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie demo}: a simulated answering service in a new workspace, everything run, and where to look. */
@Command(
        name = "demo",
        description = "Simulates thirteen months of an answering service into a new workspace and runs everything.")
final class DemoCommand implements Callable<Integer> {
    /** Thirteen months that end on a Sunday in March: next week's Monday has an ordinary year behind it. */
    private static final LocalDate FROM = LocalDate.of(2025, 3, 1);

    private static final LocalDate UNTIL = LocalDate.of(2026, 3, 30);

    @ParentCommand
    Vigie vigie = new Vigie();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "another seed, another year (default: 1)")
    long seed = 1;

    @Option(
            names = "--practices",
            paramLabel = "N",
            defaultValue = "250",
            description = "how many practices; calls and operators in proportion (default: 250)")
    int practices = 250;

    @Override
    public Integer call() {
        long start = System.nanoTime();
        var out = spec.commandLine().getOut();
        var progress = Progress.of(vigie.options, spec);
        var root = vigie.options.workspace;
        var input = root.resolve("input");
        boolean simulated = Files.exists(input.resolve("truth.csv"));
        if (!simulated && Files.exists(vigie.options.configFile())) {
            throw UserError.usage(
                    "The workspace %s is there and holds no demonstration.\nMaybe name another one with --workspace."
                            .formatted(root));
        }
        if (!Files.exists(vigie.options.configFile())) {
            InitCommand.create(root, vigie.options.configFile());
        }
        int code;
        try (var workspace = Workspaces.write(vigie.options, spec)) {
            if (!simulated) {
                progress.step("simulate");
                // Spark starts on one core while the service is simulated on the other.
                var lake = CompletableFuture.runAsync(workspace::lake);
                long calls =
                        Simulation.write(ServicePlan.defaults(seed, FROM, UNTIL).withPractices(practices), input);
                lake.join();
                out.println("%6.1f s  simulate: %,d calls of %d practices".formatted(seconds(start), calls, practices));
            }
            code = new Everything(
                            workspace,
                            new StageOptions(),
                            progress,
                            spec.commandLine().getErr())
                    .run(out);
        }
        out.println("%6.1f s  in all".formatted(seconds(start)));
        whereToLook(root, out);
        return code;
    }

    private static void whereToLook(Path root, PrintWriter out) {
        out.println();
        out.println("Open in a browser:");
        for (var audience : List.of("managers", "accounts", "authorities")) {
            out.println("  "
                    + root.resolve("reports")
                            .resolve(audience)
                            .resolve("index.html")
                            .toAbsolutePath());
        }
        out.println("What was planted, for comparison: " + root.resolve("input").resolve("truth.csv"));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
