package fr.vigie.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** A roster on the wall and in a workbook. */
class PublishedRosterTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);
    private static final RosterView VIEW = new RosterView(
            "Secrétariat du Nord",
            MONDAY,
            2,
            LocalDateTime.of(2026, 3, 2, 17, 5),
            "Ana <b>",
            List.of(
                    piece("=cmd()", 0, 420, 540, "calls"),
                    piece("=cmd()", 0, 540, 555, "break"),
                    piece("=cmd()", 0, 555, 690, "calls"),
                    piece("Léa", 1, 480, 600, "calls"),
                    piece("Zoé", 1, 480, 600, "absence")));

    private static ShiftPiece piece(String operator, int day, int from, int until, String activity) {
        return new ShiftPiece(operator, MONDAY.plusDays(day), from, until, activity);
    }

    @Test
    void thePageIsDatedAndSaysWhoPublishedIt() {
        var page = RosterPage.render(VIEW, Locale.FRANCE, "index.en.html");
        assertTrue(page.contains("lang=\"fr\""));
        assertTrue(page.contains("Planning de la semaine"));
        assertTrue(page.contains("2 mars 2026, 17\u00a0h\u00a005"), page);
        assertTrue(page.contains("Ana &lt;b&gt;"));
        assertTrue(page.contains("A4 landscape"));
        assertTrue(page.contains("9\u00a0h\u00a000 (15\u00a0min)"));
        assertTrue(RosterPage.render(VIEW, Locale.UK, "index.html").contains("Roster of the week"));
    }

    @Test
    void whoIsAbsentIsNobodysBusiness() throws IOException {
        assertFalse(RosterPage.render(VIEW, Locale.FRANCE, "index.en.html").contains("Zoé"));
        assertFalse(parts(RosterWorkbook.bytes(VIEW, Locale.FRANCE)).toString().contains("Zoé"));
    }

    @Test
    void theSameRosterGivesTheSameBytes() {
        assertArrayEquals(RosterWorkbook.bytes(VIEW, Locale.FRANCE), RosterWorkbook.bytes(VIEW, Locale.FRANCE));
        assertEquals(RosterPage.render(VIEW, Locale.FRANCE, "x"), RosterPage.render(VIEW, Locale.FRANCE, "x"));
    }

    @Test
    void theWorkbookHoldsNoFormulaAndTheDayOfItsPublication() throws IOException {
        var parts = parts(RosterWorkbook.bytes(VIEW, Locale.FRANCE));
        var texts = parts.getOrDefault("xl/sharedStrings.xml", "");
        assertTrue(texts.contains("&apos;=cmd()") || texts.contains("'=cmd()"), texts);
        assertTrue(texts.contains("07:00-11:30"), texts);
        assertTrue(parts.values().stream().noneMatch(part -> part.contains("<f>")));
        assertTrue(parts.getOrDefault("docProps/core.xml", "").contains("2026-03-02T17:05:00Z"));
    }

    @Test
    void figuresOfTwoPeopleWouldBeOfPersons() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new TeamAdherence(MONDAY, "G1", 2, 480, 400, 0.83, 20, 20, 20, 20, 0));
    }

    private static TreeMap<String, String> parts(byte[] workbook) throws IOException {
        var parts = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
