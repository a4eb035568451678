package fr.vigie.jobs.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.error.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Wanted WANTED = new Wanted(
            InputKind.CALLS,
            List.of("call_id", "arrived_at", "answered_at", "ended_at", "outcome"),
            List.of("call_id", "arrived_at", "ended_at", "outcome"),
            PARIS);

    @TempDir
    Path folder;

    private List<RawRecord> read(Format format, String text) {
        return read(format, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<RawRecord> read(Format format, byte[] bytes) {
        try {
            var path = Files.write(folder.resolve("calls.csv"), bytes);
            var records = new ArrayList<RawRecord>();
            format.read(List.of(InputFile.of(path, new Limits(2048, 200))), WANTED)
                    .forEachRemaining(records::add);
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void columnsAreFoundByNameInAnyOrderWithEitherDelimiterAndABom() {
        for (var text : List.of(
                "outcome,call_id,ended_at,arrived_at\nanswered,1,b,a\n",
                "\uFEFFoutcome;call_id;ended_at;arrived_at\r\nanswered;1;b;a\r\n")) {
            var records = read(new VigieCsv(), text);
            assertEquals(1, records.size());
            assertArrayEquals(
                    new String[] {"1", "a", null, "b", "answered"},
                    records.get(0).values());
            assertEquals(2, records.get(0).line());
        }
    }

    @Test
    void quotedLineBreaksCountInTheLineNumber() {
        var records = read(new VigieCsv(), "call_id,arrived_at,ended_at,outcome\n\"1\n2\",a,b,c\n3,a,b,c\n");
        assertEquals(4, records.get(1).line());
    }

    @Test
    void aMissingColumnIsNamed() {
        var error = assertThrows(BadFile.class, () -> read(new VigieCsv(), "call_id,arrived_at\n1,a\n"));
        assertTrue(String.valueOf(error.getMessage()).contains("ended_at, outcome"), error.getMessage());
    }

    @Test
    void aWrongDelimiterIsGuessedAt() {
        var error = assertThrows(BadFile.class, () -> read(new VigieCsv(), "call_id|arrived_at|ended_at|outcome\n"));
        assertTrue(String.valueOf(error.getMessage()).contains("delimiter"), error.getMessage());
    }

    @Test
    void aRecordWithAnotherNumberOfFieldsIsAProblemOfItsOwn() {
        var records = read(new VigieCsv(), "call_id,arrived_at,ended_at,outcome\n1,a\n2,a,b,c\n");
        assertEquals("wrong-number-of-fields", records.get(0).problem().reason());
        assertNull(records.get(1).problem());
    }

    private static final Delimited EXCHANGE = new Delimited(
            "|",
            null,
            null,
            null,
            null,
            Map.of("call_id", "ID", "arrived_at", "DEBUT", "outcome", "ISSUE"),
            Map.of(),
            Map.of("answered_at", List.of("MENU", "ATTENTE"), "ended_at", List.of("MENU", "ATTENTE", "PAROLE")),
            Map.of("outcome", Map.of("TRAITE", "answered", "PERDU", "abandoned")));

    @Test
    void durationsBecomeInstantsAndWordsAreTranslated() {
        var records = read(
                EXCHANGE,
                "ID|DEBUT|MENU|ATTENTE|PAROLE|ISSUE\n1|2026-03-30T08:00:00|5|10.5|60|TRAITE\n2|2026-03-30T08:00:00|5|10|0|PERDU\n");
        assertArrayEquals(
                new String[] {
                    "1", "2026-03-30T08:00:00", "2026-03-30T06:00:15.500Z", "2026-03-30T06:01:15.500Z", "answered"
                },
                records.get(0).values());
        assertNull(records.get(1).values()[2], "nobody answered the second call");
        assertEquals("2026-03-30T06:00:15Z", records.get(1).values()[3]);
    }

    @Test
    void aNegativeDurationIsAProblem() {
        var records = read(EXCHANGE, "ID|DEBUT|MENU|ATTENTE|PAROLE|ISSUE\n1|2026-03-30T08:00:00|5|-1|60|TRAITE\n");
        assertNotNull(records.get(0).problem());
        assertEquals("negative-duration", records.get(0).problem().reason());
    }

    @Test
    void aDurationThatIsTooLongOrTooFineIsAProblem() {
        for (var duration : List.of("1e999999999", "1e-999999999", "99999999")) {
            var records = read(
                    EXCHANGE,
                    "ID|DEBUT|MENU|ATTENTE|PAROLE|ISSUE\n1|2026-03-30T08:00:00|5|%s|60|TRAITE\n".formatted(duration));
            assertEquals("bad-value", records.get(0).problem().reason(), duration);
        }
    }

    @Test
    void aLocalTimeThatTheSpringChangeSkipsIsAProblem() {
        var records = read(EXCHANGE, "ID|DEBUT|MENU|ATTENTE|PAROLE|ISSUE\n1|2026-03-29T02:30:00|5|1|60|TRAITE\n");
        assertEquals("nonexistent-local-time", records.get(0).problem().reason());
    }

    @Test
    void anEmptyFileIsSaidToBeEmpty() {
        var error = assertThrows(UserError.class, () -> read(new VigieCsv(), ""));
        assertTrue(String.valueOf(error.getMessage()).contains("empty"), error.getMessage());
    }

    @Test
    void aQuoteThatIsNeverClosedSwallowsNothing() {
        var text = "call_id,arrived_at,ended_at,outcome\n1,a,b,c\n\"2,a,b,c\n3,a,b,c\n";
        var error = assertThrows(BadFile.class, () -> read(new VigieCsv(), text));
        assertTrue(String.valueOf(error.getMessage()).contains("quote"), error.getMessage());
    }

    private static final String HEADER = "call_id,arrived_at,answered_at,ended_at,outcome\n";

    @Test
    void quotesAreTakenOffAndDoubledOnesAreOne() {
        var records = read(
                new VigieCsv(), HEADER + "\"a \"\"b\"\"\",\"1,2\",\"\",x,\"line\r\nbreak\"\r\nnext,1,,x,5\" tall\n");
        assertArrayEquals(
                new String[] {"a \"b\"", "1,2", null, "x", "line\r\nbreak"},
                records.get(0).values());
        assertArrayEquals(
                new String[] {"next", "1", null, "x", "5\" tall"},
                records.get(1).values());
        assertEquals(4, records.get(1).line());
    }

    @Test
    void textAfterAClosingQuoteIsAProblem() {
        assertEquals(
                "bad-quoting",
                read(new VigieCsv(), HEADER + "\"a\"b,1,,x,c\n")
                        .get(0)
                        .problem()
                        .reason());
    }

    @Test
    void aRecordLongerThanAnyMayBeIsAProblemAndTheNextOneIsRead() {
        var records = read(new VigieCsv(), HEADER + "x".repeat(300_000) + "\nb,1,,x,c\n");
        assertEquals("record-too-long", records.get(0).problem().reason());
        assertEquals(3, records.get(1).line());
        assertNull(records.get(1).problem());
    }

    @Test
    void aQuoteThatStaysOpenLongerThanAnyRecordRefusesTheFile() {
        assertThrows(BadFile.class, () -> read(new VigieCsv(), HEADER + "\"" + "x\n".repeat(200_000)));
    }

    @Test
    void aMillionColumnsAreAProblemOfThatRecordOnly() {
        var records = read(new VigieCsv(), HEADER + ",".repeat(2000) + "\nb,1,,x,c\n");
        assertEquals("wrong-number-of-fields", records.get(0).problem().reason());
        assertNull(records.get(1).problem());
    }

    @Test
    void aNulByteAndBytesThatAreNotUtf8AreProblemsOfTheirRecords() {
        var bytes = (HEADER + "a\0,1,,x,c\né,1,,x,c\nb,1,,x,c\n").getBytes(StandardCharsets.ISO_8859_1);
        var records = read(new VigieCsv(), bytes);
        assertEquals("bad-value", records.get(0).problem().reason());
        assertEquals("not-utf-8", records.get(1).problem().reason());
        assertNull(records.get(2).problem());
    }

    @Test
    void aHeaderOfMoreColumnsThanAnyFileHasRefusesTheFile() {
        var error = assertThrows(UserError.class, () -> read(new VigieCsv(), ",".repeat(10_000) + "\na\n"));
        assertTrue(String.valueOf(error.getMessage()).contains("10001 columns"), error.getMessage());
    }

    @Test
    void aRequiredColumnThatStandsTwiceRefusesTheFile() {
        var error = assertThrows(
                BadFile.class, () -> read(new VigieCsv(), "call_id,arrived_at,ended_at,outcome,call_id\n"));
        assertTrue(String.valueOf(error.getMessage()).contains("twice"), error.getMessage());
    }

    @Test
    void aLastLineWithoutALineBreakIsARecord() {
        assertEquals(
                2, read(new VigieCsv(), HEADER + "a,1,,x,c\n\n\r\nb,1,,x,c").size());
    }

    @Test
    void aMappingThatNamesAColumnWhichTheKindDoesNotHaveIsRefused() {
        var wrong = new Delimited("|", null, null, null, null, Map.of("cal_id", "ID"), Map.of(), Map.of(), Map.of());
        assertThrows(IllegalArgumentException.class, () -> wrong.check(WANTED));
    }
}
