package fr.vigie.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.Agenda;
import fr.vigie.input.Half;
import fr.vigie.input.Instruction;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.privacy.CallerKeys;
import fr.vigie.privacy.PseudonymKey;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RecordKeyTest {
    private static final PseudonymKey SECRET = PseudonymKey.of("cle-de-test-non-secrete");
    private final RecordKey key = new RecordKey(SECRET);

    @Test
    void aKeyIsShownAsItIs() {
        assertEquals("1759276800.1234", key.shown("1759276800.1234"));
        assertEquals("O1|2026-03-02T07:00:00Z", key.shown("O1|2026-03-02T07:00:00Z"));
        assertNull(key.shown(null));
    }

    @Test
    void aKeyThatHoldsAPhoneNumberIsAPseudonym() {
        for (var text : new String[] {"0465710001", "20260302-0465710001-7", "+33465710001", "a 04 65 71 00 01"}) {
            assertTrue(String.valueOf(key.shown(text)).matches("#[0-9a-f]{32}"), text);
            assertEquals(key.shown(text), new RecordKey(SECRET).shown(text));
        }
        assertNotEquals(key.shown("0465710001"), key.shown("0465710002"));
        assertNotEquals(
                "#" + HexFormat.of().formatHex(new CallerKeys(SECRET).of("+33465710001")),
                key.shown("+33465710001"),
                "nobody finds a caller's calls by a reject");
    }

    @Test
    void aKeyOfAnyLengthIsShort() {
        assertEquals(33, String.valueOf(key.shown("x".repeat(10_000))).length());
    }

    @Test
    void aRowAndItsTextHaveOneKey() {
        var agenda = new RowBinder(Agenda.class, ZoneOffset.UTC);
        var columns = Tables.AGENDA.key();
        var text = new String[] {"D1", "P1", "2026-03-02", "AM", "many", "1", "1", null, null};
        assertEquals("D1|P1|2026-03-02|am", agenda.key(text, columns));
        text[4] = "60";
        var row = agenda.bind(text).row();
        assertEquals(Half.AM, ((Agenda) row).half());
        assertEquals("D1|P1|2026-03-02|am", RecordKey.of((Record) row, columns));
        text[2] = "2nd of March";
        assertNull(agenda.key(text, columns));
    }

    @Test
    void aPartOfAKeyMayBeAbsentWhereItsColumnMay() {
        var instruction = new RowBinder(Instruction.class, ZoneOffset.UTC);
        var text = new String[] {"P1", null, "2026-03-02T08:00:00", null, "sometimes", null};
        assertEquals("P1||2026-03-02T08:00:00Z", instruction.key(text, Tables.INSTRUCTION.key()));
        text[0] = null;
        assertNull(instruction.key(text, Tables.INSTRUCTION.key()));
    }

    @Test
    void aPlaceTellsFoldersApartAndNamesNobody() {
        var workspace = Path.of("/srv/vigie");
        var home = Path.of(System.getProperty("user.home"));
        assertEquals("./a.csv", Place.of(workspace, Path.of("/srv/vigie/a.csv")).toString());
        assertEquals(
                "drop/2026/a.csv",
                Place.of(workspace, Path.of("/srv/vigie/drop/x/../2026/a.csv")).toString());
        assertEquals(
                "/srv/other/a.csv",
                Place.of(workspace, Path.of("/srv/other/a.csv")).toString());
        assertEquals(
                "~/exports/a.csv",
                Place.of(workspace, home.resolve("exports/a.csv")).toString());
        assertEquals(
                "0465******.csv",
                Place.of(workspace, Path.of("/srv/vigie/0465710001.csv")).name());
    }
}
