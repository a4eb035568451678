package fr.vigie.jobs.cli;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.vigie.jobs.KeyFile;
import fr.vigie.jobs.lake.CallRow;
import fr.vigie.jobs.lake.DatedFiles;
import fr.vigie.jobs.lake.Digest;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.RunRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that come late, overlap, are renamed or say something else: the lake is as if each call had been read once. */
class LateFilesIT {
    private static final Path SAMPLES = Path.of("../data-samples/service");

    private Terminal terminal = new Terminal(Path.of("workspace"));
    private String header = "";
    private List<String> calls = List.of();

    @BeforeEach
    void aNewWorkspace(@TempDir Path folder) throws IOException {
        terminal = workspace(folder.resolve("workspace"));
        var october = Files.readAllLines(SAMPLES.resolve("calls/2025-10.csv"));
        header = october.get(0);
        calls = october.subList(1, 1200);
    }

    private static Terminal workspace(Path root) throws IOException {
        return workspace(root, null);
    }

    /** A workspace with the key of another, so that callers and lines have the same pseudonyms. */
    private static Terminal workspace(Path root, @Nullable Path key) throws IOException {
        var terminal = new Terminal(root);
        assertEquals(0, terminal.vigie("init").code());
        if (key != null) {
            Files.copy(key, KeyFile.of(root), StandardCopyOption.REPLACE_EXISTING);
        }
        ingest(terminal, "practices", SAMPLES.resolve("practices.csv").toString(), 0);
        return terminal;
    }

    private static String ingest(Terminal terminal, String kind, String file, int code) {
        var answer = terminal.vigie("ingest", kind, file);
        assertEquals(code, answer.code(), answer.err());
        return answer.out().strip();
    }

    private String read(Terminal into, String name, List<String> records) throws IOException {
        var lines = new ArrayList<>(List.of(header));
        lines.addAll(records);
        return ingest(into, "calls", into.file(name, lines), 0);
    }

    private static Digest content(Terminal terminal) {
        return terminal.inLake(lake -> lake.digest(Tables.CALL));
    }

    private static Digest load(Terminal terminal) {
        assertEquals(0, terminal.vigie("load").code());
        return terminal.inLake(lake -> lake.digest(Tables.LOAD));
    }

    @Test
    void whateverTheOrderAndTheOverlapTheContentIsTheSame(@TempDir Path folder) throws IOException {
        read(terminal, "all.csv", calls);
        load(terminal);

        var other = workspace(folder.resolve("other"), KeyFile.of(terminal.workspace()));
        read(other, "late.csv", calls.subList(700, 1199));
        load(other);
        read(other, "early.csv", calls.subList(0, 400));
        load(other);
        var shuffled = new ArrayList<>(calls.subList(300, 900));
        Collections.shuffle(shuffled, new Random(7));
        read(other, "overlap.csv", shuffled);
        assertEquals(content(terminal), content(other));
        assertEquals(load(terminal), load(other), "what was counted day by day is what is counted at once");
        assertEquals("calls: read 1199, kept 0, duplicates 1199, rejected 0", read(other, "renamed.csv", calls));
    }

    @Test
    void aCallThatIsSentAgainReplacesItselfEvenOnAnotherDay() throws IOException {
        read(terminal, "all.csv", calls);
        var before = content(terminal);
        var first = calls.get(0);
        var id = first.substring(0, first.indexOf(','));
        var moved = first.replaceAll("2025-10-0\\d", "2025-12-24");
        assertNotEquals(first, moved);
        assertEquals("calls: read 1, kept 1, duplicates 0, rejected 0", read(terminal, "moved.csv", List.of(moved)));
        assertEquals(before.rows(), content(terminal).rows(), "the call stands on its new day only");
        var shown = terminal.vigie("show", "call", "--where", "call_id=" + id, "--csv")
                .lines();
        assertEquals(2, shown.size());
        assertTrue(shown.get(1).contains("2025-12-24"), shown.get(1));

        assertEquals("calls: read 1, kept 1, duplicates 0, rejected 0", read(terminal, "back.csv", List.of(first)));
        assertEquals(before, content(terminal));
    }

    @Test
    void aCallAfterMidnightIsNoRedialOfOneThatIsNoLongerShortlyBefore(@TempDir Path folder) throws IOException {
        // The 8th and the 9th never share a file.
        var before = List.of(
                abandoned("moves-to-another-day", "0612345601", "2025-10-08T21:50:00Z"),
                abandoned("moves-to-noon", "0612345602", "2025-10-08T21:50:00Z"),
                abandoned("becomes-withheld", "0612345603", "2025-10-08T21:50:00Z"),
                abandoned("stays", "0612345604", "2025-10-08T21:50:00Z"));
        var after = List.of(
                abandoned("after-1", "0612345601", "2025-10-08T22:10:00Z"),
                abandoned("after-2", "0612345602", "2025-10-08T22:10:00Z"),
                abandoned("after-3", "0612345603", "2025-10-08T22:10:00Z"),
                abandoned("after-4", "0612345604", "2025-10-08T22:10:00Z"));
        var again = List.of(
                abandoned("moves-to-another-day", "0612345601", "2025-10-06T21:50:00Z"),
                abandoned("moves-to-noon", "0612345602", "2025-10-08T10:00:00Z"),
                abandoned("becomes-withheld", "", "2025-10-08T21:50:00Z"),
                before.get(3));
        read(terminal, "before.csv", before);
        read(terminal, "after.csv", after);
        assertEquals(4, terminal.inLake(LateFilesIT::redials));
        load(terminal);
        read(terminal, "again.csv", again);
        assertEquals(1, terminal.inLake(LateFilesIT::redials));

        var other = workspace(folder.resolve("other"), KeyFile.of(terminal.workspace()));
        read(other, "all.csv", Stream.of(again, after).flatMap(List::stream).toList());
        assertEquals(content(other), content(terminal));
        assertEquals(load(other), load(terminal));
        var twice = workspace(folder.resolve("twice"), KeyFile.of(terminal.workspace()));
        read(
                twice,
                "all.csv",
                Stream.of(before, after, again).flatMap(List::stream).toList());
        assertEquals(content(other), content(twice), "both versions in one file");
    }

    private static String abandoned(String id, String caller, String at) {
        return "%s,P0001,,,%s,%s,,,%s,,,abandoned,,,,,".formatted(id, caller, at, at);
    }

    private static long redials(Lake lake) {
        return lake.readColumns(Tables.CALL).filter("attempt = 2").count();
    }

    @Test
    void namesAreOrderedByTheirBytesWhereverTheyStand() throws IOException {
        var emoji = abandoned("\uD83D\uDE00", "0612345601", "2025-10-02T10:00:00Z");
        var tilde = abandoned("\uFF5E", "0612345602", "2025-10-02T10:00:00Z");
        read(terminal, "before.csv", List.of(emoji));
        var moved = terminal.file("moved.csv", List.of(header, emoji.replace("-02T", "-20T")));
        var beside = terminal.file("beside.csv", List.of(header, tilde));
        var answer = terminal.vigie("ingest", "calls", beside, moved);
        assertEquals(List.of("calls: read 2, kept 2, duplicates 0, rejected 0"), answer.lines(), answer::err);
        assertEquals(2, content(terminal).rows(), "the call stands on its new day only");
    }

    @Test
    void ofARotatedLogTheVersionInTheNewestPartCounts() throws IOException {
        var parts = new ArrayList<>(List.of("ingest", "calls"));
        for (var part : List.of("log.csv", "log.csv.2", "log.csv.10")) {
            var version = calls.get(0).split(",", -1);
            version[List.of(header.split(",")).indexOf("operator_id")] = part;
            parts.add(terminal.file(part, List.of(header, String.join(",", version))));
        }
        var answer = terminal.vigie(parts.toArray(String[]::new));
        assertEquals(List.of("calls: read 3, kept 1, duplicates 2, rejected 0"), answer.lines(), answer::err);
        assertEquals(
                List.of("log.csv"),
                terminal.inLake(lake -> lake.read(Tables.CALL).collectAsList()).stream()
                        .map(CallRow::operatorId)
                        .toList());
    }

    @Test
    void oneFileMayHoldACallOnTwoDaysAndTheLastCounts() throws IOException {
        var moved = calls.get(0).replaceAll("2025-10-0\\d", "2025-10-28");
        assertEquals(
                "calls: read 2, kept 1, duplicates 1, rejected 0",
                read(terminal, "twice.csv", List.of(calls.get(0), moved)));
        assertEquals(1, content(terminal).rows());
    }

    @Test
    void aLateFileChangesTheDaysThatItTouchesAndNoOther(@TempDir Path folder) throws IOException {
        var november = Files.readAllLines(SAMPLES.resolve("calls/2025-11.csv")).subList(1, 200);
        var late = on("2025-10-02", calls);
        assertTrue(late.size() > 10);
        var early = new ArrayList<>(calls);
        early.removeAll(late);
        early.addAll(november);
        read(terminal, "early.csv", early);
        load(terminal);
        var before = terminal.inLake(LateFilesIT::state);
        read(terminal, "late.csv", late);
        load(terminal);
        var metrics = new ObjectMapper()
                .readTree(terminal.inLake(LateFilesIT::lastLoad).metrics());
        assertTrue(
                metrics.get("days_counted").asInt() < metrics.get("days").asInt(),
                "not all days were counted again: " + metrics);

        var day = LocalDate.of(2025, 10, 2);
        var changed = terminal.inLake(lake -> new DatedFiles(lake, Tables.CALL).changedSince(before.version()));
        assertEquals(Optional.of(Set.of(day)), changed.map(Set::copyOf));
        var after = terminal.inLake(LateFilesIT::state);
        var written = after.callFiles().stream()
                .filter(file -> !before.callFiles().contains(file))
                .toList();
        assertTrue(written.stream().allMatch(f -> f.last().isBefore(LocalDate.of(2025, 11, 1))), written::toString);
        assertTrue(after.loadFiles().stream()
                .filter(file -> !before.loadFiles().contains(file))
                .allMatch(f -> f.last().isBefore(LocalDate.of(2025, 11, 1))));
        assertEquals(before.loadOfOthers(), after.loadOfOthers(), "the load of other days stays");

        var other = workspace(folder.resolve("other"), KeyFile.of(terminal.workspace()));
        var all = new ArrayList<>(calls);
        all.addAll(november);
        read(other, "all.csv", all);
        assertEquals(content(terminal), content(other));
        assertEquals(load(terminal), load(other), "as if each call had been read once");
    }

    private static List<String> on(String day, List<String> records) {
        return records.stream()
                .filter(record -> record.contains("," + day + "T"))
                .toList();
    }

    private static RunRow lastLoad(Lake lake) {
        return lake.read(Tables.RUN).collectAsList().stream()
                .filter(run -> run.stage().equals("load"))
                .max(Comparator.comparing(RunRow::finishedAt))
                .orElseThrow();
    }

    private record Held(String path, LocalDate last) {}

    /** What a late file might change. */
    private record State(String version, Set<Held> callFiles, Set<Held> loadFiles, Digest loadOfOthers) {}

    private static State state(Lake lake) {
        return new State(
                lake.version(Tables.CALL),
                held(lake, Tables.CALL),
                held(lake, Tables.LOAD),
                lake.digest(Tables.LOAD, col("local_date").notEqual(LocalDate.of(2025, 10, 2))));
    }

    private static Set<Held> held(Lake lake, Table<?> table) {
        return new DatedFiles(lake, table)
                .list().stream()
                        .map(f -> new Held(f.file().location(), LocalDate.ofEpochDay(f.last())))
                        .collect(Collectors.toSet());
    }

    @Test
    void allThatFollowsFromALateDayIsAsIfItHadComeInTime(@TempDir Path folder) throws IOException {
        var november = Files.readAllLines(SAMPLES.resolve("calls/2025-11.csv"));
        var all = november.subList(1, november.size());
        var late = on("2025-11-12", all);
        assertTrue(late.size() > 10);

        terminal.configure(Terminal.FEW_MODELS);
        drop(terminal, "all.csv", all);
        assertEquals(0, terminal.vigie("run").code());
        var other = workspace(folder.resolve("other"), KeyFile.of(terminal.workspace()));
        other.configure(Terminal.FEW_MODELS);
        var early = new ArrayList<>(all);
        early.removeAll(late);
        drop(other, "early.csv", early);
        assertEquals(0, other.vigie("run").code());
        assertNotEquals(results(terminal), results(other));
        drop(other, "late.csv", late);
        assertEquals(0, other.vigie("run").code());
        assertEquals(results(terminal), results(other));
        assertEquals(List.of("Everything is up to date."), other.vigie("run").lines());
    }

    private void drop(Terminal into, String name, List<String> records) throws IOException {
        var input = Files.createDirectories(into.workspace().resolve("input/calls"));
        var lines = new ArrayList<>(List.of(header));
        lines.addAll(records);
        Files.write(input.resolve(name), lines);
        for (var kind : List.of("practices", "operators", "shifts", "communes", "supply")) {
            Files.copy(
                    SAMPLES.resolve(kind + ".csv"),
                    input.resolveSibling(kind + ".csv"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Map<String, Digest> results(Terminal terminal) {
        return terminal.inLake(lake -> Stream.of(
                        Tables.CALL,
                        Tables.LOAD,
                        Tables.FORECAST,
                        Tables.STAFFING,
                        Tables.ROSTER,
                        Tables.SIGNAL,
                        Tables.TERRITORY)
                .collect(Collectors.toMap(Table::name, lake::digest)));
    }

    @Test
    void theSameFileFromAnotherSourceIsRefused() throws IOException {
        read(terminal, "all.csv", calls.subList(0, 50));
        Files.writeString(
                terminal.workspace().resolve("vigie.yaml"),
                "sources:\n  exchange:\n    kind: calls\n    undeclared-practices: accept\n");
        var answer = terminal.vigie(
                "ingest",
                "calls",
                terminal.workspace().resolveSibling("all.csv").toString(),
                "--source",
                "exchange");
        assertEquals(1, answer.code());
        assertTrue(
                answer.err().contains("all.csv was ingested before, from another source: calls. Maybe"), answer.err());
        assertEquals(50, content(terminal).rows());
    }
}
