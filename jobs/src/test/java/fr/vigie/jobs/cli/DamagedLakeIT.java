package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.lake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake that was copied, that lost a table, or that holds a call of a day to come. */
class DamagedLakeIT {
    private static final Path SAMPLES = Path.of("../data-samples/service");

    @TempDir
    Path folder;

    private Terminal terminal = new Terminal(Path.of("workspace"));

    @BeforeEach
    void ingest() throws IOException {
        terminal = new Terminal(folder.resolve("workspace"));
        assertEquals(0, terminal.vigie("init").code());
        assertEquals(0, operators().code());
        assertEquals(
                0,
                terminal.vigie(
                                "ingest",
                                "practices",
                                SAMPLES.resolve("practices.csv").toString())
                        .code());
        assertEquals(
                0,
                terminal.vigie(
                                "ingest",
                                "calls",
                                SAMPLES.resolve("calls/2025-10.csv").toString())
                        .code());
    }

    @Test
    void aCopyIsRefusedAndTheOriginalKeepsWhatItHas() throws IOException {
        var before = terminal.inLake(lake -> lake.digest(Tables.CALL));
        var copy = new Terminal(folder.resolve("copy"));
        try (var files = Files.walk(terminal.workspace())) {
            for (var file : files.toList()) {
                Files.copy(file, copy.workspace().resolve(terminal.workspace().relativize(file)));
            }
        }
        Files.setPosixFilePermissions(
                copy.workspace().resolve("keys/pseudonym.key"),
                Files.getPosixFilePermissions(terminal.workspace().resolve("keys/pseudonym.key")));
        for (var command : List.of("purge --as-of 2030-01-01", "status", "show call", "run")) {
            var answer = copy.vigie(command.split(" "));
            assertEquals(1, answer.code(), command);
            assertEquals(1, answer.complaints().size(), answer::err);
            assertTrue(
                    answer.err().startsWith("vigie: The lake of " + copy.workspace() + " was made at "), answer::err);
        }
        assertEquals(before, terminal.inLake(lake -> lake.digest(Tables.CALL)));

        // Made anew, the copy is a workspace of its own.
        remove(copy.workspace().resolve("lake"));
        assertEquals(0, copy.vigie("status").code());
    }

    @Test
    void aTableThatWasLostIsMadeAgainFromTheSameFile() throws IOException {
        var before = terminal.inLake(lake -> lake.digest(Tables.OPERATOR));
        remove(terminal.workspace().resolve("lake/vigie/operator"));
        assertEquals(0, operators().code());
        assertEquals(before, terminal.inLake(lake -> lake.digest(Tables.OPERATOR)));
    }

    @Test
    void aCallOfADayToComeMakesNoOtherCallOld() throws IOException {
        var calls = Files.readAllLines(SAMPLES.resolve("calls/2025-10.csv"));
        var mistyped = calls.get(1).replace("2025-10-01", "2062-10-01").replaceFirst("^[^,]+", "mistyped");
        var file = terminal.file("mistyped.csv", List.of(calls.get(0), mistyped));
        assertEquals(0, terminal.vigie("ingest", "calls", file).code());
        var before = terminal.inLake(lake -> lake.digest(Tables.CALL));

        for (var command : List.of("purge", "load", "run")) {
            var answer = terminal.vigie(command);
            assertEquals(1, answer.code(), command);
            assertEquals(
                    List.of(
                            "vigie: The last call of the lake is of 2062-10-01, which is still to come. Maybe its date is mistyped: correct it in its file and ingest that again, or name the day to work for with --as-of."),
                    answer.complaints());
        }
        assertEquals(before, terminal.inLake(lake -> lake.digest(Tables.CALL)));

        terminal.file("mistyped.csv", List.of(calls.get(0), mistyped.replace("2062-", "2025-")));
        assertEquals(0, terminal.vigie("ingest", "calls", file).code());
        assertEquals(0, terminal.vigie("load").code());
    }

    private Terminal.Answer operators() {
        return terminal.vigie(
                "ingest", "operators", SAMPLES.resolve("operators.csv").toString());
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
