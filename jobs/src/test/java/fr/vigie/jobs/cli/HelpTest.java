package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Help is given at once: on a class path without Spark, as the launcher starts it. */
class HelpTest {
    private static final Pattern ENGINE = Pattern.compile(".*/(spark-|scala-|hadoop-|iceberg-)[^/]*\\.jar");

    @Test
    void everyCommandExplainsItselfWithoutSpark() throws IOException, ReflectiveOperationException {
        List<List<String>> commands = new ArrayList<>();
        collect(List.of(), commands);
        assertTrue(commands.size() > 24, "commands found: " + commands);
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

    private static void collect(List<String> path, List<List<String>> commands) {
        commands.add(path);
        var nowhere = new PrintWriter(Writer.nullWriter());
        var command = Vigie.commandLine(nowhere, nowhere, path.toArray(String[]::new));
        for (var word : path) {
            command = command.getSubcommands().get(word);
        }
        command.getSubcommands().keySet().forEach(name -> {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            collect(longer, commands);
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
