package fr.vigie.jobs.cli;

import fr.vigie.jobs.CodeVersion;
import fr.vigie.jobs.Printable;
import fr.vigie.jobs.error.UserError;
import fr.vigie.staffing.ServiceLevelDefinition;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;

/** The command {@code vigie}. */
@Command(
        name = "vigie",
        description = "Workforce and call-volume analytics for medical answering services.",
        footer = {"", "In a checkout, './vigie test' runs the tests and './vigie bench NAME' a benchmark."},
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Vigie.Version.class)
public final class Vigie implements Runnable {
    /** The commands, in the order in which help lists them. */
    static final List<Class<?>> COMMANDS = List.of(
            DemoCommand.class,
            InitCommand.class,
            IngestCommand.class,
            LoadCommand.class,
            ForecastCommand.class,
            StaffingCommand.class,
            ScenarioCommand.class,
            EvaluateCommand.class,
            RosterCommand.class,
            BacklogCommand.class,
            CapacityCommand.class,
            CareCommand.class,
            SignalsCommand.class,
            TerritoryCommand.class,
            ReportCommand.class,
            RunCommand.class,
            ShowCommand.class,
            StatusCommand.class,
            ForgetCommand.class,
            PurgeCommand.class,
            KeysCommand.class,
            AuditCommand.class,
            SimulateCommand.class,
            PublishCommand.class,
            CalcCommand.class);

    @Mixin
    GlobalOptions options = new GlobalOptions();

    /** Says which code this is. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"vigie " + CodeVersion.current()};
        }
    }

    /** Runs a command line and exits with its code. */
    public static void main(String[] args) {
        var interruption = new Interruption();
        int code = run(args);
        interruption.over();
        System.exit(code);
    }

    /** Runs a command line: 0 done, 1 failed, 2 wrong usage or configuration, 3 done above a limit. */
    public static int run(String... args) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = commandLine(out, err, args).execute(args);
        if (out.checkError() && code == 0) {
            err.println("vigie: Standard output was closed or full before all was written.");
            return 1;
        }
        return code;
    }

    /** A command line that is to understand these arguments, writing there. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err, String... args) {
        var vigie = new Vigie();
        var line = new CommandLine(vigie);
        var named = new NamedCommands(new HashSet<>(Arrays.asList(args)));
        named.addTo(line, COMMANDS);
        var calc = line.getSubcommands().get("calc");
        if (calc != null && calc.getCommand() instanceof CalcCommand) {
            named.addTo(calc, CalcCommand.TOOLS);
        }
        return line.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LocalDate.class, Misuse::day)
                .registerConverter(Path.class, Misuse::path)
                .registerConverter(Double.class, Misuse::number)
                .registerConverter(double.class, Misuse::number)
                .registerConverter(ServiceLevelDefinition.class, Misuse.words(ServiceLevelDefinition.class))
                .setExecutionStrategy(Vigie::execute)
                .setExecutionExceptionHandler((e, command, parsed) -> vigie.fail(e, command))
                .setParameterExceptionHandler((e, given) -> misuse(e));
    }

    @Override
    public void run() {
        throw UserError.usage("A command is missing.\nMaybe 'vigie --help' helps.");
    }

    /** Errors too are told in words: a full disk is one to Hadoop, and memory that runs out one to Java. */
    private static int execute(ParseResult parsed) {
        try {
            return new RunLast().execute(parsed);
        } catch (Error e) {
            throw new ExecutionException(parsed.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static int misuse(ParameterException e) {
        var command = e.getCommandLine();
        command.getErr()
                .println("vigie: %s See '%s --help'."
                        .formatted(
                                oneLine(Misuse.explain(e)),
                                command.getCommandSpec().qualifiedName()));
        return 2;
    }

    private int fail(Throwable e, CommandLine command) {
        if (Interruption.isUnderWay()) {
            return 1;
        }
        if (options.verbose) {
            e.printStackTrace(command.getErr());
        }
        // Spark wraps what its tasks throw, and quotes their stack traces in its message.
        Throwable root = e;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UserError user) {
                command.getErr().println("vigie: " + oneLine(user.getMessage()));
                return user.exitCode();
            }
            var around = Surroundings.explain(cause, options.workspace);
            if (around.isPresent()) {
                command.getErr().println("vigie: " + around.get());
                return 1;
            }
            root = cause;
        }
        command.getErr()
                .println("vigie: failed: %s: %s (--verbose tells where)"
                        .formatted(root.getClass().getSimpleName(), oneLine(root.getMessage())));
        return 1;
    }

    /** What is wrong and what to do, on one line. */
    private static String oneLine(@org.jspecify.annotations.Nullable String message) {
        var line = Printable.line(
                String.valueOf(message).lines().map(String::strip).collect(Collectors.joining(" ")));
        return line.endsWith(".") || line.endsWith("?") ? line : line + ".";
    }
}
