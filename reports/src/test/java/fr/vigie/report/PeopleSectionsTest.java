package fr.vigie.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PeopleSectionsTest {
    private static final MissedTarget MISSED = SamplePeople.missed("day", 0.825, 0.712, true);

    private static String page(Locale locale) {
        return ManagersPage.render(SampleManagers.view(), locale)
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }

    @Test
    void tellsTheGapAndItsCausesTheStrongestFirst() {
        var words = new ShortfallSentences(Locale.ENGLISH);
        assertTrue(
                words.gap(MISSED)
                        .endsWith(
                                "71.2% of calls answered in time, where the plan let expect 82.5% (−11.3 points); target: 80%."),
                words.gap(MISSED));
        assertEquals(
                List.of(
                        "−7.3 points: the number of calls, 3,360 instead of 3,000",
                        "−3.0 points: the handling time, 66 s instead of 62 s",
                        "−2.0 points: absences, 7.5 operator hours",
                        "+1.0 points: operators who were there and not ready when rostered, -1.3 hours (below zero: helpers)"),
                words.causes(MISSED).stream().map(s -> s.replace('\u00a0', ' ')).toList());
        assertEquals("", words.caution(MISSED));
        assertFalse(words.caution(SamplePeople.missed("day", 0.8, 0.7, false)).isEmpty());
    }

    @Test
    void tellsItInFrench() {
        var words = new ShortfallSentences(Locale.FRANCE);
        assertTrue(
                words.gap(MISSED).contains("appels pris à temps, quand le plan en laissait attendre"),
                words.gap(MISSED));
        assertTrue(words.causes(MISSED).get(0).contains("le nombre d’appels"), () -> words.causes(MISSED)
                .get(0));
    }

    @Test
    void showsTheTeamsAndWithholdsTheSmallOne() {
        var french = page(Locale.FRANCE);
        assertTrue(french.contains("La charge des opérateurs") && french.contains("retenu"));
        assertTrue(french.contains("Une équipe est trop petite"));
        assertTrue(page(Locale.ENGLISH).contains("One team is too small"));
    }

    @Test
    void showsWhomToHireWhen() {
        var english = page(Locale.ENGLISH);
        assertTrue(english.contains("2 hires to decide from May 2026 to July 2026"), "summary");
        assertTrue(english.contains("the risk of falling under target is 62% without hires and 19% with them"), "risk");
        assertTrue(english.contains("May 2026: decide 2"), "when");
        assertTrue(page(Locale.FRANCE).contains("2 recrutements à décider de mai 2026 à juillet 2026"), "in French");
    }

    @Test
    void saysWhyThereIsNothingToSay() {
        var empty = ManagersPage.render(SampleManagers.empty(), Locale.ENGLISH);
        assertTrue(empty.contains("vigie staffing why"));
        assertTrue(empty.contains("vigie ingest presence"));
        assertTrue(empty.contains("vigie capacity"));
    }
}
