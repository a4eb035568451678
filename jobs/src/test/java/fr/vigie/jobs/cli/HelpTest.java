package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Help is given at once: on a class path without Spark, as the launcher starts it. */
class HelpTest {
    private static final Pattern ENGINE = Pattern.compile(".*/(spark-|scala-|hadoop-|iceberg-)[^/]*\\.jar");

    @Test
    void everyCommandExplainsItselfWithoutSpark() throws IOException, ReflectiveOperationException {
        List<List<String>> commands = new ArrayList<>();
        collect(new CommandLine(new Vigie()), List.of(), commands);
        assertTrue(commands.size() > 8, "commands found: " + commands);
        var printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        try (var loader = new URLClassLoader(classPathWithoutEngine(), ClassLoader.getPlatformClassLoader());
                var capture = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(capture);
            var run = loader.loadClass(Vigie.class.getName()).getMethod("run", String[].class);
            for (List<String> command : commands) {
                printed.reset();
                List<String> line = new ArrayList<>(command);
                line.add("--help");
                assertEquals(0, run.invoke(null, (Object) line.toArray(String[]::new)), () -> "vigie " + line);
                assertTrue(printed.toString(StandardCharsets.UTF_8).startsWith("Usage: vigie"), () -> "vigie " + line);
            }
        } finally {
            System.setOut(out);
        }
    }

    private static void collect(CommandLine command, List<String> path, List<List<String>> commands) {
        commands.add(path);
        command.getSubcommands().forEach((name, sub) -> {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            collect(sub, longer, commands);
        });
    }

    private static URL[] classPathWithoutEngine() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!ENGINE.matcher(entry).matches()) {
                urls.add(new File(entry).toURI().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }
}
