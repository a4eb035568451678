package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.KeyFile;
import fr.vigie.jobs.lake.Digest;
import fr.vigie.jobs.lake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reject is open until its record is corrected, in whatever file, and once it is closed it stays so. */
class RejectsIT {
    private static final String HEADER = "call_id,practice_id,caller,arrived_at,answered_at,ended_at,outcome";
    private static final String GOOD = "%s,P1,0465710001,2026-03-02T08:00:00Z,,2026-03-02T08:01:00Z,abandoned";
    private static final String BAD = "%s,P1,0465710001,2026-03-02T08:00:00Z,,2026-03-02T07:59:00Z,abandoned";
    private static final String SHORT = "%s,P1,0465710001";

    private Path folder = Path.of(".");
    private Terminal terminal = new Terminal(Path.of("workspace"));

    @BeforeEach
    void aWorkspaceThatAcceptsAnyPractice(@TempDir Path temporary) throws IOException {
        folder = temporary;
        terminal = workspace("workspace", null);
    }

    private Terminal workspace(String name, @org.jspecify.annotations.Nullable Path key) throws IOException {
        var fresh = new Terminal(folder.resolve(name));
        assertEquals(0, fresh.vigie("init").code());
        Files.writeString(
                fresh.workspace().resolve("vigie.yaml"),
                """
                sources:
                  exchange: { kind: calls, undeclared-practices: accept, files: [drop] }
                  other: { kind: calls, undeclared-practices: accept }
                """);
        if (key != null) {
            Files.copy(key, KeyFile.of(fresh.workspace()), StandardCopyOption.REPLACE_EXISTING);
        }
        return fresh;
    }

    /** Writes a file beside the workspace. */
    private Path file(String name, String... records) throws IOException {
        var lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(List.of(records));
        var path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.write(path, lines);
    }

    private static String of(String record, String callId) {
        return record.formatted(callId);
    }

    private String ingest(int code, Path... files) {
        var command = new ArrayList<>(List.of("ingest", "calls", "--source", "exchange"));
        List.of(files).forEach(file -> command.add(file.toString()));
        var answer = terminal.vigie(command.toArray(String[]::new));
        assertEquals(code, answer.code(), answer::err);
        return answer.out().strip();
    }

    private List<String> open() {
        return terminal.inLake(lake -> lake.read(Tables.CALL_REJECTED).collectAsList()).stream()
                .map(r -> r.file() + ":" + r.line() + " " + r.key() + " " + r.reason())
                .sorted()
                .toList();
    }

    private Digest rejects() {
        return terminal.inLake(lake -> lake.digest(Tables.CALL_REJECTED));
    }

    private Digest calls() {
        return terminal.inLake(lake -> lake.digest(Tables.CALL));
    }

    @Test
    void aRejectKnowsItsCallAndItsFolder() throws IOException {
        ingest(3, file("a/x.csv", of(GOOD, "c1"), of(BAD, "c2"), of(SHORT, "c3")));
        assertEquals(List.of("x.csv:3 c2 ends-before-it-begins", "x.csv:4 null wrong-number-of-fields"), open());
        var inside = Files.createDirectories(terminal.workspace().resolve("drop/2026"));
        Files.copy(file("y.csv", of(BAD, "c4")), inside.resolve("y.csv"));
        ingest(3, inside);
        var shown = terminal.vigie(
                "show", "call_rejected", "--where", "key=c4", "--where", "folder=drop/2026", "--where", "file=y.csv");
        assertEquals(2, shown.lines().size(), shown::out);
    }

    @Test
    void whateverTheWayTheLakeIsAsIfEachCallHadBeenReadOnce() throws IOException {
        ingest(0, file("all.csv", of(GOOD, "c1"), of(GOOD, "c2"), of(GOOD, "c3"), of(GOOD, "c4")));
        var once = calls();

        terminal = workspace("other", KeyFile.of(terminal.workspace()));
        var drop = Files.createDirectories(terminal.workspace().resolve("drop"));
        Files.move(file("log.1", of(GOOD, "c1"), of(BAD, "c2")), drop.resolve("log.1"));
        Files.move(file("log", of(BAD, "c2"), of(GOOD, "c3")), drop.resolve("log"));
        ingest(3, drop);
        assertEquals(List.of("log:2 c2 ends-before-it-begins"), open());
        Files.move(drop.resolve("log.1"), drop.resolve("log.2"));
        Files.move(drop.resolve("log"), drop.resolve("log.1"));
        var status = terminal.vigie("status");
        assertTrue(
                status.lines().stream().anyMatch(l -> l.matches("source exchange +up to date, 2 files")), status.out());
        Files.move(file("log", of(GOOD, "c4"), of(GOOD, "c2"), of(GOOD, "c3")), drop.resolve("log"));
        assertEquals("calls: read 3, kept 2, duplicates 1, rejected 0 (2 files known, 1 read)", ingest(0, drop));
        assertEquals(List.of(), open());
        assertEquals(once, calls());
        var before = rejects();
        ingest(0, drop);
        assertEquals(before, rejects());
    }
}
