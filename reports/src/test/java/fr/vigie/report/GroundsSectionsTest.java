package fr.vigie.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GroundsSectionsTest {

    private static ManagersView with(ManagersView view, Grounds grounds) {
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
                view.needs(),
                view.scores(),
                view.model(),
                view.roster(),
                view.people(),
                view.scenarios(),
                view.adherence(),
                grounds);
    }

    /** What a section says, its tags taken out. */
    private static String section(String id, Grounds grounds, Locale locale) {
        return section(id, with(SampleManagers.empty(), grounds), locale);
    }

    private static String need(Grounds grounds, Locale locale) {
        return section("need", with(SampleManagers.view(), grounds), locale);
    }

    private static String section(String id, ManagersView view, Locale locale) {
        var page = ManagersPage.render(view, locale);
        var from = page.indexOf("<section id=\"" + id + "\"");
        assertTrue(from >= 0, id);
        return page.substring(from, page.indexOf("</section>", from))
                .replaceAll("<[^>]*>", " ")
                .replaceAll("[\\s\u00a0\u202f]+", " ");
    }

    private static String promise(Locale locale) {
        return section("promise", SampleGrounds.grounds(), locale);
    }

    @Test
    void practicesBelowTheirPromiseComeFirstTheFarthestBefore() {
        var french = promise(Locale.FRANCE);
        assertTrue(french.contains("2 cabinets sur 4 doivent s’attendre à moins que ce qui leur est promis"), french);
        assertTrue(french.contains("du 23 mars 2026 au 29 mars 2026"), french);
        var all = french.substring(french.indexOf("Tous les cabinets"));
        var order = List.of("Maison de santé du Port", "Cabinet du Parc", "Cabinet des Acacias", "Zoé Martin");
        assertEquals(
                order,
                order.stream()
                        .sorted((a, b) -> Integer.compare(all.indexOf(a), all.indexOf(b)))
                        .toList());
        assertTrue(promise(Locale.ENGLISH).contains("2 practices of 4 must expect less than they are promised"));
    }

    @Test
    void promisesAreSummedUpByWhatTheyPromise() {
        var english = promise(Locale.ENGLISH);
        // (100 x 0.882 + 300 x 0.85) / 400 = 0.858, and 0.06 more with those needed.
        assertTrue(english.contains("90% in 20 s 2 2 85.8% 91.8% 400 21.5"), english);
        assertTrue(english.contains("80% in 20 s 2 0 86.5% 92.5% 1,000 0.0"), english);
    }

    /** The same with other shares than the sample's. */
    private static PracticePromise promise(
            PracticePromise like, OptionalDouble withNeeded, OptionalDouble withPlanned) {
        return new PracticePromise(
                like.practice(),
                like.name(),
                like.group(),
                like.share(),
                like.withinSeconds(),
                like.origin(),
                like.from(),
                like.until(),
                like.calls(),
                withNeeded,
                withPlanned,
                like.priceHours());
    }

    @Test
    void whatIsPrintedIsWhatIsCompared() {
        var acacias = SampleGrounds.grounds().promises().get(0);
        var needed = OptionalDouble.of(0.9);
        assertFalse(promise(acacias, needed, OptionalDouble.of(0.7999)).isBelow(), "80.0 % of 80 %");
        assertTrue(promise(acacias, needed, OptionalDouble.of(0.7994)).isBelow(), "79.9 % of 80 %");
        var said = section(
                "promise",
                new Grounds(
                        List.of(promise(acacias, needed, OptionalDouble.of(0.7999))), List.of(), List.of(), List.of()),
                Locale.FRANCE);
        assertTrue(said.contains("tous les cabinets (1) peuvent s’attendre à ce qui leur est promis"), said);
    }

    @Test
    void teamsWithoutARosterAreToldApart() {
        var sample = SampleGrounds.grounds().promises();
        var unplanned = promise(sample.get(2), OptionalDouble.of(0.85), OptionalDouble.empty());
        var said = section(
                "promise",
                new Grounds(List.of(sample.get(0), sample.get(1), unplanned), List.of(), List.of(), List.of()),
                Locale.FRANCE);
        assertTrue(said.contains("Avec ceux qui sont planifiés, 1 cabinet sur 2 doit s’attendre"), said);
        assertTrue(
                said.contains(
                        "Là où aucun planning n’est enregistré, avec les opérateurs nécessaires, 1 cabinet sur 1 doit"),
                said);
    }

    @Test
    void withoutARosterTheNeedIsHeldAgainstThePromise() {
        var promise = SampleGrounds.grounds().promises().get(2);
        var unplanned = promise(promise, promise.withNeeded(), OptionalDouble.empty());
        var said = section("promise", new Grounds(List.of(unplanned), List.of(), List.of(), List.of()), Locale.FRANCE);
        assertTrue(said.contains("Avec les opérateurs nécessaires, tous les cabinets (1) peuvent"), said);
        assertFalse(said.contains("Les cabinets au-dessous"), said);
    }

    @Test
    void aPromiseOutOfReachIsNamedWithWhereItIsFirst() {
        var english = need(SampleGrounds.grounds(), Locale.ENGLISH);
        assertTrue(
                english.contains(
                        "Out of reach with as many operators as there may be (staffing.max-agents): the share of calls answered in time, once, first on Tuesday, 24 March 2026 at 8:00 the share of callers who wait too long, 2 times, first on Monday, 23 March 2026 at 8:00"),
                english);
        var french = need(SampleGrounds.grounds(), Locale.FRANCE);
        assertTrue(
                french.contains(
                        "la part des appelants qui attendent trop longtemps, 2 fois, d’abord le lundi 23 mars 2026 à 8 h 00"),
                french);
        assertFalse(need(Grounds.UNKNOWN, Locale.ENGLISH).contains("Out of reach"));
    }

    @Test
    void callersAreToldWithTheirIntervalAndWhereTheFigureComesFrom() {
        var french = section("callers", SampleGrounds.grounds(), Locale.FRANCE);
        assertTrue(
                french.contains(
                        "Patience moyenne 302 s d’après les appels 302 s 290 s à 315 s dans 95 % des cas 120 400 attentes ; raccrochés : 2 310 écart à une loi exponentielle : 1,2 points au plus"),
                french);
        assertTrue(
                french.contains("40,0 % valeur usuelle, trop peu d’appels perdus les appels n’en disent rien"), french);
    }

    @Test
    void workIsToldByDayWithTheQuietHourAndWhatIsLate() {
        var english = section("backlog", SampleGrounds.grounds(), Locale.ENGLISH);
        assertTrue(english.contains("16.0 h of work beside calls come from 23 March 2026 to 24 March 2026"), english);
        assertTrue(english.contains("Late: 1.0 h, at worst Mon 23 at 11:00"), english);
        assertTrue(english.contains("at most 2 operators more"), english);
        assertTrue(english.contains("Mon 23 8.0 7.0 1.0 12:00 to 13:00 8.0 2"), english);
        assertTrue(english.contains("Tue 24 8.0 7.0 0.0 12:00 to 13:00 8.0 0"), english);
    }

    @Test
    void saysWhichCommandWouldFillAnEmptySection() {
        assertTrue(section("promise", Grounds.UNKNOWN, Locale.FRANCE).contains("vigie staffing"));
        assertTrue(section("callers", Grounds.UNKNOWN, Locale.FRANCE).contains("vigie staffing"));
        assertTrue(section("backlog", Grounds.UNKNOWN, Locale.FRANCE).contains("vigie ingest work"));
    }
}
