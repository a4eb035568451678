package fr.vigie.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManagersPageTest {

    @Test
    void saysTheWeekInFrench() {
        var html = Pages.kept("managers.fr", ManagersPage.render(SampleManagers.view(), Locale.FRANCE));
        assertTrue(html.contains("lundi 23 mars 2026"));
        assertTrue(html.contains("Le pic du lundi"));
    }

    @Test
    void saysTheWeekInEnglish() {
        var html = Pages.kept("managers.en", ManagersPage.render(SampleManagers.view(), Locale.ENGLISH));
        assertTrue(html.contains("Monday, 23 March 2026"), html.substring(0, 200));
        assertTrue(html.contains("The Monday peak"));
    }

    @Test
    void saysWhatTheCalendarChanges() {
        var french = ManagersPage.render(SampleManagers.view(), Locale.FRANCE);
        assertTrue(french.contains("Lundi après un jour férié\u00a0: +31\u00a0%"));
        assertTrue(french.contains("Toute la semaine, vacances scolaires\u00a0: \u22128\u00a0%"));
        assertFalse(french.contains("de fin de mois"));
        var english = ManagersPage.render(SampleManagers.view(), Locale.ENGLISH);
        assertTrue(english.contains("Monday after a public holiday: +31 %"));
    }

    @Test
    void drawsAPictureForEveryDay() {
        var page = Pages.parsed(ManagersPage.render(SampleManagers.view(), Locale.FRANCE));
        var pictures = page.getElementsByTagName("svg");
        var days = 0;
        for (var k = 0; k < pictures.getLength(); k++) {
            var name = pictures.item(k).getAttributes().getNamedItem("aria-labelledby");
            if (name.getNodeValue().startsWith("load-2026-")) {
                days++;
            }
        }
        assertEquals(6, days);
    }

    @Test
    void tellsInAGlanceTheWeekThePeakTheGapAndHowSureItIs() {
        var facts = facts(SampleManagers.view());
        assertTrue(facts.contains("Appels attendus") && facts.contains("dans 80\u00a0% des cas"), facts);
        assertTrue(facts.contains("Le pic, lundi") && facts.contains("la demi-heure la plus chargée"), facts);
        assertTrue(facts.contains("Heures manquantes") && facts.contains("au pire lun. 23 à"), facts);
        assertTrue(facts.contains("Écart moyen de la prévision") && facts.contains("de 2 à 14 jours"), facts);
    }

    @Test
    void givesTheNeedAloneWhereNobodyPlanned() {
        var view = SampleManagers.view();
        var bare = view.needs().stream()
                .map(need -> new Need(
                        need.group(), need.day(), need.minute(), need.agents(), need.scheduled(), OptionalInt.empty()))
                .toList();
        var html = ManagersPage.render(with(view, bare, view.roster()), Locale.FRANCE);
        assertTrue(html.contains("Le besoin le plus fort"));
        assertTrue(html.contains("Aucun planning n’est enregistré"));
        assertFalse(html.contains("Où il manque du monde"));
        assertFalse(html.contains("Heures manquantes"));
    }

    @Test
    void saysWhatTheProposedRosterWouldStillLack() {
        var view = SampleManagers.view();
        var day = SampleManagers.WEEK;
        var needs = List.of(
                new Need("network", day, 480, 2, 3, OptionalInt.of(0)),
                new Need("network", day, 510, 1, 2, OptionalInt.of(0)));
        var roster = List.of(new ShiftPiece("Amandine R.", day, 480, 540, "calls"));
        var html = ManagersPage.render(with(view, needs, roster), Locale.FRANCE);
        assertTrue(html.contains("il manquerait 0,5 heures"), "one operator for one half-hour");
        assertTrue(html.contains("il en manque 1,5"), "with the shifts stored");
    }

    @Test
    void aServiceOpenDayAndNightHasEveryHalfHour() {
        var view = SampleManagers.view();
        var day = SampleManagers.WEEK;
        var needs = IntStream.range(0, 48)
                .mapToObj(k -> new Need("network", day, k * 30, 2, 3, OptionalInt.of(1)))
                .toList();
        var roster = List.of(new ShiftPiece("Amandine R.", day, 22 * 60, 30 * 60, "calls"));
        var html = ManagersPage.render(with(view, needs, roster), Locale.FRANCE);
        assertTrue(html.contains("0\u00a0h\u00a000 à 24\u00a0h\u00a000"), "one shortage all day");
        assertTrue(html.contains("22\u00a0h\u00a000 à 6\u00a0h\u00a000 le lendemain"), "the night shift");
    }

    @Test
    void namesTheGroupWhereThereAreSeveral() {
        var view = SampleManagers.view();
        var day = SampleManagers.WEEK;
        var one = List.of(new Need("nord", day, 480, 4, 5, OptionalInt.of(1)));
        var two = List.of(one.get(0), new Need("sud", day, 480, 4, 5, OptionalInt.of(2)));
        assertFalse(
                ManagersPage.render(with(view, one, List.of()), Locale.FRANCE).contains(">Groupe</th>"));
        assertTrue(
                ManagersPage.render(with(view, two, List.of()), Locale.FRANCE).contains(">Groupe</th>"));
    }

    private static ManagersView with(ManagersView view, List<Need> needs, List<ShiftPiece> roster) {
        return new ManagersView(
                view.edition(),
                view.scope(),
                view.target(),
                view.week(),
                view.demand(),
                view.expected(),
                view.effects(),
                view.past(),
                needs,
                view.scores(),
                view.model(),
                roster);
    }

    private static String facts(ManagersView view) {
        var html = ManagersPage.render(view, Locale.FRANCE);
        return html.substring(html.indexOf("class=\"facts\""), html.indexOf("<nav"));
    }
}
