package fr.vigie.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
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
}
