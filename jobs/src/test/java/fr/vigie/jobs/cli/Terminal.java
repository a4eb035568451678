package fr.vigie.jobs.cli;

import fr.vigie.jobs.Workspace;
import fr.vigie.jobs.lake.Lake;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Somebody who types commands for one workspace and sees all that a terminal shows, whoever prints it. */
record Terminal(Path workspace) {
    /** Settings for those who are not after the forecast's accuracy: all models together think for long. */
    static final List<String> FEW_MODELS = List.of(
            "forecast: { models: [hour-of-week-regression, mean-of-same-weekdays], backtest-weeks: 2 }",
            "staffing: { forecast-model: hour-of-week-regression }");

    /** Writes the workspace's settings. */
    void configure(List<String> settings) throws IOException {
        Files.write(workspace.resolve("vigie.yaml"), settings);
    }

    /** What a command left on the terminal. */
    record Answer(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }

        List<String> complaints() {
            return err.lines().toList();
        }
    }

    Answer vigie(String... command) {
        var line = new ArrayList<>(List.of(command));
        line.addAll(List.of("--workspace", workspace.toString()));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        PrintStream realOut = System.out;
        PrintStream realErr = System.err;
        try (var shownOut = new PrintStream(out, true, StandardCharsets.UTF_8);
                var shownErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            System.setOut(shownOut);
            System.setErr(shownErr);
            int code = Vigie.run(line.toArray(String[]::new));
            return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(realOut);
            System.setErr(realErr);
        }
    }

    /**
     * A command in a process of its own; what it says goes into the files NAME.out and NAME.err beside the workspace.
     */
    Process start(String name, String... command) throws IOException {
        return start(name, List.of(), command);
    }

    /** The same, with more options for the JVM. */
    Process start(String name, List<String> options, String... command) throws IOException {
        var line = process(command);
        line.addAll(1, options);
        return new ProcessBuilder(line)
                .redirectOutput(workspace.resolveSibling(name + ".out").toFile())
                .redirectError(workspace.resolveSibling(name + ".err").toFile())
                .start();
    }

    /** How a process is started that does this command, with this one's class path and its options for Spark. */
    List<String> process(String... command) {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--add-opens") || option.startsWith("-XX:"))
                .forEach(line::add);
        line.addAll(List.of("-Xmx1g", "-cp", classPath(), Vigie.class.getName()));
        line.addAll(List.of(command));
        line.addAll(List.of("--workspace", workspace.toString()));
        return line;
    }

    /** Without the tests: an archive of loaded classes is made of jars alone. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(place -> !place.replace(File.separatorChar, '/').endsWith("/test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Looks into the tables behind the command's back. */
    <T> T inLake(Function<Lake, T> look) {
        try (var open = Workspace.read(workspace, workspace.resolve("vigie.yaml"), Stages.blocks())) {
            return look.apply(open.lake());
        }
    }

    /** Writes a file beside the workspace. */
    String file(String name, List<String> lines) throws IOException {
        return Files.write(workspace.resolveSibling(name), lines).toString();
    }
}
