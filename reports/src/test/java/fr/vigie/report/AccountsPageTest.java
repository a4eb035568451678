package fr.vigie.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class AccountsPageTest {

    @Test
    void givesTheSentenceAndItsEvidence() {
        var html = Pages.kept("accounts.fr", AccountsPage.render(SampleAccounts.view(), Locale.FRANCE));
        assertTrue(html.contains("19 transferts sur 61"));
        assertTrue(html.contains("31,1\u00a0% (19 sur 61)"), "rate with numerator and denominator");
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
