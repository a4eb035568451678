package fr.vigie.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
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
        assertFalse(french.contains("Vendredi, fin de mois"), "less than one per cent");
        var english = ManagersPage.render(SampleManagers.view(), Locale.ENGLISH);
        assertTrue(english.contains("Monday after a public holiday: +31%"));
    }

    @Test
    void saysWhatChangesInEachGroupAndWhatTerritoriesBring() {
        var french = ManagersPage.render(SampleManagers.view(), Locale.FRANCE);
        assertTrue(french.contains("Lundi 30 mars 2026 après un jour férié\u00a0: +27\u00a0%"));
        assertTrue(french.contains("Semaine du 23 mars 2026, vacances scolaires\u00a0: \u221210\u00a0%"));
        assertFalse(french.contains("Mardi 24 mars 2026, fin de mois"), "less than one per cent");
        assertTrue(french.contains("P-044"));
        assertTrue(french.contains("CU d’Arras"));
        assertTrue(french.contains("territoire inconnu"));
        var english = ManagersPage.render(SampleManagers.view(), Locale.ENGLISH);
        assertTrue(english.contains("Monday, 30 March 2026 after a public holiday: +27%"));
        assertTrue(ManagersPage.render(SampleManagers.empty(), Locale.FRANCE).contains("ni sur les territoires"));
    }

    @Test
    void daysAndTheWeekHaveIntervalsOfTheirOwn() {
        var view = SampleManagers.view();
        var week = view.totals().get(view.totals().size() - 1);
        var words = new Words(Locale.FRANCE, "managers");
        var facts = facts(view);
        assertTrue(
                facts.contains("de %s à %s dans 80\u00a0%% des cas"
                        .formatted(words.count(week.low80()), words.count(week.high80()))),
                facts);
        var monday = view.totals().get(0);
        var page = ManagersPage.render(view, Locale.FRANCE);
        assertTrue(page.contains(words.range(words.count(monday.low95()), words.count(monday.high95()))));
    }

    @Test
    void withoutIntervalsOfDaysThePageGivesTheirSumsAlone() {
        var view = SampleManagers.view();
        var facts = facts(with(view, List.of(), view.scores(), "seasonal-naive"));
        assertTrue(facts.contains("semaine du 23 mars") && !facts.contains("dans 80\u00a0% des cas"), facts);
    }

    @Test
    void showsTheBaselinesBesideTheModelInUse() {
        var page = ManagersPage.render(SampleManagers.view(), Locale.FRANCE);
        assertTrue(page.contains("fait l’erreur la plus faible"));
        assertTrue(page.contains("Moyenne des six mêmes jours"));
        assertTrue(page.contains("Même jour de la semaine précédente"));
        assertTrue(page.contains(">+31\u00a0%<"), "what the naive forecast loses");
    }

    @Test
    void scoresHaveEveryErrorAndEveryCoverageAtEveryHorizon() {
        var page = ManagersPage.render(SampleManagers.view(), Locale.FRANCE);
        for (var column :
                List.of("WAPE", "MASE", "sMAPE", "Pinball", "Couverture à 50", "Couverture à 80", "Couverture à 95")) {
            assertTrue(page.contains(column), column);
        }
        assertTrue(page.contains("51,7\u00a0%") || page.contains("52\u00a0%"), "what 50 % covered");
        assertTrue(page.contains("le lendemain")
                && page.contains("de 2 à 14 jours")
                && page.contains("de 2 à 6 semaines"));
    }

    @Test
    void saysOfPracticesWithoutCallsWhatTheyRestOn() {
        var page = ManagersPage.render(SampleManagers.view(), Locale.FRANCE);
        assertTrue(page.contains("P-251") && page.contains("prévu comme les cabinets de sa sorte"));
        assertTrue(page.contains("P-017") && page.contains("il est parti"));
        assertTrue(ManagersPage.render(SampleManagers.view(), Locale.UK).contains("no forecast: it has left"));
    }

    @Test
    void aModelThatLosesIsShownLosing() {
        var view = SampleManagers.view();
        var page = ManagersPage.render(with(view, view.totals(), view.scores(), "seasonal-naive"), Locale.FRANCE);
        assertTrue(page.contains("il y est battu par\u00a0: Moyenne des six mêmes jours, Régression par heure"), page);
        assertTrue(page.contains("\u221224\u00a0%"), "the regression errs less by a quarter");
        assertFalse(page.contains("fait l’erreur la plus faible"));
    }

    @Test
    void correctionsAreComparedOnlyWithTheModelThatTheyCorrected() {
        var view = SampleManagers.view();
        var scores = new ArrayList<>(view.scores());
        scores.add(score("override", 0.02));
        scores.add(score("overridden", 0.04));
        var page = ManagersPage.render(with(view, view.totals(), scores, "hour-of-week-regression"), Locale.FRANCE);
        assertTrue(page.contains("fait l’erreur la plus faible"), "on the same intervals");
        assertTrue(page.contains("Correction du planificateur"));
        assertTrue(page.contains("\u221250\u00a0%"), "the planner halved the error");
    }

    private static Score score(String model, double wape) {
        var none = OptionalDouble.empty();
        return new Score(
                model, "network", "all", "next-day", OptionalDouble.of(wape), none, none, none, none, none, none);
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
        assertFalse(needs(with(view, one, List.of())).contains(">Groupe</th>"));
        assertTrue(needs(with(view, two, List.of())).contains(">Groupe</th>"));
    }

    @Test
    void scenariosStandBesideTheWeekAsItIs() {
        var page = ManagersPage.render(SampleManagers.view(), Locale.FRANCE);
        assertTrue(page.contains("Et si"));
        assertTrue(page.contains("automate-40"));
        assertTrue(page.contains("\u2212300"), "300 hours fewer than as planned");
        assertTrue(page.contains("No line is open then."));
        assertTrue(ManagersPage.render(SampleManagers.empty(), Locale.FRANCE).contains("vigie scenario run"));
    }

    private static ManagersView with(ManagersView view, List<Need> needs, List<ShiftPiece> roster) {
        return new ManagersView(
                view.edition(),
                view.scope(),
                view.target(),
                view.week(),
                view.demand(),
                view.expected(),
                view.totals(),
                view.effects(),
                view.footings(),
                view.places(),
                view.past(),
                needs,
                view.scores(),
                view.model(),
                roster,
                view.people(),
                view.scenarios(),
                view.adherence(),
                view.grounds());
    }

    private static ManagersView with(ManagersView view, List<ExpectedTotal> totals, List<Score> scores, String model) {
        return new ManagersView(
                view.edition(),
                view.scope(),
                view.target(),
                view.week(),
                view.demand(),
                view.expected(),
                totals,
                view.effects(),
                view.footings(),
                view.places(),
                view.past(),
                view.needs(),
                scores,
                Optional.of(model),
                view.roster(),
                view.people(),
                view.scenarios(),
                view.adherence(),
                view.grounds());
    }

    private static String needs(ManagersView view) {
        var html = ManagersPage.render(view, Locale.FRANCE);
        int start = html.indexOf("<section id=\"need\"");
        return html.substring(start, html.indexOf("</section>", start));
    }

    private static String facts(ManagersView view) {
        var html = ManagersPage.render(view, Locale.FRANCE);
        return html.substring(html.indexOf("class=\"facts\""), html.indexOf("<nav"));
    }
}
