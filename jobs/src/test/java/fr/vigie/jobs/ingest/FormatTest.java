package fr.vigie.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.StringReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormatTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final List<String> COLUMNS = List.of("call_id", "arrived_at", "answered_at", "ended_at", "outcome");
    private static final List<String> REQUIRED = List.of("call_id", "arrived_at", "ended_at", "outcome");

    private static List<RawRecord> read(Format format, String text) {
        var records = new ArrayList<RawRecord>();
        format.read(new BufferedReader(new StringReader(text)), COLUMNS, REQUIRED, PARIS)
                .forEachRemaining(records::add);
        return records;
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
    void aLocalTimeThatTheSpringChangeSkipsIsAProblem() {
        var records = read(EXCHANGE, "ID|DEBUT|MENU|ATTENTE|PAROLE|ISSUE\n1|2026-03-29T02:30:00|5|1|60|TRAITE\n");
        assertEquals("nonexistent-local-time", records.get(0).problem().reason());
    }

    @Test
    void anEmptyFileIsSaidToBeEmpty() {
        var error = assertThrows(BadFile.class, () -> read(new VigieCsv(), ""));
        assertTrue(String.valueOf(error.getMessage()).contains("empty"), error.getMessage());
    }

    @Test
    void aQuoteThatIsNeverClosedSwallowsNothing() {
        var text = "call_id,arrived_at,ended_at,outcome\n1,a,b,c\n\"2,a,b,c\n3,a,b,c\n";
        var error = assertThrows(BadFile.class, () -> read(new VigieCsv(), text));
        assertTrue(String.valueOf(error.getMessage()).contains("quote"), error.getMessage());
    }
}
