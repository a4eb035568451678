package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
    @TempDir
    Path temporary;

    private int simulate(String from, String to, String practices) {
        return Vigie.run(
                "simulate", "--practices", practices, "--from", from, "--to", to, "--output", output().toString());
    }

    private Path output() {
        return temporary.resolve("service");
    }

    @Test
    void theLastDayIsSimulatedToo() throws IOException {
        assertEquals(0, simulate("2026-03-31", "2026-04-01", "3"));
        try (var lines = Files.lines(output().resolve("calls/2026-04.csv"))) {
            assertTrue(lines.anyMatch(line -> line.contains(",2026-04-01T")));
        }
        assertFalse(Files.exists(output().resolve("calls/2026-05.csv")));
    }

    @Test
    void wrongUsageWritesNothing() {
        assertEquals(2, simulate("2026-04-01", "2026-03-31", "3"));
        assertEquals(2, simulate("2026-04-01", "2026-04-31", "3"));
        assertEquals(2, simulate("2026-04-01", "2026-04-02", "0"));
        assertEquals(2, simulate("2026-04-01", "2026-04-02", "1000000000"));
        assertEquals(2, Vigie.run("simulate"));
        assertFalse(Files.exists(output()));
    }
}
