package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.vigie.jobs.lake.Digest;
import fr.vigie.jobs.lake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full or may not be written to: real ones, mounted where only the command that is tried sees them. */
class DiskIT {
    private static final Path SAMPLES = Path.of("../data-samples/service");

    @TempDir
    Path folder;

    @BeforeEach
    void mayMount() throws IOException, InterruptedException {
        var mount = new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", folder.toString())
                .redirectErrorStream(true)
                .start();
        assumeTrue(mount.waitFor(1, TimeUnit.MINUTES) && mount.exitValue() == 0, "this system lets nobody mount");
    }

    @Test
    void aFullDiskKeepsWhatWasFinishedAndRoomCompletesIt() throws IOException, InterruptedException {
        var calm = workspace("calm");
        assertEquals(0, calm.vigie("run", "--quiet").code());
        var expected = content(calm);

        var cramped = workspace("cramped");
        Files.copy(
                calm.workspace().resolve("keys/pseudonym.key"),
                cramped.workspace().resolve("keys/pseudonym.key"),
                StandardCopyOption.REPLACE_EXISTING);
        var lake = Files.createDirectories(cramped.workspace().resolve("lake"));
        var run = String.join(" ", cramped.process("run", "--quiet"));
        // The same disk grows; what it holds in the end is copied to where this process sees it.
        var answers = inMounts(
                """
                mount -t tmpfs -o size=100k tmpfs LAKE
                for size in 200k 500k 800k; do
                  mount -o remount,size=$size LAKE
                  RUN; echo "code $?"
                done
                mount -o remount,size=100m LAKE
                RUN; echo "code $?"
                cp -r LAKE LAKE.copy
                umount LAKE
                mv LAKE.copy/* LAKE/
                """
                        .replace("LAKE", lake.toString())
                        .replace("RUN", run));

        var full = answers.stream().filter(line -> line.startsWith("vigie: ")).toList();
        assertEquals(3, full.size(), () -> String.join("\n", answers));
        full.forEach(line -> assertTrue(line.startsWith("vigie: The disk of " + cramped.workspace()), line));
        assertEquals(
                List.of("code 1", "code 1", "code 1", "code 0"),
                answers.stream().filter(line -> line.startsWith("code ")).toList());
        assertEquals(expected, content(cramped));
    }

    @Test
    void aReadOnlyLakeIsReadAndNotWrittenTo() throws IOException, InterruptedException {
        var terminal = workspace("workspace");
        assertEquals(0, terminal.vigie("run", "--quiet").code());
        var before = content(terminal);
        Files.copy(
                SAMPLES.resolve("calls/2025-11.csv"),
                terminal.workspace().resolve("input/calls.csv"),
                StandardCopyOption.REPLACE_EXISTING);

        var answers = inMounts(
                """
                mount --bind LAKE LAKE
                mount -o remount,ro,bind LAKE
                RUN; echo "code $?"
                SHOW; echo "code $?"
                """
                        .replace("LAKE", terminal.workspace().resolve("lake").toString())
                        .replace("RUN", String.join(" ", terminal.process("run", "--quiet")))
                        .replace(
                                "SHOW",
                                String.join(" ", terminal.process("show", "practice", "--csv", "--limit", "1"))));

        assertEquals(5, answers.size(), () -> String.join("\n", answers));
        assertTrue(
                answers.get(0)
                        .startsWith("vigie: The workspace %s or its lake cannot be written to"
                                .formatted(terminal.workspace())),
                answers.get(0));
        assertEquals("code 1", answers.get(1));
        assertEquals("code 0", answers.get(4));
        assertEquals(before, content(terminal));
    }

    /** What a script says that may mount: its mounts end with it, and nobody else sees them. */
    private List<String> inMounts(String script) throws IOException, InterruptedException {
        var said = folder.resolve("said.txt");
        var process = new ProcessBuilder("unshare", "-rm", "sh", "-c", script)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES));
        return Files.readAllLines(said);
    }

    private static List<Digest> content(Terminal terminal) {
        return terminal.inLake(lake -> List.of(
                lake.digest(Tables.CALL),
                lake.digest(Tables.LOAD),
                lake.digest(Tables.FORECAST),
                lake.digest(Tables.STAFFING)));
    }

    private Terminal workspace(String name) throws IOException {
        var terminal = new Terminal(folder.resolve(name));
        assertEquals(0, terminal.vigie("init").code());
        Files.write(
                terminal.workspace().resolve("input/calls.csv"),
                Files.readAllLines(SAMPLES.resolve("calls/2025-10.csv")).subList(0, 600));
        Files.copy(SAMPLES.resolve("practices.csv"), terminal.workspace().resolve("input/practices.csv"));
        var settings = new ArrayList<>(Terminal.FEW_MODELS);
        settings.addAll(List.of(
                "sources:",
                "  calls: { kind: calls, files: [input/calls.csv] }",
                "  practices: { kind: practices, files: [input/practices.csv] }"));
        terminal.configure(settings);
        return terminal;
    }
}
