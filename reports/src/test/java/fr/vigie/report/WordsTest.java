package fr.vigie.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Words FRENCH = new Words(Locale.FRANCE, "managers");
    private static final Words ENGLISH = new Words(Locale.US, "managers");

    @Test
    void writesNumbersAsTheLanguageDoes() {
        assertEquals("1\u202f234", FRENCH.count(1234));
        assertEquals("1,234", ENGLISH.count(1234));
        assertEquals("12,5\u00a0%", FRENCH.percent(0.125).replace('\u202f', '\u00a0'));
        assertEquals("12.5%", ENGLISH.percent(0.125));
    }

    @Test
    void writesDatesAsTheLanguageDoes() {
        var day = LocalDate.of(2026, 3, 23);
        assertEquals("lundi 23 mars 2026", FRENCH.day(day));
        assertEquals("Monday, 23 March 2026", ENGLISH.day(day));
        assertEquals("mercredi 1er avril 2026", FRENCH.day(LocalDate.of(2026, 4, 1)));
        assertEquals("1 April 2026", ENGLISH.date(LocalDate.of(2026, 4, 1)));
        assertEquals("11 avril 2026", FRENCH.date(LocalDate.of(2026, 4, 11)));
        assertEquals("samedi", FRENCH.weekday(DayOfWeek.SATURDAY));
    }

    @Test
    void writesTheTimeOfDay() {
        assertEquals("7\u00a0h\u00a005", FRENCH.clock(425));
        assertEquals("7:05", ENGLISH.clock(425));
        assertEquals("24\u00a0h\u00a000", FRENCH.clock(1440));
    }

    @Test
    void saysThatATimeIsOfTheNextDay() {
        assertEquals("6\u00a0h\u00a030 le lendemain", FRENCH.clock(1440 + 390));
        assertEquals("6:30 the next day", ENGLISH.clock(1440 + 390));
    }

    @Test
    void neverBreaksALineBeforeAFrenchColon() {
        assertEquals("Nord\u00a0: 3 appels", FRENCH.text("load.panel", "Nord", "3"));
        assertEquals("Nord: 3 calls", ENGLISH.text("load.panel", "Nord", "3"));
    }

    @Test
    void keepsTheDirectionOfANameToItself() {
        assertEquals(
                "\u2068\u05de\u05e8\u05e4\u05d0\u05d4\u2069\u00a0: 3 appels",
                FRENCH.text("load.panel", "\u05de\u05e8\u05e4\u05d0\u05d4", "3"));
        assertEquals("\u2068gpj.exe\u2069\u00a0: 3 appels", FRENCH.text("load.panel", "\u202egpj.exe", "3"));
    }

    @Test
    void givesNothingNoDecimals() {
        assertEquals("0", FRENCH.mean(0));
        assertEquals("0,4", FRENCH.mean(0.4));
        assertEquals("10", FRENCH.mean(9.96));
    }

    @Test
    void writesACountAndItsIntervalWithTheSameDecimals() {
        assertEquals("12 (7 à 17)", FRENCH.band(12.2, 7.4, 17.1));
        assertEquals("2.0 (0.0 to 12.0)", ENGLISH.band(2, 0, 12));
    }

    @Test
    void setsASignBeforeADifference() {
        assertEquals("+3", FRENCH.signed(3));
        assertEquals("\u22123", FRENCH.signed(-3));
        assertEquals("0", FRENCH.signed(0));
    }

    @Test
    void putsAPeriodInWords() {
        assertEquals("1er janvier 2026 au 31 mars 2026", FRENCH.period("2026-01-01/2026-04-01"));
        assertEquals("2025", FRENCH.period("2025"));
        assertEquals("../x", FRENCH.period("../x"));
    }

    @Test
    void neverWritesMinusZero() {
        assertEquals("0,0", FRENCH.decimal(-0.0, 1));
    }

    @Test
    void speaksFrenchToAnyoneWhoseLanguageItDoesNotKnow() {
        assertEquals(FRENCH.text("title"), new Words(Locale.GERMANY, "managers").text("title"));
    }

    @Test
    void givesANameThatNoBundleKnowsAsItIs() {
        assertEquals("a-new-model", FRENCH.name("model", "a-new-model"));
        assertEquals(
                List.of("Appeler le cabinet"),
                new Words(Locale.FRANCE, "accounts").list("actions", "new").subList(0, 1));
    }

    @Test
    void failsOnASentenceThatIsMissing() {
        assertThrows(MissingResourceException.class, () -> FRENCH.text("no.such.key"));
    }
}
