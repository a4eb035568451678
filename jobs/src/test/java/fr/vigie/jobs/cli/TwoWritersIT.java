package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.lake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes and one workspace: writers wait for each other, readers for nobody, and a dead writer holds nothing. */
class TwoWritersIT {
    private static final Path SAMPLES = Path.of("../data-samples/service");

    @TempDir
    Path folder;

    @Test
    void aWriterWaitsForAnotherEvenUntilItIsKilledAndReadersDoNot() throws IOException, InterruptedException {
        var terminal = new Terminal(folder.resolve("workspace"));
        assertEquals(0, terminal.vigie("init").code());
        var input = terminal.workspace().resolve("input");
        Files.copy(SAMPLES.resolve("practices.csv"), input.resolve("practices.csv"));
        Files.copy(SAMPLES.resolve("calls/2025-10.csv"), input.resolve("calls.csv"));
        assertEquals(
                0,
                terminal.vigie(
                                "ingest",
                                "practices",
                                input.resolve("practices.csv").toString())
                        .code());

        var killed = terminal.start("killed", "run");
        waitFor(() -> Files.isDirectory(terminal.workspace().resolve("lake/vigie/call/data")), killed);
        var waiting = terminal.start(
                "waiting", "ingest", "calls", input.resolve("calls.csv").toString());
        waitFor(() -> text("waiting.err").contains("waiting for another command that writes to "), waiting);

        var shown = terminal.vigie("show", "practice", "--limit", "1", "--csv");
        assertEquals(0, shown.code(), shown::err);
        assertEquals(2, shown.lines().size());
        assertEquals(0, terminal.vigie("status").code());
        assertTrue(killed.isAlive() && waiting.isAlive());
        assertEquals("", text("waiting.out"));

        killed.destroyForcibly();
        assertTrue(waiting.waitFor(5, TimeUnit.MINUTES));
        assertEquals(0, waiting.exitValue(), text("waiting.err"));
        assertFalse(text("waiting.out").isEmpty());
        assertEquals(
                Files.readAllLines(input.resolve("calls.csv")).size() - 1,
                terminal.inLake(lake -> lake.digest(Tables.CALL)).rows());
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void waitFor(Condition condition, Process process) throws IOException, InterruptedException {
        for (int tenths = 0; tenths < 3000 && !condition.holds(); tenths++) {
            assertTrue(process.isAlive(), "it ended before it was time");
            Thread.sleep(100);
        }
        assertTrue(condition.holds());
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }
}
