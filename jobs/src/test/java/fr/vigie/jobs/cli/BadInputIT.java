package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.vigie.jobs.Json;
import fr.vigie.jobs.lake.Digest;
import fr.vigie.jobs.lake.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be used is refused in one line, or record by record with a reason; what can be is kept exactly once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
    private static final Path SAMPLES = Path.of("../data-samples/service");
    private static final int KNOWN = 40;
    private static final String HEADER = "call_id,practice_id,caller,arrived_at,answered_at,ended_at,outcome";

    private Path folder = Path.of(".");
    private Terminal terminal = new Terminal(Path.of("workspace"));
    /** The sample calls of October with their header; the first of them are in the lake. */
    private List<String> october = List.of();

    @BeforeAll
    void knowThePracticesAndSomeCalls(@TempDir Path temporary) throws IOException {
        folder = temporary;
        terminal = new Terminal(folder.resolve("workspace"));
        october = Files.readAllLines(SAMPLES.resolve("calls/2025-10.csv"));
        assertEquals(0, terminal.vigie("init").code());
        assertEquals(
                0,
                terminal.vigie(
                                "ingest",
                                "practices",
                                SAMPLES.resolve("practices.csv").toString())
                        .code());
        var known = terminal.vigie("ingest", "calls", terminal.file("known.csv", october.subList(0, 1 + KNOWN)));
        assertEquals(List.of("calls: read 40, kept 40, duplicates 0, rejected 0"), known.lines());
    }

    @Nested
    class Refused {
        @Test
        void aFileThatIsNotThere() throws IOException {
            refuses(1, "nowhere.csv does not exist", "ingest", "calls", beside("nowhere.csv"));
        }

        @Test
        void anEmptyFile() throws IOException {
            refuses(1, "empty.csv is empty", "ingest", "calls", terminal.file("empty.csv", List.of()));
        }

        @Test
        void anotherDelimiter() throws IOException {
            var file = terminal.file(
                    "tabs.csv",
                    october.subList(0, 9).stream()
                            .map(l -> l.replace(',', '\t'))
                            .toList());
            refuses(1, "tabs.csv lacks the required columns", "ingest", "calls", file);
        }

        @Test
        void aRequiredColumnThatIsMissing() throws IOException {
            var lines = new ArrayList<>(october.subList(0, 9));
            lines.set(0, lines.get(0).replace("outcome", "result"));
            refuses(
                    1,
                    "column.csv lacks the required column outcome",
                    "ingest",
                    "calls",
                    terminal.file("column.csv", lines));
        }

        @Test
        void aFileWithoutItsHeaderShowsNoNumberOfItsFirstCall() throws IOException {
            var call = october.get(0).replaceFirst("caller", "0639981922");
            refuses(
                    1,
                    "0639 ** ** **".replace(" ", ""),
                    "ingest",
                    "calls",
                    terminal.file("headless.csv", List.of(call.replace("call_id", "C1"), october.get(1))));
        }

        @Test
        void aFormatThatNobodyKnows() throws IOException {
            refuses(2, "The format 'xml' is unknown", "ingest", "calls", beside("known.csv"), "--format", "xml");
        }

        @Test
        void aSourceThatNobodyDescribed() throws IOException {
            refuses(2, "The source 'bourse' is unknown", "ingest", "calls", beside("known.csv"), "--source", "bourse");
        }

        @Test
        void aKindThatIsNone() throws IOException {
            refuses(2, "The kind 'cals' is unknown", "ingest", "cals", beside("known.csv"));
        }

        @Test
        void aTableThatIsNone() throws IOException {
            refuses(2, "The table 'cals' is unknown. Did you mean 'call'?", "show", "cals");
        }

        @Test
        void aKeyOfTheConfigurationThatIsMisspelt() throws IOException {
            var config = terminal.file("misspelt.yaml", List.of("service:", "  week-starts: sunday"));
            refuses(
                    2,
                    "misspelt.yaml, line 2: the key 'service.week-starts' is unknown. Did you mean 'week-start'?",
                    "ingest",
                    "calls",
                    beside("known.csv"),
                    "--config",
                    config);
        }

        @Test
        void aSmallGzipFileThatIsCutOff() throws IOException {
            refusesCut("small.csv.gz", october.subList(0, 200));
        }

        @Test
        void aLargeGzipFileThatIsCutOff() throws IOException {
            // Long enough that its beginning is read before the cut is met.
            var lines = new ArrayList<>(october.subList(0, 1));
            for (int copy = 0; copy < 20; copy++) {
                for (var line : october.subList(1, october.size())) {
                    lines.add(copy + line);
                }
            }
            refusesCut("large.csv.gz", lines);
        }

        private void refusesCut(String name, List<String> lines) throws IOException {
            var packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
            }
            var file = Path.of(beside(name));
            Files.write(file, Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
            refuses(1, name + " is cut off in the middle; nothing of it was kept", "ingest", "calls", file.toString());
        }

        @Test
        void aKeyThatOthersMayRead() throws IOException {
            var key = terminal.workspace().resolve("keys/pseudonym.key");
            var mode = Files.getPosixFilePermissions(key);
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
            try {
                refuses(1, key + " may be read by others", "ingest", "calls", beside("known.csv"));
            } finally {
                Files.setPosixFilePermissions(key, mode);
            }
        }

        @Test
        void aWorkspaceWithoutKey() throws IOException {
            var key = terminal.workspace().resolve("keys/pseudonym.key");
            var safe = Files.move(key, key.resolveSibling("elsewhere"));
            try {
                refuses(1, "no pseudonymisation key at " + key, "ingest", "calls", beside("known.csv"));
            } finally {
                Files.move(safe, key);
            }
        }

        /** One line that says what is wrong; the lake afterwards has the very files that it had before. */
        private void refuses(int code, String complaint, String... command) throws IOException {
            var before = lakeFiles();
            assertFalse(before.isEmpty());
            var answer = terminal.vigie(command);
            assertEquals(code, answer.code(), answer::err);
            assertEquals("", answer.out());
            assertEquals(1, answer.complaints().size(), answer::err);
            assertTrue(answer.err().startsWith("vigie: "), answer::err);
            assertTrue(answer.err().contains(complaint), answer::err);
            assertEquals(before, lakeFiles());
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

    @Nested
    class RecordByRecord {
        @Test
        void badRecordsAreToldByReasonAndTheOthersKept() throws IOException {
            var file = terminal.file(
                    "mixed.csv",
                    List.of(
                            HEADER,
                            "M1,P0001,0465710001,2026-03-02T08:00:00Z,2026-03-02T08:00:09Z,2026-03-02T08:01:00Z,answered",
                            "M2,P0001,0465710002,2026-03-02T08:05:00Z,,2026-03-02T08:04:00Z,abandoned",
                            "M3,P9999,0465710003,2026-03-02T08:06:00Z,,2026-03-02T08:07:00Z,abandoned",
                            "M4,P0001,0465710004,2026-03-29T02:30:00,,2026-03-29T03:31:00,abandoned",
                            "M5,P0001,0465710005,2026-03-02T08:06:00Z,,abandoned",
                            "M6,P0002,,2026-03-02T09:00:00,,2026-03-02T09:00:30,abandoned"));
            var answer = terminal.vigie("ingest", "calls", file, "--json");
            assertEquals(3, answer.code(), answer::err);
            assertEquals(
                    Map.of(
                            "read", "6",
                            "kept", "2",
                            "duplicates", "0",
                            "rejected", "4",
                            "rejects",
                                    "{\"ends-before-it-begins\":1,\"nonexistent-local-time\":1,"
                                            + "\"unknown-practice\":1,\"wrong-number-of-fields\":1}"),
                    figures(answer));
            assertEquals(4, answer.complaints().size(), answer::err);
            assertTrue(answer.err().contains("mixed.csv, line 3: ends-before-it-begins: "), answer::err);

            var shown = terminal.vigie("show", "call_rejected", "--where", "file=mixed.csv", "--json");
            var lines = new TreeSet<String>();
            for (var line : shown.lines()) {
                var reject = new ObjectMapper().readTree(line);
                lines.add(
                        reject.get("line").asLong() + " " + reject.get("reason").asText());
            }
            assertEquals(
                    List.of(
                            "3 ends-before-it-begins",
                            "4 unknown-practice",
                            "5 nonexistent-local-time",
                            "6 wrong-number-of-fields"),
                    List.copyOf(lines));
            assertEquals(
                    1,
                    terminal.vigie("show", "call", "--where", "call_id=M6", "--json")
                            .lines()
                            .size());
        }

        @Test
        void aNegativeDurationOfAMappedFileIsRefused() throws IOException {
            var config = terminal.file(
                    "exchange.yaml",
                    List.of(
                            "sources:",
                            "  exchange:",
                            "    kind: calls",
                            "    format:",
                            "      delimited:",
                            "        delimiter: \"|\"",
                            "        columns: { call_id: ID, practice_id: LIGNE, arrived_at: DEBUT, outcome: ISSUE }",
                            "        durations: { answered_at: [ATTENTE], ended_at: [ATTENTE, PAROLE] }",
                            "        values: { outcome: { TRAITE: answered, PERDU: abandoned } }"));
            var file = terminal.file(
                    "exchange.txt",
                    List.of(
                            "ID|LIGNE|DEBUT|ISSUE|ATTENTE|PAROLE",
                            "D1|P0001|2026-03-03T08:00:00|TRAITE|12|61",
                            "D2|P0001|2026-03-03T08:01:00|PERDU|-4|0"));
            var answer = terminal.vigie("ingest", "calls", file, "--source", "exchange", "--config", config, "--json");
            assertEquals(3, answer.code(), answer::err);
            assertEquals(
                    Map.of(
                            "read",
                            "2",
                            "kept",
                            "1",
                            "duplicates",
                            "0",
                            "rejected",
                            "1",
                            "rejects",
                            "{\"negative-duration\":1}"),
                    figures(answer));
            assertTrue(answer.err().contains("exchange.txt, line 3: negative-duration: ATTENTE -4"), answer::err);
        }
    }

    @Nested
    class Once {
        @Test
        void theSameRecordsUnderAnyNameChangeNothing() throws IOException {
            var before = digest();
            var again = terminal.vigie("ingest", "calls", beside("known.csv"), "--json");
            var copy = terminal.vigie(
                    "ingest", "calls", terminal.file("copy.csv", october.subList(0, 1 + KNOWN)), "--json");
            for (var answer : List.of(again, copy)) {
                assertEquals(0, answer.code(), answer::err);
                assertEquals(
                        Map.of("read", "40", "kept", "0", "duplicates", "40", "rejected", "0", "rejects", "{}"),
                        figures(answer));
            }
            assertEquals(before, digest());
        }

        @Test
        void ofAnOverlappingFileOnlyWhatIsNewIsKept() throws IOException {
            var lines = new ArrayList<>(october.subList(0, 1));
            lines.addAll(october.subList(1 + KNOWN / 2, 1 + KNOWN + KNOWN / 2));
            var before = digest();
            var answer = terminal.vigie("ingest", "calls", terminal.file("overlap.csv", lines), "--json");
            assertEquals(
                    Map.of("read", "40", "kept", "20", "duplicates", "20", "rejected", "0", "rejects", "{}"),
                    figures(answer));
            assertEquals(before.rows() + 20, digest().rows());
        }

        @Test
        void aLaterVersionOfACallReplacesIt() throws IOException {
            var call = "V1,P0001,,2026-03-04T08:00:00Z,,2026-03-04T08:01:00Z,";
            assertEquals(
                    0,
                    terminal.vigie("ingest", "calls", terminal.file("first.csv", List.of(HEADER, call + "abandoned")))
                            .code());
            var answer =
                    terminal.vigie("ingest", "calls", terminal.file("later.csv", List.of(HEADER, call + "overflowed")));
            assertEquals(List.of("calls: read 1, kept 1, duplicates 0, rejected 0"), answer.lines());
            var shown = terminal.vigie("show", "call", "--where", "call_id=V1", "--json");
            assertEquals(1, shown.lines().size(), shown::out);
            assertEquals(
                    "overflowed",
                    new ObjectMapper().readTree(shown.out()).get("outcome").asText());
        }

        private Digest digest() {
            return terminal.inLake(lake -> lake.digest(Tables.CALL));
        }
    }

    @Test
    void aRunKeepsEverySourceOfAKindAheadOfOneThatCannotBeRead() throws IOException {
        var other = new Terminal(folder.resolve("other"));
        assertEquals(0, other.vigie("init").code());
        var config = terminal.file(
                "sources.yaml",
                List.of(
                        "sources:",
                        "  cabinets: { kind: practices, files: [%s] }"
                                .formatted(SAMPLES.resolve("practices.csv").toAbsolutePath()),
                        "  a: { kind: calls, files: [%s] }".formatted(terminal.file("a.csv", october.subList(0, 21))),
                        "  b: { kind: calls, files: [%s] }".formatted(terminal.file("b.csv", october.subList(0, 31))),
                        "  c: { kind: calls, files: [%s] }".formatted(terminal.file("c.csv", List.of(HEADER + "s")))));
        var answer = other.vigie("run", "--config", config);
        assertEquals(1, answer.code(), answer::err);
        assertEquals(1, answer.complaints().size(), answer::err);
        assertTrue(answer.err().contains("c.csv lacks the required column outcome"), answer::err);
        assertTrue(answer.out().contains("ingest a: read 20, kept 20"), answer.out());
        assertEquals(20 + 30, other.inLake(lake -> lake.digest(Tables.CALL)).rows());
        assertEquals(Set.of("cabinets", "a", "b"), sourcesInTheLog(other));
    }

    @Test
    void aRunLogsWhatItReadOfOtherKindsThanOneThatCannotBeRead() throws IOException {
        var other = new Terminal(folder.resolve("kinds"));
        assertEquals(0, other.vigie("init").code());
        var config = terminal.file(
                "kinds.yaml",
                List.of(
                        "sources:",
                        "  cabinets: { kind: practices, files: [%s] }"
                                .formatted(SAMPLES.resolve("practices.csv").toAbsolutePath()),
                        "  people: { kind: operators, files: [%s] }"
                                .formatted(terminal.file("people.csv", List.of("nobody"))),
                        "  week: { kind: shifts, files: [%s] }"
                                .formatted(SAMPLES.resolve("shifts.csv").toAbsolutePath())));
        var answer = other.vigie("run", "--config", config);
        assertEquals(1, answer.code(), answer::err);
        assertTrue(answer.err().contains("people.csv lacks"), answer::err);
        assertEquals(Set.of("cabinets", "week"), sourcesInTheLog(other));
    }

    private static Set<String> sourcesInTheLog(Terminal terminal) {
        return terminal.inLake(lake -> lake.read(Tables.RUN).collectAsList()).stream()
                .map(run -> String.valueOf(Json.read(run.inputs()).get("source")))
                .collect(Collectors.toSet());
    }

    private String beside(String name) {
        return folder.resolve(name).toString();
    }

    private static Map<String, String> figures(Terminal.Answer answer) throws IOException {
        var figures = new TreeMap<String, String>();
        JsonNode json = new ObjectMapper().readTree(answer.out());
        json.fields()
                .forEachRemaining(
                        field -> figures.put(field.getKey(), field.getValue().toString()));
        return figures;
    }
}
