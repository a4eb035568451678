package fr.vigie.jobs.cli;

import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.simulate.Simulation;
import fr.vigie.simulate.ServicePlan;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigie simulate}: the input files of a service that never was. */
@Command(
        name = "simulate",
        description = {
            "Writes the input files of a simulated answering service, and truth.csv: what was planted in them.",
            "The same options give the same bytes."
        })
final class SimulateCommand implements Callable<Integer> {
    /** More than any country has; each takes memory. */
    private static final int MOST_PRACTICES = 100_000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "decides all that is drawn (default: 1)")
    long seed;

    @Option(
            names = "--practices",
            paramLabel = "N",
            defaultValue = "250",
            description = "practices; calls and operators grow with them (default: 250)")
    int practices;

    @Option(
            names = "--from",
            paramLabel = "D",
            defaultValue = "2025-10-01",
            description = "first day (default: ${DEFAULT-VALUE})")
    LocalDate from = LocalDate.MIN;

    @Option(
            names = "--to",
            paramLabel = "D",
            defaultValue = "2026-10-31",
            description = "last day (default: ${DEFAULT-VALUE})")
    LocalDate to = LocalDate.MAX;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            required = true,
            description = "the folder to make; it appears when all is written")
    Path output = Path.of("");

    @Option(names = "--json", description = "prints what was done as JSON")
    boolean json;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        long start = System.nanoTime();
        long calls = Simulation.write(plan(), output);
        var out = spec.commandLine().getOut();
        if (json) {
            new StepLines(out, true).tell("simulate", fields(calls), (System.nanoTime() - start) / 1e9);
        } else {
            out.println("%d calls of %d practices: %s".formatted(calls, practices, output));
        }
        return 0;
    }

    private Map<String, ?> fields(long calls) {
        return Map.of(
                "stage", "simulate", "seed", seed, "practices", practices, "calls", calls, "output", output.toString());
    }

    private ServicePlan plan() {
        if (to.isBefore(from)) {
            throw UserError.usage("--to (%s) is before --from (%s).\nMaybe swap them.".formatted(to, from));
        }
        if (practices < 1 || practices > MOST_PRACTICES) {
            throw UserError.usage("--practices (%d) must be 1 to %d.".formatted(practices, MOST_PRACTICES));
        }
        return ServicePlan.defaults(seed, from, to.plusDays(1)).withPractices(practices);
    }
}
