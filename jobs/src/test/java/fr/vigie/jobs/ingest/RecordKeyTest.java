package fr.vigie.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.Agenda;
import fr.vigie.input.Half;
import fr.vigie.input.Instruction;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.privacy.CallerKeys;
import fr.vigie.privacy.PhoneMask;
import fr.vigie.privacy.PseudonymKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordKeyTest {
    private static final PseudonymKey SECRET = PseudonymKey.of("cle-de-test-non-secrete");
    private static final PhoneMask NUMBERS = PhoneMask.of("FR");
    private static final Path WORKSPACE = Path.of("/srv/vigie");
    private final RecordKey key = new RecordKey(SECRET, NUMBERS);

    @Test
    void aKeyIsShownAsItIs() {
        assertEquals("1759276800.1234", key.shown("1759276800.1234"));
        assertEquals("O1|2026-03-02T07:00:00Z", key.shown("O1|2026-03-02T07:00:00Z"));
        assertNull(key.shown(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1709541234.123",
                "pbx-lille-1709541234.17",
                "1709541234.012",
                "a8f3b2c1-0d4e-4f5a-9b6c-a0612345678f",
                "0e8400e2-9b41-4d4a-8716-446655440000",
                "StandAloneCluster-1-4300712",
                "C00012345"
            })
    void theNamesThatExchangesGiveCallsStayReadable(String name) {
        assertEquals(name, key.shown(name));
        var bytes = name.getBytes(StandardCharsets.UTF_8);
        assertFalse(key.holdsNumber(bytes, 0, bytes.length));
    }

    @Test
    void aPseudonymStandsForItselfWhateverItsDigitsLookLike() {
        var looksLikeOne = "#0612345678" + "a".repeat(22);
        assertEquals(looksLikeOne, key.shown(looksLikeOne));
    }

    @Test
    void anotherCountrysNumbersAreFoundToo() {
        var german = new RecordKey(SECRET, PhoneMask.of("DE"));
        assertEquals("20260302-030123456-7", key.shown("20260302-030123456-7"));
        assertTrue(String.valueOf(german.shown("20260302-030123456-7")).matches("#[0-9a-f]{32}"));
    }

    @Test
    void aKeyThatHoldsAPhoneNumberIsAPseudonym() {
        for (var text : new String[] {"0465710001", "20260302-0465710001-7", "+33465710001", "a 04 65 71 00 01"}) {
            assertTrue(String.valueOf(key.shown(text)).matches("#[0-9a-f]{32}"), text);
            assertEquals(key.shown(text), new RecordKey(SECRET, NUMBERS).shown(text));
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
        var agenda = new RowBinder(Agenda.class, ZoneOffset.UTC, NUMBERS, key);
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
        var instruction = new RowBinder(Instruction.class, ZoneOffset.UTC, NUMBERS, key);
        var text = new String[] {"P1", null, "2026-03-02T08:00:00", null, "sometimes", null};
        assertEquals("P1||2026-03-02T08:00:00Z", instruction.key(text, Tables.INSTRUCTION.key()));
        text[0] = null;
        assertNull(instruction.key(text, Tables.INSTRUCTION.key()));
    }

    @Test
    void aPlaceTellsFoldersApartAndNamesNobody() {
        var home = Path.of(System.getProperty("user.home"));
        assertEquals("./a.csv", place("/srv/vigie/a.csv").toString());
        assertEquals("drop/2026/a.csv", place("/srv/vigie/drop/x/../2026/a.csv").toString());
        assertEquals("/srv/other/a.csv", place("/srv/other/a.csv").toString());
        assertEquals(
                "~/exports/a.csv",
                place(home.resolve("exports/a.csv").toString()).toString());
    }

    @Test
    void aPlaceTellsNumbersApartAndNamesNone() {
        var one = place("/srv/vigie/0465710001.csv").name();
        assertTrue(one.matches("0465\\*{6}~[0-9a-f]{8}\\.csv"), one);
        assertNotEquals(one, place("/srv/vigie/0465710002.csv").name());
        assertEquals(one, place("/srv/vigie/0465710001.csv").name());
        assertEquals(
                "0465******.csv",
                Place.of(WORKSPACE, WORKSPACE.resolve("0465710001.csv"), "FR", null)
                        .name());
    }

    private static Place place(String file) {
        return Place.of(WORKSPACE, Path.of(file), "FR", SECRET);
    }
}
