package fr.vigie.jobs.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.error.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsteriskQueueLogTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Wanted CALLS = new Wanted(
            InputKind.CALLS, List.of("call_id", "practice_id", "called_number", "outcome"), List.of(), PARIS);
    private static final Wanted PRESENCE =
            new Wanted(InputKind.PRESENCE, List.of("operator_id", "starts_at", "ends_at", "state"), List.of(), PARIS);
    private static final AsteriskQueueLog PLAIN = new AsteriskQueueLog(null, null);

    @TempDir
    Path folder;

    private InputFile file(String name, String... lines) throws IOException {
        var path = folder.resolve(name);
        try (OutputStream out = name.endsWith(".gz")
                ? new GZIPOutputStream(Files.newOutputStream(path))
                : Files.newOutputStream(path)) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return InputFile.of(path, Limits.usual());
    }

    private static List<String> read(Format format, Wanted wanted, InputFile... files) {
        var records = new ArrayList<String>();
        format.read(List.of(files), wanted)
                .forEachRemaining(r -> records.add(
                        r.problem() == null
                                ? Arrays.toString(r.values())
                                : r.file() + ":" + r.line() + " " + r.problem().reason()));
        return records;
    }

    @Test
    void aCallMaySpanRotatedFilesWhateverTheirNames() throws IOException {
        var newer = file("queue_log", "1700000020|a|q|NONE|ABANDON|1|1|20");
        var older = file("queue_log.1.gz", "1700000000|a|q|NONE|ENTERQUEUE||1|1");
        assertEquals(List.of("[a/q/1700000000, q, null, abandoned]"), read(PLAIN, CALLS, newer, older));
        assertEquals(List.of("0:1 missing-start"), read(PLAIN, CALLS, newer));
        assertEquals(List.of("0:1 unfinished"), read(PLAIN, CALLS, older));
    }

    @Test
    void theOrderOfTimeCountsWhateverTheOrderOfTheNames() throws IOException {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            int at = 1700000000 + 10 * i;
            lines.add(at + "|" + i + "|q|NONE|ENTERQUEUE||1|1");
            lines.add(at + 25 + "|" + i + "|q|NONE|ABANDON|1|1|25");
        }
        Collections.sort(lines);
        var whole = read(PLAIN, CALLS, file("whole", lines.toArray(String[]::new)));
        assertEquals(40, whole.size());
        var oldestFirst = List.of("queue_log.10", "queue_log.2.gz", "queue_log.1", "queue_log");
        var parts = new ArrayList<InputFile>();
        for (int part = 0; part < 4; part++) {
            parts.add(file(
                    oldestFirst.get(part),
                    lines.subList(20 * part, 20 * part + 20).toArray(String[]::new)));
        }
        for (int seed = 0; seed < 6; seed++) {
            Collections.shuffle(parts, new Random(seed));
            assertEquals(whole, read(PLAIN, CALLS, parts.toArray(InputFile[]::new)));
        }
    }

    @Test
    void linesOutOfOrderArePutRight() throws IOException {
        var log = file(
                "queue_log",
                "1700000020|a|q|NONE|ABANDON|1|1|20",
                "1700000000|a|q|NONE|ENTERQUEUE||1|1",
                "1700000030|b|q|NONE|ENTERQUEUE||1|1",
                "1700000025|c|q|NONE|CLOSED|",
                "1700000031|b|q|NONE|ABANDON|1|1|1");
        assertEquals(
                List.of(
                        "[a/q/1700000000, q, null, abandoned]",
                        "[c/q/1700000025, q, null, closed]",
                        "[b/q/1700000030, q, null, abandoned]"),
                read(PLAIN, CALLS, log));
    }

    @Test
    void linesOfTheSameSecondStayInTheOrderOfTheFile() throws IOException {
        var log = file("queue_log", "1700000000|a|q|NONE|ENTERQUEUE||1|1", "1700000000|a|q|NONE|ABANDON|1|1|0");
        assertEquals(List.of("[a/q/1700000000, q, null, abandoned]"), read(PLAIN, CALLS, log));
    }

    @Test
    void aCopyOfAPartCountsOnce() throws IOException {
        var part = new String[] {
            "1700000000|a|q|NONE|ENTERQUEUE||1|1",
            "1700000009|a|q|NONE|EXITEMPTY|1|1|9",
            "1700000009|a|q|NONE|ENTERQUEUE||1|1",
            "1700000009|a|q|NONE|EXITEMPTY|1|1|0",
            "1700000009|a|q|NONE|ENTERQUEUE||1|1",
            "1700000012|a|q|NONE|ABANDON|1|1|3"
        };
        var alone = read(PLAIN, CALLS, file("queue_log.1", part));
        assertEquals(3, alone.size());
        assertEquals(alone, read(PLAIN, CALLS, file("queue_log.1", part), file("queue_log.1.gz", part)));
    }

    @Test
    void theNumberCalledTellsThePracticeWhereThatIsAskedFor() throws IOException {
        var log = file(
                "queue_log",
                "1700000000|a|q|NONE|DID|0199000001",
                "1700000000|a|q|NONE|ENTERQUEUE||1|1",
                "1700000012|a|q|NONE|ABANDON|1|1|3",
                "1700000020|b|q|NONE|CLOSED|");
        var practices = Map.of("q", "P1");
        assertEquals(
                List.of("[a/q/1700000000, null, 0199000001, abandoned]", "[b/q/1700000020, P1, null, closed]"),
                read(new AsteriskQueueLog(practices, AsteriskQueueLog.By.NUMBER), CALLS, log));
        assertEquals(
                List.of("[a/q/1700000000, P1, null, abandoned]", "[b/q/1700000020, P1, null, closed]"),
                read(new AsteriskQueueLog(practices, null), CALLS, log));
    }

    @Test
    void unknownEventsAreCounted() throws IOException {
        var log = file(
                "queue_log",
                "1700000000|a|q|NONE|CALLSTATUS|x",
                "1700000001|a|q|NONE|INFO|x",
                "1700000002|a|q|NONE|CALLSTATUS|y");
        assertEquals(List.of("unknown events ignored: CALLSTATUS (2), INFO (1)"), PLAIN.remarks(log));
        assertEquals(List.of(), read(PLAIN, CALLS, log));
    }

    @Test
    void aFileThatIsNoLogIsRefusedByName() throws IOException {
        var log = file("queue_log", "1700000000|a|q|NONE|CLOSED|");
        var other = file("notes.txt", "call_id,arrived_at", "1,2");
        var error = assertThrows(UserError.class, () -> read(PLAIN, CALLS, log, other));
        assertTrue(
                String.valueOf(error.getMessage()).contains("notes.txt has no line of a queue_log"),
                error.getMessage());
    }

    @Test
    void aLineLongerThanAnyMayBeIsRejectedAndTheNextIsRead() throws IOException {
        var path = file("queue_log", "1700000000|a|q|NONE|INFO|" + "x".repeat(5000), "1700000001|a|q|NONE|CLOSED|")
                .path();
        assertEquals(
                List.of("0:1 record-too-long", "[a/q/1700000001, q, null, closed]"),
                read(PLAIN, CALLS, InputFile.of(path, new Limits(2048, 200))));
    }

    @Test
    void presenceIsReadFromTheSameFiles() throws IOException {
        var log = file(
                "queue_log",
                "1700000000|a|NONE|Agent/7|AGENTCALLBACKLOGIN|1001@default",
                "1700000060|NONE|NONE|Agent/7|PAUSEALL|",
                "1700000120|NONE|NONE|Agent/7|UNPAUSEALL|",
                "1700000150|NONE|q|Agent/8|REMOVEMEMBER|",
                "1700000180|b|q|NONE|ENTERQUEUE||1|1");
        assertEquals(
                List.of(
                        "0:4 missing-start",
                        "[7, 2023-11-14T22:13:20Z, 2023-11-14T22:14:20Z, available]",
                        "[7, 2023-11-14T22:15:20Z, 2023-11-14T22:16:20Z, available]",
                        "[7, 2023-11-14T22:14:20Z, 2023-11-14T22:15:20Z, paused]"),
                read(PLAIN, PRESENCE, log));
    }

    @Test
    void itHoldsCallsAndPresenceAndNothingElse() {
        var shifts = new Wanted(InputKind.SHIFTS, List.of(), List.of(), PARIS);
        assertThrows(IllegalArgumentException.class, () -> PLAIN.check(shifts));
    }
}
