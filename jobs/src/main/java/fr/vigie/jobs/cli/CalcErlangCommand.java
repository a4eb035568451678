package fr.vigie.jobs.cli;

import fr.vigie.jobs.error.UserError;
import fr.vigie.staffing.ErlangA;
import fr.vigie.staffing.ErlangB;
import fr.vigie.staffing.ErlangC;
import fr.vigie.staffing.ErlangX;
import fr.vigie.staffing.QueueModel;
import fr.vigie.staffing.QueuePerformance;
import fr.vigie.staffing.ServiceLevel;
import fr.vigie.staffing.ServiceLevelDefinition;
import fr.vigie.staffing.Shrinkage;
import fr.vigie.staffing.Sizing;
import fr.vigie.staffing.Target;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie calc erlang}: what callers live through with some agents, or the agents that some targets need. */
@Command(name = "erlang", description = "Agents, waiting and abandonment of a load of calls (Erlang B, C, A, X).")
final class CalcErlangCommand implements Callable<Integer> {
    @ParentCommand
    CalcCommand calc = new CalcCommand();

    @Spec
    CommandSpec spec = CommandSpec.create();

    /** The queueing models by their letters. */
    enum Model {
        B,
        C,
        A,
        X
    }

    @Option(
            names = "--model",
            required = true,
            paramLabel = "b|c|a|x",
            description = "b: blocked calls are lost, c: all wait, a: callers hang up, x: and call again")
    Model model = Model.A;

    @Option(names = "--calls-per-hour", required = true, paramLabel = "L", description = "calls; for x first attempts")
    double callsPerHour;

    @Option(names = "--aht", required = true, paramLabel = "SECONDS", description = "mean handling time")
    double aht;

    @Option(names = "--patience", paramLabel = "SECONDS", description = "mean patience (a and x)")
    @Nullable
    Double patience;

    @Option(names = "--redial", paramLabel = "P", description = "probability that an abandoned caller redials (x)")
    @Nullable
    Double redial;

    @Option(names = "--agents", paramLabel = "N", description = "agents on the phone")
    @Nullable
    Integer agents;

    @Option(names = "--service-level", paramLabel = "R", description = "target: share answered in time")
    @Nullable
    Double serviceLevel;

    @Option(
            names = "--within",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "the time of the service level (default: 20)")
    double within;

    @Option(names = "--asa", paramLabel = "S", description = "target: mean wait of answered callers, at most")
    @Nullable
    Double asa;

    @Option(names = "--abandonment", paramLabel = "R", description = "target: share of callers who hang up, at most")
    @Nullable
    Double abandonment;

    @Option(names = "--blocking", paramLabel = "R", description = "target: share of callers turned away, at most (b)")
    @Nullable
    Double blocking;

    @Option(names = "--max-occupancy", paramLabel = "R", description = "target: share of time busy, at most")
    @Nullable
    Double maxOccupancy;

    @Option(
            names = "--definition",
            paramLabel = "offered|answered|virtual|without-short",
            defaultValue = "offered",
            description = "what the service level is a share of (default: offered)")
    ServiceLevelDefinition definition = ServiceLevelDefinition.OFFERED;

    @Option(
            names = "--short",
            paramLabel = "S",
            defaultValue = "5",
            description = "hanging up within it does not count (without-short; default: 5)")
    double shortSeconds;

    @Option(
            names = "--shrinkage",
            paramLabel = "R",
            defaultValue = "0",
            description = "share of paid time off the phone (default: 0)")
    double shrinkage;

    @Option(names = "--json", description = "as JSON")
    boolean json;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try {
            var measure = new ServiceLevel(within, definition, shortSeconds);
            var performance = performance(measure);
            var figures = new ErlangFigures(
                    model.name().toLowerCase(Locale.ROOT),
                    performance,
                    measure,
                    Shrinkage.of(shrinkage).scheduled(performance.agents()));
            if (json) {
                figures.writeJson(out);
            } else {
                figures.writeText(out, calc.vigie.options.lang.locale());
            }
        } catch (IllegalArgumentException e) {
            throw UserError.usage(String.valueOf(e.getMessage()));
        }
        return 0;
    }

    private QueuePerformance performance(ServiceLevel measure) {
        var targets = targets(measure);
        if (agents != null) {
            if (!targets.isEmpty()) {
                throw UserError.usage("--agents and a target contradict each other.\nMaybe leave one of them out.");
            }
            return queue().with(agents);
        }
        if (targets.isEmpty()) {
            throw UserError.usage("Nothing is asked.\nMaybe give --agents 12 or --service-level 0.8 --within 20.");
        }
        var answer = new Sizing(targets).of(queue());
        if (answer instanceof Sizing.OutOfReach outOfReach) {
            throw UserError.usage(outOfReach.why());
        }
        return ((Sizing.Enough) answer).performance();
    }

    private List<Target> targets(ServiceLevel measure) {
        return Stream.of(
                        target(serviceLevel, share -> new Target.Answered(share, measure)),
                        target(asa, Target.SpeedOfAnswer::new),
                        target(abandonment, Target.Abandonment::new),
                        target(blocking, Target.Blocking::new),
                        target(maxOccupancy, Target.Occupancy::new))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Target> target(@Nullable Double asked, Function<Double, Target> promise) {
        return Optional.ofNullable(asked).map(promise);
    }

    private QueueModel queue() {
        double erlangs = QueueModel.erlangs(callsPerHour, aht);
        return switch (model) {
            case B -> new ErlangB(erlangs, aht);
            case C -> new ErlangC(erlangs, aht);
            case A -> new ErlangA(erlangs, aht, given("--patience", patience));
            case X -> new ErlangX(erlangs, aht, given("--patience", patience), given("--redial", redial));
        };
    }

    private double given(String option, @Nullable Double value) {
        if (value == null) {
            throw UserError.usage("The model %s needs %s.\nMaybe --patience 300 --redial 0.4."
                    .formatted(model.name().toLowerCase(Locale.ROOT), option));
        }
        return value;
    }
}
