package fr.vigie.report;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What holds for every page in every language, full or empty. */
class EveryPageTest {

    /** A page of some values in a language. */
    record Case(String name, Locale locale, String html) {
        @Override
        public String toString() {
            return name + " " + locale.getLanguage();
        }
    }

    static Stream<Case> pages() {
        return Stream.of(Locale.FRANCE, Locale.ENGLISH)
                .flatMap(locale -> Stream.of(
                        page("managers", locale, ManagersPage::render, SampleManagers.view()),
                        page("managers-empty", locale, ManagersPage::render, SampleManagers.empty()),
                        page("accounts", locale, AccountsPage::render, SampleAccounts.view()),
                        page("accounts-empty", locale, AccountsPage::render, SampleAccounts.empty()),
                        page("authorities", locale, AuthoritiesPage::render, SampleAuthorities.view()),
                        page("authorities-empty", locale, AuthoritiesPage::render, SampleAuthorities.empty())));
    }

    private static <V> Case page(String name, Locale locale, BiFunction<V, Locale, String> render, V view) {
        return new Case(name, locale, render.apply(view, locale));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isWellFormedAndSaysItsLanguage(Case page) {
        var root = Pages.parsed(page.html()).getDocumentElement();
        assertEquals("html", root.getTagName());
        assertEquals(page.locale().getLanguage(), root.getAttribute("lang"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void loadsNothingFromAnywhere(Case page) {
        assertAll(
                () -> assertFalse(page.html().contains("http:") || page.html().contains("https:"), "an address"),
                () -> assertFalse(page.html().contains("@import"), "an imported style"),
                () -> assertFalse(
                        Pattern.compile("url\\((?!#)").matcher(page.html()).find(), "a reference to a file"),
                () -> assertFalse(
                        Pattern.compile("<(script|link|img|iframe|object|embed|base)\\b")
                                .matcher(page.html())
                                .find(),
                        "an element that loads"),
                () -> assertTrue(page.html().contains("default-src 'none'"), "no policy"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void opensNoLevelOfHeadingsBeforeTheOneAbove(Case page) {
        var level = 0;
        for (var element : elements(Pages.parsed(page.html()).getElementsByTagName("*"))) {
            if (element.getTagName().matches("h[1-6]")) {
                var next = element.getTagName().charAt(1) - '0';
                assertTrue(next <= level + 1, element.getTextContent());
                level = next;
            }
        }
        assertTrue(level > 0);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void tellsEveryPictureInWords(Case page) {
        for (var picture : elements(Pages.parsed(page.html()).getElementsByTagName("svg"))) {
            assertEquals("img", picture.getAttribute("role"));
            for (var tag : List.of("title", "desc")) {
                var told = (Element) picture.getElementsByTagName(tag).item(0);
                assertFalse(told.getTextContent().isBlank());
                assertTrue(picture.getAttribute("aria-labelledby").contains(told.getAttribute("id")));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void headsEveryColumnAndRowOfATable(Case page) {
        for (var table : elements(Pages.parsed(page.html()).getElementsByTagName("table"))) {
            assertEquals(1, table.getElementsByTagName("caption").getLength());
            for (var head : elements(table.getElementsByTagName("th"))) {
                assertTrue(List.of("row", "col").contains(head.getAttribute("scope")));
                assertFalse(head.getTextContent().isBlank(), table.getTextContent());
            }
            for (var row : elements(table.getElementsByTagName("tr"))) {
                assertEquals(
                        "th", elements(row.getElementsByTagName("*")).get(0).getTagName());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void tellsNoPathAndNoPhoneNumber(Case page) {
        var text = page.html();
        assertFalse(
                Pattern.compile("/(work|home|tmp|root|Users)/|[A-Z]:\\\\")
                        .matcher(text)
                        .find(),
                "a path");
        assertFalse(
                Pattern.compile("(?<![\\d.,#-])(0[1-9]\\d{8}|\\+33\\d)")
                        .matcher(text)
                        .find(),
                "a number");
        assertFalse(text.contains("<!--"), "a comment");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void givesEveryNameOnce(Case page) {
        var names = new HashSet<String>();
        for (var element : elements(Pages.parsed(page.html()).getElementsByTagName("*"))) {
            if (element.hasAttribute("id")) {
                assertTrue(names.add(element.getAttribute("id")), element.getAttribute("id"));
            }
        }
        for (var link : elements(Pages.parsed(page.html()).getElementsByTagName("a"))) {
            var target = link.getAttribute("href");
            assertTrue(!target.startsWith("#") || names.contains(target.substring(1)), target);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void saysWhatItKnowsWhenAndWhatNot(Case page) {
        var french = page.locale().equals(Locale.FRANCE);
        for (var words : french
                ? List.of("Arrêtées au", "Définitions", "ne sait pas", "Sources")
                : List.of("As of", "Definitions", "does not know", "Sources")) {
            assertTrue(page.html().contains(words), words);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void saysWhyAPartIsEmpty(Case page) {
        for (var section : elements(Pages.parsed(page.html()).getElementsByTagName("section"))) {
            var said = elements(section.getElementsByTagName("*")).stream()
                    .filter(element -> List.of("p", "td", "dd", "li").contains(element.getTagName()))
                    .anyMatch(element -> !element.getTextContent().isBlank());
            assertTrue(said, section.getAttribute("id"));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void leavesNoPlaceholderBehind(Case page) {
        var text =
                Pages.parsed(page.html()).getElementsByTagName("body").item(0).getTextContent();
        assertFalse(
                Pattern.compile("\\{\\d|NaN|null|Optional|\\$\\{").matcher(text).find());
    }

    private static List<Element> elements(NodeList nodes) {
        return Stream.iterate(0, k -> k < nodes.getLength(), k -> k + 1)
                .map(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast)
                .toList();
    }
}
