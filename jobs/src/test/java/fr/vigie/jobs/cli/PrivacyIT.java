package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.KeyFile;
import fr.vigie.jobs.lake.CallRow;
import fr.vigie.jobs.lake.DecisionRow;
import fr.vigie.jobs.lake.Digest;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.RejectRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.privacy.CallerKeys;
import fr.vigie.privacy.PhoneNumbers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A workspace whose callers are forgotten, whose key is replaced and whose old calls go, step by step. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PrivacyIT {
    private static final Path SAMPLES = Path.of("../data-samples/service");
    private static final int CALLER = 4;

    private Terminal terminal = new Terminal(Path.of("workspace"));
    private String header = "";
    private List<String> calls = List.of();
    /** The callers with the most calls, first the one with most. */
    private List<String> callers = List.of();

    @BeforeAll
    void aWorkspaceWithLoad(@TempDir Path folder) throws IOException {
        terminal = new Terminal(folder.resolve("workspace"));
        assertEquals(0, terminal.vigie("init").code());
        var october = Files.readAllLines(SAMPLES.resolve("calls/2025-10.csv"));
        header = october.get(0);
        calls = october.subList(1, 1000);
        callers = calls.stream()
                .map(call -> call.split(",", -1)[CALLER])
                .filter(number -> !number.isEmpty())
                .collect(Collectors.groupingBy(number -> number, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
        assertEquals(
                0,
                terminal.vigie(
                                "ingest",
                                "practices",
                                SAMPLES.resolve("practices.csv").toString())
                        .code());
        ingest("first.csv", calls);
        assertEquals(0, terminal.vigie("load").code());
    }

    private Terminal.Answer ingest(String name, List<String> records) throws IOException {
        var lines = new ArrayList<>(List.of(header));
        lines.addAll(records);
        var answer = terminal.vigie("ingest", "calls", terminal.file(name, lines));
        assertEquals(0, answer.code(), answer::err);
        return answer;
    }

    private Terminal.Answer typing(String input, String... command) {
        var in = System.in;
        try {
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            return terminal.vigie(command);
        } finally {
            System.setIn(in);
        }
    }

    private long callsOf(String caller) {
        return calls.stream()
                .filter(call -> call.split(",", -1)[CALLER].equals(caller))
                .count();
    }

    private List<CallRow> stored() {
        return terminal.inLake(lake -> lake.read(Tables.CALL).collectAsList());
    }

    private Digest load() {
        return terminal.inLake(lake -> lake.digest(Tables.LOAD));
    }

    private byte[] pseudonym(String caller) {
        return new CallerKeys(KeyFile.read(KeyFile.of(terminal.workspace())))
                .of(new PhoneNumbers("FR").e164(caller).orElseThrow());
    }

    /** Rows with a pseudonym in any data file of the table of calls, whether a snapshot knows the file or not. */
    private long inAnyFile(byte[] pseudonym) {
        return terminal.inLake(lake -> lake.spark()
                .read()
                .option("recursiveFileLookup", "true")
                .option("pathGlobFilter", "*.parquet")
                .parquet(terminal.workspace().resolve("lake/vigie/call/data").toString())
                .filter(functions.col("caller_key").equalTo(functions.lit(pseudonym)))
                .count());
    }

    private void loadIsUpToDate() {
        var status = terminal.vigie("status");
        assertTrue(status.lines().stream().anyMatch(line -> line.matches("load +up to date, made .*")), status::out);
    }

    @Test
    @Order(1)
    void aForgottenCallersCallsAreThoseOfAWithheldNumber() throws IOException {
        var caller = callers.get(0);
        var pseudonym = pseudonym(caller);
        long withheld =
                stored().stream().filter(call -> call.callerKey() == null).count();
        var load = load();
        assertEquals(callsOf(caller), inAnyFile(pseudonym));

        var answer = typing(caller + "\n", "forget");

        assertEquals(0, answer.code(), answer::err);
        assertEquals(callsOf(caller) + " calls forgotten\n", answer.out());
        assertEquals(0, inAnyFile(pseudonym));
        var stored = stored();
        assertEquals(calls.size(), stored.size());
        assertEquals(
                withheld + callsOf(caller),
                stored.stream()
                        .filter(call -> call.callerKey() == null && call.keyId() == null)
                        .count());
        loadIsUpToDate();
        assertEquals(load, load());
    }

    @Test
    @Order(2)
    void noLaterFileBringsAForgottenCallerBack() throws IOException {
        var answer = ingest("renamed.csv", calls);
        assertEquals(
                "calls: read 999, kept 0, duplicates 999, rejected 0",
                answer.out().strip());
        assertEquals(0, inAnyFile(pseudonym(callers.get(0))));
    }

    @Test
    @Order(3)
    void whoNeverCalledIsForgottenAllTheSame() {
        var answer = typing("06 39 98 99 99", "forget", "--json");
        assertEquals(0, answer.code(), answer::err);
        assertEquals("{\"calls\":0,\"unsearched_keys\":[]}", answer.out().strip());
        for (var nonsense : List.of("", "15\n", "Mme Durand\n", "06 39 98 99 99\n06 39 98 99 98\n")) {
            assertEquals(2, typing(nonsense, "forget").code(), nonsense);
        }
        assertEquals(2, typing("06 39 98 99 99", "forget", "--country", "XX").code());
        assertEquals(2, terminal.vigie("forget", "0639989999").code(), "never as an argument");
    }

    @Test
    @Order(4)
    void afterARotationWhatWasReadStaysAsItIs() throws IOException {
        var key = KeyFile.of(terminal.workspace());
        var old = KeyFile.read(key);
        var before = terminal.inLake(lake -> lake.digest(Tables.CALL));

        var rotated = terminal.vigie("keys", "rotate", "--json");
        assertEquals(0, rotated.code());
        assertTrue(
                rotated.out().strip().matches("\\{\"key\":\"[0-9a-f]{8}\",\"retired\":\"[0-9a-f]{8}\"}"), rotated::out);

        assertNotEquals(old, KeyFile.read(key));
        assertEquals(List.of(old), KeyFile.ring(key).retired());
        var retired = key.resolveSibling("retired").resolve(old.id() + ".key");
        for (var file : List.of(key, retired)) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        loadIsUpToDate();
        assertEquals(
                "calls: read 999, kept 0, duplicates 999, rejected 0",
                ingest("renamed.csv", calls).out().strip(),
                "the same file");
        assertEquals(
                "calls: read 999, kept 0, duplicates 999, rejected 0",
                ingest("once-more.csv", calls).out().strip(),
                "the same calls in another file");
        assertEquals(before, terminal.inLake(lake -> lake.digest(Tables.CALL)));
    }

    @Test
    @Order(5)
    void newCallsHaveTheNewKeyAndTheForgottenStayForgotten() throws IOException {
        var newKey = KeyFile.read(KeyFile.of(terminal.workspace())).id();
        var november = Files.readAllLines(SAMPLES.resolve("calls/2025-11.csv"));
        var next = new ArrayList<>(november.subList(1, 100));
        // The forgotten one calls again, and the next one too.
        for (int i = 0; i < 2; i++) {
            var fields = next.get(i).split(",", -1);
            fields[CALLER] = callers.get(i);
            next.set(i, String.join(",", fields));
        }
        ingest("november.csv", next);
        var rows = stored().stream()
                .filter(call -> !call.localDate().isBefore(LocalDate.of(2025, 11, 1)))
                .collect(Collectors.toMap(CallRow::callId, call -> call));
        assertEquals(99, rows.size());
        assertEquals(null, rows.get(next.get(0).split(",", -1)[0]).keyId());
        assertEquals(newKey, rows.get(next.get(1).split(",", -1)[0]).keyId());
        assertTrue(rows.values().stream()
                .allMatch(c -> c.keyId() == null || c.keyId().equals(newKey)));

        // Under both keys at once.
        var answer = typing(callers.get(1) + "\n", "forget");
        assertEquals((callsOf(callers.get(1)) + 1) + " calls forgotten\n", answer.out());
        assertEquals(0, answer.code(), answer::err);
    }

    @Test
    @Order(6)
    void whatIsAsOldAsTheLimitStaysAndADayOlderGoes() throws IOException {
        assertEquals(0, terminal.vigie("load").code());
        var load = load();
        var days = stored().stream().map(CallRow::localDate).collect(Collectors.toCollection(java.util.TreeSet::new));
        var first = days.first();
        long onFirst =
                stored().stream().filter(c -> c.localDate().equals(first)).count();

        for (int age : new int[] {364, 365}) {
            var answer = terminal.vigie("purge", "--as-of", first.plusDays(age).toString());
            assertEquals(0, answer.code(), answer::err);
            assertTrue(answer.lines().get(0).endsWith(": 0 removed"), answer::out);
        }
        var answer = terminal.vigie("purge", "--as-of", first.plusDays(366).toString());
        assertTrue(answer.lines().get(0).endsWith(": " + onFirst + " removed"), answer::out);

        assertEquals(
                first.plusDays(1),
                stored().stream()
                        .map(CallRow::localDate)
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
        loadIsUpToDate();
        assertEquals(load, load());
    }

    @Test
    @Order(7)
    void noLaterFileBringsPurgedCallsBackAndTheirLoadOutlivesThem() throws IOException {
        var first = calls.get(0).split(",", -1)[5].substring(0, 10);
        var load = load();
        long onFirst = calls.stream()
                .filter(call -> call.split(",", -1)[5].startsWith(first))
                .count();
        var answer = ingest("old.csv", calls);
        assertEquals(
                "calls: read 999, kept 0, duplicates %d, rejected %d".formatted(999 - onFirst, onFirst),
                answer.out().strip());
        var reasons = terminal.inLake(lake -> lake.read(Tables.CALL_REJECTED).collectAsList()).stream()
                .map(RejectRow::reason)
                .distinct()
                .toList();
        assertEquals(List.of("past-retention"), reasons);

        // A late call on the day after, whose load shares a file with that of the purged day; then all is counted
        // again.
        var late = calls.stream()
                .filter(call -> !call.split(",", -1)[5].startsWith(first))
                .findFirst()
                .orElseThrow();
        ingest("late.csv", List.of(late.replaceFirst("^[^,]+", "late-call")));
        assertEquals(0, terminal.vigie("load").code());
        var after = load();
        assertNotEquals(load, after);
        assertEquals(onFirst, arrivals(first));
        assertEquals(
                0,
                terminal.vigie("load", "--config", terminal.file("other.yaml", List.of("load: {partitions: 3}")))
                        .code());
        assertEquals(onFirst, arrivals(first));
        assertEquals(after, load());
    }

    private long arrivals(String day) {
        return terminal.inLake(lake -> lake.read(Tables.LOAD).collectAsList()).stream()
                .filter(row -> row.level().equals("network")
                        && row.localDate().toString().equals(day))
                .mapToLong(row -> row.arrivals())
                .sum();
    }

    @Test
    @Order(8)
    void eachStepLeftALineWithoutANumberOrAKey() throws IOException {
        var audit = terminal.vigie("audit");
        assertEquals(0, audit.code(), audit::err);
        for (var part :
                List.of("caller: forget", "key ", "rotate", "retention call: remove", "retention all: purge", "by ")) {
            assertTrue(audit.out().contains(part), audit::out);
        }
        var forPrograms = terminal.vigie("audit", "--json").lines();
        assertEquals(audit.lines().size(), forPrograms.size());
        assertTrue(forPrograms.stream().allMatch(line -> line.contains("\"finished\":true")), forPrograms::toString);
        var digits = audit.out().replaceAll("[^0-9\\n]", "");
        for (var caller : callers.subList(0, 2)) {
            assertFalse(digits.contains(caller.substring(caller.length() - 9)), audit::out);
        }
        var secrets = secrets();
        var ring = KeyFile.ring(KeyFile.of(terminal.workspace()));
        assertEquals(ring.all().size(), Set.copyOf(secrets.values()).size(), "the first one stands twice");
        secrets.forEach((file, secret) -> assertFalse(audit.out().contains(secret), file::toString));
        var verified = terminal.vigie("audit", "--verify");
        assertEquals(0, verified.code(), verified::err);
        assertTrue(verified.out().contains(audit.lines().size() + " lines, unbroken"), verified::out);
    }

    /** What each key's file holds, the current one's and those of all before it. */
    private Map<Path, String> secrets() throws IOException {
        var secrets = new HashMap<Path, String>();
        try (var files = Files.walk(KeyFile.of(terminal.workspace()).getParent())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                secrets.put(file, Files.readString(file).strip());
            }
        }
        return secrets;
    }

    @Test
    @Order(9)
    void tamperingWithTheAuditLogShowsAtTheFirstLineThatDoesNotFollow() {
        terminal.inLake(PrivacyIT::tamper);
        var verified = terminal.vigie("audit", "--verify");
        assertEquals(1, verified.code());
        assertTrue(verified.err().contains("broken at line 3"), verified::err);
    }

    private static Digest tamper(Lake lake) {
        var rows = lake.read(Tables.DECISION).collectAsList().stream()
                .map(row -> row.number() != 2
                        ? row
                        : new DecisionRow(
                                row.number(),
                                row.at(),
                                row.subject(),
                                row.id(),
                                row.action(),
                                "somebody else",
                                row.reason(),
                                row.previous()))
                .toList();
        return lake.replace(Tables.DECISION, lake.spark().createDataset(rows, Tables.DECISION.encoder()), "tampered");
    }

    @Test
    @Order(10)
    void aMissingKeyOfEarlierCallsIsToldAndTheRestDone() throws IOException {
        var retired = KeyFile.of(terminal.workspace()).resolveSibling("retired");
        try (var files = Files.list(retired)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        var answer = typing(callers.get(2) + "\n", "forget");
        assertEquals(3, answer.code());
        assertTrue(answer.err().contains("its file is missing"), answer::err);
    }

    @Test
    @Order(11)
    void withoutAKeyNothingIsIngested() throws IOException {
        var key = KeyFile.of(terminal.workspace());
        assertFalse(key.startsWith(terminal.workspace().resolve("lake")), "the key stands outside the lake");
        var rows = stored().size();
        var file = terminal.file("again.csv", List.of(header, calls.get(500).replaceFirst("^[^,]+", "keyless-call")));
        var readable = PosixFilePermissions.fromString("rw-r--r--");
        Files.setPosixFilePermissions(key, readable);
        assertEquals(1, terminal.vigie("ingest", "calls", file).code(), "others may read it");
        Files.delete(key);
        var answer = terminal.vigie("ingest", "calls", file);
        assertEquals(1, answer.code());
        assertTrue(answer.err().contains("There is no pseudonymisation key"), answer::err);
        // One of another workspace would let those come back who were forgotten.
        KeyFile.create(key);
        var foreign = terminal.vigie("ingest", "calls", file);
        assertEquals(1, foreign.code());
        assertTrue(foreign.err().contains("The pseudonymisation key is another one"), foreign::err);
        assertEquals(1, typing(callers.get(3) + "\n", "forget").code());
        assertEquals(1, terminal.vigie("keys", "rotate").code(), "it would make the foreign key one of ours");
        assertEquals(1, terminal.vigie("ingest", "calls", file).code());
        assertEquals(rows, stored().size());
    }
}
