package fr.vigie.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccountsPageTest {

    @Test
    void givesTheSentenceAndItsEvidence() {
        var html = Pages.kept("accounts.fr", AccountsPage.render(SampleAccounts.view(), Locale.FRANCE));
        assertTrue(html.contains("19 transferts sur 61"));
        assertTrue(html.contains("31,1\u00a0%<small>19 transferts sur 61</small>"), "rate, numerator, denominator");
    }

    @Test
    void tellsWhatStoodWhenTheAlertWasOpenedFromWhatStandsToday() {
        var html = AccountsPage.render(SampleAccounts.view(), Locale.FRANCE);
        var card = card(html, "alert-2");
        assertTrue(card.contains("À l’ouverture, le 2 mars 2026"), "before the sentence");
        assertTrue(card.contains("À l’ouverture, 2 mars 2026</th>"), "over a column");
        assertTrue(card.contains("Aujourd’hui, 23 mars 2026</th>"), "over the other");
    }

    @Test
    void tellsHoursAndTheirUnitWhereMinutesAreCounted() {
        var view = SampleAccounts.view();
        var windDown = new AccountAlert(
                "A-1",
                "P003",
                "wind-down",
                "open",
                "Un médecin ouvre moins.",
                OptionalDouble.of(0.997),
                view.edition().asOf(),
                Optional.empty(),
                List.of(new AccountAlert.Reading(
                        view.edition().asOf(),
                        20_415,
                        23_962,
                        OptionalDouble.of(1),
                        OptionalDouble.of(1),
                        Optional.of(LocalDate.of(2026, 2, 9)))));
        var html = AccountsPage.render(
                new AccountsView(view.edition(), List.of(windDown), view.accounts()), Locale.FRANCE);
        assertTrue(html.contains("340\u00a0h ouvertes sur 399\u00a0h"));
        assertFalse(html.contains("20\u202f415"), "bare minutes");
        assertTrue(html.contains("plus de 99\u00a0%"), "nothing is certain");
    }

    @Test
    void saysThatASignalHasDiedDown() {
        var card = card(AccountsPage.render(SampleAccounts.view(), Locale.FRANCE), "alert-2");
        assertTrue(card.contains("retombé"), card);
    }

    @Test
    void saysThatTheReadingsOfAnAlertAreGone() {
        var card = card(AccountsPage.render(SampleAccounts.view(), Locale.FRANCE), "alert-3");
        assertTrue(card.contains("ne sont plus dans l’entrepôt"), card);
        assertFalse(card.contains("<table"), "a table of nothing");
    }

    @Test
    void saysWhomToCallFirstAndWhy() {
        var page = Pages.parsed(AccountsPage.render(SampleAccounts.view(), Locale.FRANCE));
        var first = page.getElementsByTagName("li");
        var said = Stream.iterate(0, k -> k < first.getLength(), k -> k + 1)
                .map(k -> first.item(k).getTextContent())
                .filter(text -> text.startsWith("Cabinet de la Gare 3 (Camille Morel)"))
                .findFirst()
                .orElseThrow();
        assertTrue(said.contains("(19 transferts sur 61) depuis le 9 février 2026, contre 6,2"), said);
    }

    @Test
    void tellsPracticesOfTheSameNameApart() {
        var html = AccountsPage.render(SampleAccounts.view(), Locale.FRANCE);
        assertTrue(html.contains("Cabinet Pasteur 10<small>P010</small>"));
    }

    private static String card(String html, String anchor) {
        var from = html.indexOf("id=\"" + anchor + "\"");
        return html.substring(from, html.indexOf("</article>", from));
    }

    @Test
    void namesTheSignalInEnglish() {
        var html = Pages.kept("accounts.en", AccountsPage.render(SampleAccounts.view(), Locale.ENGLISH));
        assertTrue(html.contains("transfers refused or unanswered"));
    }

    @Test
    void putsPracticesWithAlertsFirst() {
        var html = AccountsPage.render(SampleAccounts.view(), Locale.FRANCE);
        var table = html.substring(html.indexOf("id=\"accounts\""));
        assertTrue(table.indexOf("de la Gare 3") < table.indexOf("Cabinet Pasteur 10"));
    }

    @Test
    void keepsAnAlertOfAPracticeThatIsNoLongerAClient() {
        assertTrue(AccountsPage.render(SampleAccounts.view(), Locale.FRANCE).contains("P099"));
    }
}
