package fr.vigie.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.signal.Count;
import fr.vigie.signal.Refusal;
import fr.vigie.signal.Saturation;
import fr.vigie.signal.Signal;
import fr.vigie.signal.SignalReading;
import fr.vigie.signal.Stress;
import fr.vigie.signal.WindDown;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignalSentencesTest {
    private static final LocalDate SINCE = LocalDate.of(2026, 3, 2);

    @Test
    void sayHowMuchOfHowManySinceWhenAgainstWhat() {
        var reading = reading("refusal", new Count(19, 50), 0.06, 0.08, SINCE);
        assertEquals(
                "Le cabinet P017 refuse ou laisse sans réponse 38 % des transferts (19 sur 50) depuis le 2 mars 2026, "
                        + "contre 6 % auparavant (cabinets comparables : 8 %).",
                plain(new SignalSentences(Locale.FRENCH).of(reading, 0)));
        assertEquals(
                "Practice P017 has refused or left unanswered 38% of its transfers (19 of 50) since 2 March 2026, "
                        + "against 6% before (like practices: 8%).",
                plain(new SignalSentences(Locale.ENGLISH).of(reading, 0)));
    }

    @Test
    void sayHoursNotMinutes() {
        var reading = reading("wind-down", new Count(25_680, 33_600), 1, 0.99, SINCE);
        assertEquals(
                "Un médecin du cabinet P017 ouvre 76 % de ses heures habituelles (428 h sur 560 h attendues) "
                        + "depuis le 2 mars 2026 (ensemble des médecins : 99 %).",
                plain(new SignalSentences(Locale.FRENCH).of(reading, 0)));
    }

    @Test
    void everySignalHasItsSentenceInBothLanguagesAndNamesNobody() {
        for (var signal : List.<Signal>of(Refusal.DEFAULT, Saturation.DEFAULT, Stress.DEFAULT, WindDown.DEFAULT)) {
            for (var language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                var sentence = new SignalSentences(language)
                        .of(reading(signal.name(), new Count(19, 50), 0.06, Double.NaN, SINCE), 0);
                assertTrue(sentence.contains("P017") && sentence.endsWith("."), sentence);
                assertFalse(sentence.contains("{") || sentence.contains("10000000001"), sentence);
            }
        }
    }

    @Test
    void sayHowOftenOperatorsNoticedTheSame() {
        var reading = reading("refusal", new Count(19, 50), 0.06, 0.08, SINCE);
        var french = new SignalSentences(Locale.FRENCH);
        assertTrue(french.of(reading, 1).endsWith(" Noté une fois par les opérateurs dans cette période."));
        assertTrue(french.of(reading, 3).endsWith(" Noté 3 fois par les opérateurs dans cette période."));
    }

    @Test
    void whatIsQuietHasNone() {
        assertThrows(IllegalArgumentException.class, () -> new SignalSentences(Locale.FRENCH)
                .of(reading("refusal", new Count(1, 20), 0.06, 0.08, null), 0));
    }

    private static SignalReading reading(
            String signal, Count observed, double baseline, double peers, @Nullable LocalDate since) {
        return new SignalReading(
                LocalDate.of(2026, 4, 6),
                "P017",
                "10000000001",
                signal,
                observed,
                baseline,
                peers,
                9,
                1e-4,
                0.01,
                since,
                true);
    }

    /** Without the spaces that do not break. */
    private static String plain(String sentence) {
        return sentence.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
