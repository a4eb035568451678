package fr.vigie.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.ZstdOutputStream;
import fr.vigie.input.InputKind;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.format.AsteriskQueueLog;
import fr.vigie.jobs.format.Delimited;
import fr.vigie.jobs.format.FileParts;
import fr.vigie.jobs.format.FileParts.Part;
import fr.vigie.jobs.format.Format;
import fr.vigie.jobs.format.FreeswitchJson;
import fr.vigie.jobs.format.Icalendar;
import fr.vigie.jobs.format.InputFile;
import fr.vigie.jobs.format.Limits;
import fr.vigie.jobs.format.VigieCsv;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are made to do harm: each is refused in words, or its records are, within ten seconds and bounded memory. */
class HostileFilesTest {
    private static final Limits LIMITS = Limits.usual();
    private static final String HEADER = "call_id,practice_id,arrived_at,ended_at,outcome\n";
    private static final String CALL = "A,P1,2026-03-30T08:00:00Z,2026-03-30T08:01:00Z,abandoned\n";

    /** A file of columns by other names, with a duration for an end. */
    private static final Format MAPPED = new Delimited(
            ",",
            null,
            null,
            null,
            null,
            Map.of("call_id", "id", "practice_id", "line", "arrived_at", "at", "outcome", "outcome"),
            Map.of(),
            Map.of("ended_at", List.of("seconds")),
            Map.of());

    private static final String MAPPED_HEADER = "id,line,at,outcome,seconds\n";
    private static final String MAPPED_CALL = "A,P1,2026-03-30T08:00:00Z,abandoned,";

    @TempDir
    Path folder = Path.of(".");

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Each record's reason to be refused, {@code kept} where it is not, with its line. */
    private static List<String> read(InputKind kind, Format format, Path path) {
        return assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            var file = InputFile.of(path, LIMITS);
            var reading = Readings.of(kind, format, Readings.PARIS);
            file.check();
            var found = new ArrayList<String>();
            if (kind == InputKind.CALLS) {
                var parts = format instanceof VigieCsv ? FileParts.of(file).parts() : List.of(Part.WHOLE);
                for (var part : parts) {
                    var reader = new CallReader(reading, CallReader.Task.of(0, file, part));
                    while (reader.next()) {
                        var problem = reader.problem();
                        found.add(reader.sequence() + " " + (problem == null ? "kept" : problem.reason()));
                    }
                }
            } else {
                new RowReader(reading, Together.one(0, file)).forEachRemaining(parsed -> {
                    var reject = parsed.reject();
                    found.add(reject == null ? parsed.sequence() + " kept" : parsed.sequence() + " " + reject.reason());
                });
            }
            return found;
        });
    }

    private static List<String> calls(Path path) {
        return read(InputKind.CALLS, new VigieCsv(), path);
    }

    private static String refused(Path path) {
        var error = assertThrows(UserError.class, () -> calls(path));
        assertEquals(1, error.exitCode());
        var message = String.valueOf(error.getMessage());
        assertTrue(message.length() < 4000, message);
        assertTrue(message.contains(String.valueOf(path.getFileName())), message);
        return message;
    }

    private Path sparse(String name, String beginning, long bytes) throws IOException {
        var path = file(name, beginning);
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(bytes);
        }
        return path;
    }

    @Test
    void aHeaderOf200MegabytesIsRefused() throws IOException {
        assertTrue(refused(sparse("header.csv", "call_id", 200 << 20)).contains("more than 1048576 bytes"));
    }

    @Test
    void aRecordOf200MegabytesIsOneRejectAndTheNextIsRead() throws IOException {
        var path = sparse("record.csv", HEADER + CALL, 200 << 20);
        Files.writeString(path, "\n" + CALL, java.nio.file.StandardOpenOption.APPEND);
        assertEquals(List.of("2 kept", "3 record-too-long", "4 kept"), calls(path));
    }

    @Test
    void aLineOf200MegabytesIsOneRejectInEveryNotation() throws IOException {
        var json =
                "{\"variables\":{\"uuid\":\"%s\",\"start_epoch\":\"1774850400\",\"end_epoch\":\"1774850550\",\"billsec\":\"0\"},"
                        + "\"callflow\":[{\"caller_profile\":{\"destination_number\":\"1\"}}]}\n";
        assertEquals(
                // No practice has the number: these are read to their ends.
                List.of("1 unknown-practice", "2 record-too-long", "3 unknown-practice"),
                aroundALongLine(
                        new FreeswitchJson(null, null), json.formatted("a"), "{\"variables\":\"", json.formatted("b")));
        var stay =
                "1774850%1$d00|%1$d.1|nord|NONE|ENTERQUEUE||0199001122|1\n1774850%1$d09|%1$d.1|nord|NONE|ABANDON|1|1|9\n";
        assertEquals(
                List.of("1 kept", "3 record-too-long", "4 kept"),
                aroundALongLine(
                        new AsteriskQueueLog(null, null),
                        stay.formatted(1),
                        "1774850500|3.1|nord|",
                        stay.formatted(6)));
        assertEquals(
                List.of("2 kept", "3 record-too-long", "4 kept"),
                aroundALongLine(MAPPED, MAPPED_HEADER + MAPPED_CALL + "9\n", MAPPED_CALL, MAPPED_CALL + "9\n"));
    }

    private List<String> aroundALongLine(Format format, String before, String beginning, String after)
            throws IOException {
        var path = sparse("long.txt", before + beginning, 200 << 20);
        Files.writeString(path, "\n" + after, java.nio.file.StandardOpenOption.APPEND);
        return read(InputKind.CALLS, format, path);
    }

    @Test
    void aMillionColumnsAreRefused() throws IOException {
        assertTrue(refused(file("columns.csv", "a,".repeat(500_000) + "a\n" + CALL))
                .contains("columns"));
    }

    @Test
    void aMillionFieldsAreOneReject() throws IOException {
        assertEquals(
                List.of("2 wrong-number-of-fields", "3 kept"),
                calls(file("fields.csv", HEADER + ",".repeat(1_000_000) + "\n" + CALL)));
    }

    @Test
    void blankLinesBeforeTheHeaderAreNoRecordsHoweverTheFileIsCut() throws IOException {
        var calls = CALL.repeat(200_000);
        var found = calls(file("blank.csv", "\n".repeat(9 << 20) + HEADER + calls));
        assertEquals(200_000, found.size());
        assertEquals((9 << 20) + 2 + " kept", found.get(0));
    }

    @Test
    void aNulOrBrokenTextRefusesItsRecordAlone() throws IOException {
        var path = folder.resolve("bytes.csv");
        Files.write(
                path,
                (HEADER + CALL.replace("A", "A\0") + CALL.replace("A", "\u00E9") + CALL)
                        .getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(List.of("2 bad-value", "3 not-utf-8", "4 kept"), calls(path));
    }

    @Test
    void aCharacterAcrossTheReadersBufferStaysWhole() throws IOException {
        // Somewhere among these lines each byte of an é meets the buffer's end.
        var lines = new StringBuilder(HEADER);
        for (int i = 0; i < 3000; i++) {
            lines.append(CALL.replace("A", "é".repeat(1 + i % 7) + i));
        }
        assertEquals(
                3000,
                calls(file("accents.csv", lines.toString())).stream()
                        .filter(l -> l.endsWith("kept"))
                        .count());
    }

    @Test
    void aGzipBombIsRefusedAtTheInflationLimit() throws IOException {
        var path = folder.resolve("bomb.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(path))) {
            zeros(out);
        }
        assertTrue(refused(path).contains("ingest.inflation"));
    }

    @Test
    void aZstdBombIsRefusedAtTheInflationLimit() throws IOException {
        var path = folder.resolve("bomb.csv.zst");
        try (var out = new ZstdOutputStream(Files.newOutputStream(path))) {
            zeros(out);
        }
        assertTrue(refused(path).contains("ingest.inflation"));
    }

    @Test
    void aPackedFileWhoseSecondPartIsDamagedIsRefusedAndNotCutOff() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write((HEADER + CALL).getBytes(StandardCharsets.US_ASCII));
        }
        int second = packed.size();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(CALL.replace("A", "B").getBytes(StandardCharsets.US_ASCII));
        }
        var whole = Files.write(folder.resolve("whole.csv.gz"), packed.toByteArray());
        assertEquals(List.of("2 kept", "3 kept"), calls(whole));
        var bytes = packed.toByteArray();
        bytes[second + 1] ^= 1;
        assertTrue(refused(Files.write(folder.resolve("damaged.csv.gz"), bytes)).contains("not a sound gzip file"));
    }

    @Test
    void aPackedFileWithSomethingBehindItIsRefused() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new ZstdOutputStream(packed)) {
            out.write((HEADER + CALL).getBytes(StandardCharsets.US_ASCII));
        }
        packed.write(CALL.getBytes(StandardCharsets.US_ASCII));
        assertTrue(refused(Files.write(folder.resolve("behind.csv.zst"), packed.toByteArray()))
                .contains("zst"));
    }

    private static void zeros(OutputStream out) throws IOException {
        out.write(HEADER.getBytes(StandardCharsets.US_ASCII));
        var block = new byte[1 << 20];
        for (int i = 0; i < 300; i++) {
            out.write(block);
        }
    }

    @Test
    void aZipThatIsCalledCsvIsRefused() throws IOException {
        var path = folder.resolve("zip.csv");
        try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.putNextEntry(new ZipEntry("calls.csv"));
            zip.write((HEADER + CALL).getBytes(StandardCharsets.US_ASCII));
        }
        refused(path);
    }

    @Test
    void aFolderIsRefused() {
        refused(folder);
    }

    @Test
    void aDeviceIsRefused() {
        assumeTrue(Files.exists(Path.of("/dev/zero")));
        refused(Path.of("/dev/zero"));
    }

    @Test
    void aPipeIsRefusedAndNotWaitedFor() throws IOException, InterruptedException {
        var pipe = folder.resolve("pipe.csv");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        refused(pipe);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b.csv", "é.csv", "a\nb.csv", "-f.csv", "'$(id)'.csv", "%s%n.csv", "\u001B[31m.csv"})
    void anOddNameIsANameLikeAnyOther(String name) throws IOException {
        assertEquals(List.of("2 kept"), calls(file(name, HEADER + CALL)));
        assertTrue(refused(file(name, "x\n")).contains("lacks the required columns"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "+12026-03-30T08:00:00",
                "9999-12-31T23:59:59Z",
                "2300-01-01T00:00:00+02:00",
                "0000-01-01T00:00:00"
            })
    void aTimeThatCannotBeRefusesItsRecordAlone(String time) throws IOException {
        var row = CALL.replace("2026-03-30T08:00:00Z", time);
        var found = calls(file("times.csv", HEADER + row + CALL));
        assertTrue(found.get(0).matches("2 (bad-value|implausible-time)"), found::toString);
        assertEquals("3 kept", found.get(1));
    }

    @ParameterizedTest
    @CsvSource({
        "updated_at, 2100-01-01T00:00:00Z, implausible-time",
        "updated_at, 1979-12-31T00:00:00Z, implausible-time",
        "transfer_answered_at, 2026-03-30T07:59:59Z, times-out-of-order",
        "transfer_answered_at, 2026-03-31T08:00:01Z, times-out-of-order"
    })
    void aMomentThatMayBeMissingHasItsBoundsToo(String column, String time, String reason) throws IOException {
        var header = "call_id,practice_id,arrived_at,ended_at,outcome," + column + "\n";
        var call = "A,P1,2026-03-30T08:00:00Z,2026-03-30T08:01:00Z,abandoned,";
        assertEquals(
                List.of("2 " + reason, "3 kept"),
                calls(file("moments.csv", header + call + time + "\n" + call + "2026-03-30T08:00:30Z\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-01-01", "-999999999-01-01", "0001-01-01", "1899-12-31"})
    void aDayThatCannotBeRefusesItsRowAlone(String day) throws IOException {
        var header = "practitioner_id,starts_on,ends_on,kind\n";
        var found = read(
                InputKind.ABSENCES,
                new VigieCsv(),
                file("days.csv", header + "D1," + day + ",2026-01-02,leave\nD1,2026-01-01,2026-01-02,leave\n"));
        assertTrue(found.get(0).matches("2 (bad-value|implausible-time)"), found::toString);
        assertEquals("3 kept", found.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "-1e999999999", "NaN", "0x10", "1d", "DIGITS"})
    void aNumberOfSecondsThatCannotBeRefusesItsRecordAlone(String number) throws IOException {
        var seconds = number.replace("DIGITS", "9".repeat(1_000_000));
        var found = read(
                InputKind.CALLS,
                MAPPED,
                file("seconds.csv", MAPPED_HEADER + MAPPED_CALL + seconds + "\n" + MAPPED_CALL + "9\n"));
        assertEquals(2, found.size());
        assertTrue(found.get(0).matches("2 (?!kept).*"), found::toString);
        assertEquals("3 kept", found.get(1));
    }

    @Test
    void deepOrHugeJsonRefusesItsRecordAlone() throws IOException {
        var deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
        var long_ = "{\"a\":\"" + "x".repeat(3 << 20) + "\"}";
        var number =
                "{\"variables\":{\"uuid\":\"u\",\"start_epoch\":1e999999999,\"billsec\":" + "9".repeat(5000) + "}}";
        var found = read(
                InputKind.CALLS,
                new FreeswitchJson(null, null),
                file("deep.json", String.join("\n", deep, long_, number, "{\"variables\":{}}") + "\n"));
        assertEquals(4, found.size(), found::toString);
        assertTrue(found.stream().noneMatch(l -> l.endsWith("kept")), found::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "RRULE:FREQ=DAILY open-ended-recurrence",
                "RRULE:FREQ=SECONDLY open-ended-recurrence",
                "RRULE:FREQ= open-ended-recurrence",
                "RRULE:FREQ=MINUTELY;COUNT=10 unsupported-recurrence",
                "RRULE:FREQ=DAILY;COUNT=1000000000 too-many-occurrences",
                "RRULE:FREQ=HOURLY;UNTIL=99991231T000000Z too-many-occurrences",
                "RRULE:FREQ=DAILY;COUNT=99999999999999999999 bad-value",
                "RRULE:FREQ=DAILY;BYDAY=MO,TU;BYSETPOS=-400;COUNT=9999 bad-value",
            })
    void aRuleWithoutReasonRefusesItsEventAlone(String rule, String reason) throws IOException {
        assertEquals(List.of("2 " + reason, "8 kept"), events(eventOfEightHours(rule)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P9999999999999W", "PT9223372036854775807S"})
    void aDurationWithoutReasonRefusesItsEventAlone(String duration) throws IOException {
        assertEquals(
                List.of("2 implausible-duration", "7 kept"),
                events("BEGIN:VEVENT\nUID:1\nDTSTART:20260330T080000\nDURATION:" + duration + "\nEND:VEVENT\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                // An interval that is none is one.
                "RRULE:FREQ=DAILY;INTERVAL=0;COUNT=5 5",
                "RRULE:FREQ=DAILY;INTERVAL=-1;COUNT=5 5",
                "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5 0",
                "RRULE:FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=31;COUNT=5 0",
                // The second one lies beyond all calendars.
                "RRULE:FREQ=HOURLY;INTERVAL=2147483647;COUNT=1000 1",
            })
    void aRuleThatNeverComesTrueEnds(String rule, int occurrences) throws IOException {
        var expected = new ArrayList<>(Collections.nCopies(occurrences, "2 kept"));
        expected.add("8 kept");
        assertEquals(expected, events(eventOfEightHours(rule)));
    }

    private static String eventOfEightHours(String rule) {
        return "BEGIN:VEVENT\nUID:1\nDTSTART:20260330T080000\nDTEND:20260330T160000\n" + rule + "\nEND:VEVENT\n";
    }

    @Test
    void aCalendarOfMoreOccurrencesThanAnybodyPlansIsRefused() throws IOException {
        var event = "BEGIN:VEVENT\nDTSTART:20260330T080000\nDURATION:PT1H\nRRULE:FREQ=HOURLY;COUNT=9999\nEND:VEVENT\n";
        var error = assertThrows(UserError.class, () -> events(event.repeat(30)));
        assertTrue(String.valueOf(error.getMessage()).contains("200000 occurrences"), error.getMessage());
    }

    @Test
    void aZoneThatChangesItsClocksEverySecondRefusesItsEventAlone() throws IOException {
        var change = "DTSTART:19700101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=SECONDLY\n";
        var found = events("BEGIN:VTIMEZONE\nTZID:Nowhere\nBEGIN:DAYLIGHT\n" + change
                + "END:DAYLIGHT\nBEGIN:STANDARD\n" + change + "END:STANDARD\nEND:VTIMEZONE\n"
                + "BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Nowhere:20260330T080000\nDURATION:PT1H\nEND:VEVENT\n");
        assertEquals(List.of("17 unknown-time-zone", "22 kept"), found);
    }

    private List<String> events(String event) throws IOException {
        var sound = "BEGIN:VEVENT\nUID:2\nDTSTART:20260331T080000\nDTEND:20260331T160000\nEND:VEVENT\n";
        return read(
                InputKind.SHIFTS,
                new Icalendar(null, null, null, null, null),
                file("camille.ics", "BEGIN:VCALENDAR\n" + event + sound + "END:VCALENDAR\n"));
    }
}
