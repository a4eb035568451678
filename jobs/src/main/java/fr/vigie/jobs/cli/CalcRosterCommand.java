package fr.vigie.jobs.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import fr.vigie.jobs.error.UserError;
import fr.vigie.roster.benchmark.ProblemReader;
import fr.vigie.roster.benchmark.ShiftProblem;
import fr.vigie.roster.solver.ShiftSolution;
import fr.vigie.roster.solver.ShiftSolvers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigie calc roster}: solves an instance of the employee shift scheduling benchmark. */
@Command(
        name = "roster",
        description = {
            "Solves an instance of the employee shift scheduling benchmark (schedulingbenchmarks.org).",
            "Prints the penalty of the best schedule, a bound that none is below, and whether a schedule keeps all rules."
        })
final class CalcRosterCommand implements Callable<Integer> {
    private static final int LONGEST_SECONDS = 86_400;
    private static final long LARGEST_FILE = 50_000_000;
    private static final long SEED = 1;

    @Option(names = "--instance", required = true, paramLabel = "FILE", description = "the instance, in text")
    Path instance = Path.of("");

    @Option(
            names = "--seconds",
            required = true,
            paramLabel = "S",
            description = "how long to search at most; it ends earlier once the best schedule is proven")
    double seconds;

    @Option(names = "--json", description = "as JSON")
    boolean json;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (!(seconds > 0 && seconds <= LONGEST_SECONDS)) {
            throw UserError.usage("--seconds (%s) must be above 0 and at most %d.".formatted(seconds, LONGEST_SECONDS));
        }
        var problem = read();
        var err = spec.commandLine().getErr();
        ShiftSolvers.whyNotTheBest()
                .ifPresent(why ->
                        err.println("vigie: OR-Tools cannot be used here (%s): a local search is, without a bound."
                                .formatted(why)));
        var solution = ShiftSolvers.best(SEED)
                .solve(problem, Duration.ofMillis(Math.max(1, Math.round(1000 * seconds))), InstantSource.system());
        if (solution.isImpossible()) {
            err.println("vigie: no schedule keeps all rules: they contradict one another.");
        } else if (solution.schedule().isEmpty()) {
            err.println("vigie: no schedule that keeps all rules was found. Maybe more seconds help.");
        }
        var out = spec.commandLine().getOut();
        if (json) {
            writeJson(solution, out);
        } else {
            out.printf("penalty   %s%n", text(solution.penalty()));
            out.printf("bound     %s%n", text(solution.bound()));
            out.printf("feasible  %s%n", solution.schedule().isPresent());
        }
        return 0;
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? String.valueOf(number.getAsLong()) : "-";
    }

    private ShiftProblem read() {
        if (Files.isDirectory(instance)) {
            throw UserError.failed("The file %s cannot be read: it is a folder.".formatted(instance));
        }
        try {
            if (Files.size(instance) > LARGEST_FILE) {
                throw UserError.failed("The file %s is too large for an instance.".formatted(instance));
            }
            return ProblemReader.read(Files.readAllLines(instance));
        } catch (NoSuchFileException e) {
            throw UserError.failed("The file %s does not exist.\nMaybe its name is misspelt.".formatted(instance));
        } catch (AccessDeniedException e) {
            throw UserError.failed("The file %s cannot be read: it belongs to somebody else.".formatted(instance));
        } catch (CharacterCodingException e) {
            throw UserError.failed("The file %s is not UTF-8.\nMaybe it is no instance.".formatted(instance));
        } catch (IOException e) {
            throw UserError.failed("The file %s cannot be read: %s.".formatted(instance, e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw UserError.failed("%s, %s".formatted(instance, e.getMessage()));
        }
    }

    private static void writeJson(ShiftSolution solution, PrintWriter out) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            writeNumber(json, "penalty", solution.penalty());
            writeNumber(json, "bound", solution.bound());
            json.writeBooleanField("feasible", solution.schedule().isPresent());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println(text);
    }

    private static void writeNumber(JsonGenerator json, String name, OptionalLong number) throws IOException {
        if (number.isPresent()) {
            json.writeNumberField(name, number.getAsLong());
        } else {
            json.writeNullField(name);
        }
    }
}
