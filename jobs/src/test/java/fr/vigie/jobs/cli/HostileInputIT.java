package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.vigie.input.InputKind;
import fr.vigie.jobs.format.Format;
import fr.vigie.jobs.ingest.Mutator;
import fr.vigie.jobs.ingest.RecordCount;
import fr.vigie.jobs.lake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.hadoop.HadoopTables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Input that is damaged or means harm, through the whole command: what was in the lake stays, and the figures add up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInputIT {
    private static final Path SERVICE = Path.of("../data-samples/service");
    private static final Path FORMATS = Path.of("../data-samples/formats");
    private static final int MUTANTS = 50;
    private static final int READ_AGAIN = 8;
    private static final String HEADER = "call_id,practice_id,arrived_at,ended_at,outcome";
    private static final String TIMES = ",2026-03-02T08:00:00Z,2026-03-02T08:01:00Z,";

    private Path folder = Path.of(".");
    private Terminal terminal = new Terminal(Path.of("workspace"));

    /** A file that is right, and how it is read. */
    private record Sample(InputKind kind, String format, Path file) {
        boolean isCsv() {
            return format.equals("vigie-csv");
        }
    }

    @BeforeAll
    void knowThePractices(@TempDir Path temporary) {
        folder = temporary;
        terminal = new Terminal(folder.resolve("workspace"));
        assertEquals(0, terminal.vigie("init").code());
        var practices = SERVICE.resolve("practices.csv").toString();
        assertEquals(0, terminal.vigie("ingest", "practices", practices).code());
    }

    private static List<Sample> samples() throws IOException {
        var samples = new ArrayList<Sample>();
        for (var kind : InputKind.values()) {
            var name = kind == InputKind.CALLS ? "calls/2025-09.csv" : kind.word() + ".csv";
            samples.add(new Sample(kind, "vigie-csv", SERVICE.resolve(name)));
        }
        for (var format : Format.names()) {
            if (Format.withoutParameters(format).isPresent() && Files.isDirectory(FORMATS.resolve(format))) {
                try (Stream<Path> files = Files.list(FORMATS.resolve(format))) {
                    files.filter(f -> !f.endsWith("expected.csv") && !f.endsWith("rejects.csv"))
                            .filter(f ->
                                    !f.endsWith("vigie.yaml") && !f.toString().endsWith(".ics"))
                            .sorted()
                            .forEach(f -> samples.add(new Sample(InputKind.CALLS, format, f)));
                }
            }
        }
        return samples;
    }

    @Test
    void damagedFilesAreKeptRejectedOrRefusedAndTheFiguresAddUp() throws IOException {
        var samples = samples();
        var contents = new ArrayList<byte[]>();
        for (var sample : samples) {
            contents.add(Files.readAllBytes(sample.file()));
        }
        int used = 0;
        for (int number = 0; number < MUTANTS; number++) {
            int which = number % samples.size();
            var mutator = new Mutator(new SplittableRandom(2026 + number), contents);
            var content = contents.get(which);
            var mutant = mutator.mutant(samples.get(which).isCsv() ? mutator.excerpt(content, 8) : content);
            var name = number + "-" + samples.get(which).file().getFileName();
            var file = Files.write(folder.resolve(name), mutant);
            boolean isUsed = ingest(samples.get(which), file, mutant, number < samples.size());
            if (isUsed && number % READ_AGAIN == 0 && samples.get(which).isCsv()) {
                changesNothing(samples.get(which), file);
            }
            used += isUsed ? 1 : 0;
        }
        assertTrue(used > MUTANTS / 2, used + " files were used");
    }

    /** Whether the file was used. */
    private boolean ingest(Sample sample, Path file, byte[] mutant, boolean isFirst) throws IOException {
        var before = lakeFiles();
        long rows = rows(sample.kind());
        var answer = ingest(sample, file);
        assertShowsNoControls(answer);
        if (answer.code() == 1) {
            assertEquals("", answer.out());
            assertEquals(1, answer.complaints().size(), answer::err);
            assertTrue(answer.err().contains(String.valueOf(file.getFileName())), answer::err);
            assertFalse(answer.err().contains("vigie: failed:"), answer::err);
            assertEquals(before, lakeFiles());
            return false;
        }
        assertTrue(answer.code() == 0 || answer.code() == 3, () -> file + ": " + answer);
        var figures = new ObjectMapper().readTree(answer.out());
        long kept = figures.get("kept").asLong();
        RecordCount.of(sample.format(), mutant)
                .ifPresent(count -> count.check(figures.get("read").asLong()));
        assertEquals(
                figures.get("read").asLong(),
                kept
                        + figures.get("duplicates").asLong()
                        + figures.get("rejected").asLong(),
                answer::out);
        long growth = rows(sample.kind()) - rows;
        boolean allAreNew = isFirst && sample.kind() != InputKind.PRACTICES;
        assertTrue(allAreNew ? growth == kept : growth <= kept, () -> "%s: the table grew by %d rows; %s"
                .formatted(file, growth, answer.out()));
        return true;
    }

    private Terminal.Answer ingest(Sample sample, Path file) {
        return terminal.vigie("ingest", sample.kind().word(), file.toString(), "--format", sample.format(), "--json");
    }

    /** The file under another name, and not the same to the byte, so that it is read again. */
    private void changesNothing(Sample sample, Path file) throws IOException {
        var again = Files.copy(file, file.resolveSibling("again-" + file.getFileName()));
        Files.writeString(again, "\n\n", StandardOpenOption.APPEND);
        var answer = ingest(sample, again);
        assertEquals(0, new ObjectMapper().readTree(answer.out()).get("kept").asLong(), () -> file + ": " + answer);
    }

    /** How many rows the kind's table has; told without Spark, which would have to start for it. */
    private long rows(InputKind kind) {
        var place = terminal.workspace()
                .resolve("lake/vigie")
                .resolve(Tables.of(kind).name())
                .toString();
        var tables = new HadoopTables(new Configuration());
        var snapshot = tables.exists(place) ? tables.load(place).currentSnapshot() : null;
        return snapshot == null ? 0 : Long.parseLong(snapshot.summary().get(SnapshotSummary.TOTAL_RECORDS_PROP));
    }

    private static void assertShowsNoControls(Terminal.Answer answer) {
        assertTrue(
                (answer.out() + answer.err()).chars().noneMatch(c -> Character.isISOControl(c) && c != '\n'),
                answer::toString);
    }

    @Test
    void whatAnIdentifierSaysIsNeverAPathAFormulaOrAnOrderToTheTerminal() throws IOException {
        var ids = List.of("../../x", "/etc/passwd", "=1+1", "+1", "-1", "@x", "\u001B[31mred", "\u202Edlog", "%s%n");
        var practices = terminal.file(
                "odd-practices.csv",
                Stream.concat(
                                Stream.of("practice_id,name,insee,specialty"),
                                ids.stream().map(id -> id + "," + id + ",64445,gp"))
                        .toList());
        var declared = terminal.vigie("ingest", "practices", practices);
        assertShowsNoControls(declared);
        var calls = terminal.file(
                "odd\u001B[2J.csv",
                Stream.concat(
                                Stream.of(HEADER),
                                ids.stream()
                                        .flatMap(id -> Stream.of(
                                                id + ",P0001" + TIMES + "abandoned", "b" + id + ",P0001" + TIMES + id)))
                        .toList());
        var answer = terminal.vigie("ingest", "calls", calls);
        assertEquals(3, answer.code(), answer::err);
        assertEquals(List.of("calls: read 18, kept 9, duplicates 0, rejected 9"), answer.lines(), answer::err);
        assertShowsNoControls(answer);
        assertShowsNoControls(terminal.vigie("show", "call_rejected"));
        assertShowsNoControls(terminal.vigie("show", "call", "--from", "2026-03-02"));
        var csv =
                terminal.vigie("show", "call", "--from", "2026-03-02", "--csv").out();
        assertFalse(csv.contains("\u001B"), csv);
        for (var formula : List.of("=1+1", "+1", "-1", "@x")) {
            assertTrue(csv.contains("'" + formula + ","), csv);
        }
        try (var files = Files.walk(folder)) {
            assertTrue(files.noneMatch(f -> f.getFileName().toString().equals("x")));
        }
    }

    @Test
    void twoThousandFilesInOneIngestTakeFewHandles() throws IOException {
        var command = new ArrayList<>(List.of("ingest", "calls"));
        for (int i = 0; i < 2000; i++) {
            command.add(terminal.file(
                    "small-%04d.csv".formatted(i), List.of(HEADER, "S" + i + ",P0001" + TIMES + "abandoned")));
        }
        var answer = assertTimeout(Duration.ofMinutes(10), () -> terminal.vigie(command.toArray(String[]::new)));
        assertEquals(List.of("calls: read 2000, kept 2000, duplicates 0, rejected 0"), answer.lines(), answer::err);
        var handles = Path.of("/proc/self/fd");
        if (Files.isDirectory(handles)) {
            try (var open = Files.list(handles)) {
                assertEquals(
                        0,
                        open.filter(handle -> target(handle).contains("small-")).count());
            }
        }
        assertTrue(terminal.inLake(lake -> lake.digest(Tables.CALL)).rows() >= 2000);
    }

    private static String target(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString();
        } catch (IOException e) {
            // Closed since it was listed.
            return "";
        }
    }

    private Map<String, Long> lakeFiles() throws IOException {
        var sizes = new TreeMap<String, Long>();
        try (var files = Files.walk(terminal.workspace().resolve("lake"))) {
            files.filter(Files::isRegularFile)
                    .forEach(f -> sizes.put(f.toString(), f.toFile().length()));
        }
        return sizes;
    }
}
