package fr.vigie.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.territory.Figure;
import fr.vigie.territory.Indicator;
import fr.vigie.territory.Mesh;
import fr.vigie.territory.Territory;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AuthoritiesPageTest {
    private static final Pattern PERSONAL = Pattern.compile("practi|account|alert|caller|operator|age$|birth|signal");

    @Test
    void showsTerritoriesInFrench() {
        var html = Pages.kept("authorities.fr", AuthoritiesPage.render(SampleAuthorities.view(), Locale.FRANCE));
        assertTrue(html.contains("Par intercommunalité, EPCI (accessibilité calculée 2025)"));
        assertTrue(html.contains("n’est pas un échantillon"));
    }

    @Test
    void showsTerritoriesInEnglish() {
        var html = Pages.kept("authorities.en", AuthoritiesPage.render(SampleAuthorities.view(), Locale.ENGLISH));
        assertTrue(html.contains("By inter-municipality, EPCI (accessibility as computed 2025)"));
    }

    @Test
    void hatchesWhatIsMaskedAndSaysWhy() {
        var html = AuthoritiesPage.render(SampleAuthorities.view(), Locale.FRANCE);
        assertTrue(html.contains("<td class=\"number masked\">n.c.</td>"));
        assertTrue(html.contains("url(#map-epcis-hatch)"), "the map too");
        assertTrue(html.contains("trop peu de cabinets"));
    }

    @Test
    void saysFirstWhereAccessIsBreaking() {
        var html = AuthoritiesPage.render(SampleAuthorities.view(), Locale.FRANCE);
        var first = html.substring(html.indexOf("id=\"breaking\""), html.indexOf("id=\"map\""));
        assertTrue(first.contains("2 intercommunalités sur 9 aujourd’hui, 3 si leurs médecins"), first);
        assertTrue(first.contains("habitants)\u00a0: 1,90 aujourd’hui, 1,65 sans les médecins"), first);
        assertTrue(first.contains("2,60 aujourd’hui, 2,26 sans"), "the one that would fall under the line");
        assertTrue(first.contains("Niveau\u00a0: l’intercommunalité"), "the mesh");
    }

    @Test
    void callsTerritoriesByTheirNames() {
        var html = AuthoritiesPage.render(SampleAuthorities.view(), Locale.FRANCE);
        assertTrue(html.contains("Nord (59)"));
        assertTrue(html.contains("autour de Commune 1 (595)"), "the largest commune of what has no name");
    }

    @Test
    void saysHowSureAPanelRateIsAndHowManyPracticesStandBehindIt() {
        var period = "2026-01-01/2026-04-01";
        var department = new Territory(Mesh.DEPARTMENT, "59");
        var html = AuthoritiesPage.render(
                with(
                        new Figure(
                                department,
                                "59",
                                period,
                                Indicator.PANEL_NO_SLOT,
                                0.114,
                                0.1,
                                0.129,
                                6,
                                900L,
                                false,
                                null),
                        new Figure(
                                department,
                                "59",
                                period,
                                Indicator.PANEL_COVERAGE,
                                0.206,
                                null,
                                null,
                                6,
                                900L,
                                false,
                                null)),
                Locale.FRANCE);
        assertTrue(html.contains("11,4\u00a0%<small>10,0\u00a0% à 12,9\u00a0%</small>"));
        assertTrue(html.contains("20,6\u00a0%<small>6\u00a0cabinets</small>"));
        assertTrue(html.contains("Panel observé du"));
    }

    @Test
    void saysWhichTerritoryToReadInsteadOfAMaskedOne() {
        var epci = new Territory(Mesh.EPCI, "200040954");
        var html = AuthoritiesPage.render(
                with(new Figure(
                        epci,
                        "CC de l’Exemple",
                        "2026-01-01/2026-04-01",
                        Indicator.PANEL_NO_SLOT,
                        null,
                        null,
                        null,
                        null,
                        null,
                        true,
                        "confidential; see department 59")),
                Locale.FRANCE);
        assertTrue(html.contains("À lire à la place</th>"));
        assertTrue(html.contains("<td class=\"words plain\">Nord (59)</td>"));
    }

    @Test
    void saysHowFewAreTooFew() {
        var view = SampleAuthorities.view();
        var html = AuthoritiesPage.render(
                new AuthoritiesView(
                        view.edition(),
                        view.figures(),
                        view.sites(),
                        List.of(
                                new AuthoritiesView.Parameter("disclosure.least-units", "5"),
                                new AuthoritiesView.Parameter("disclosure.least-persons", "11"),
                                new AuthoritiesView.Parameter("disclosure.dominance", "0.85"))),
                Locale.FRANCE);
        assertTrue(html.contains("au moins 5 cabinets et 11 appelants derrière chaque chiffre"));
        assertTrue(html.contains("85\u00a0% ou plus"));
    }

    @Test
    void withoutAPanelThereIsNoPeriodOfOne() {
        var view = SampleAuthorities.view();
        var bare = new AuthoritiesView(
                view.edition(),
                view.figures().stream()
                        .filter(figure -> !figure.indicator().key().startsWith("panel"))
                        .toList(),
                view.sites(),
                List.of());
        var html = AuthoritiesPage.render(bare, Locale.FRANCE);
        assertFalse(html.contains("Panel observé du"));
        assertTrue(html.contains("trop peu de cabinets ont donné leur accord"));
    }

    private static AuthoritiesView with(Figure... figures) {
        var view = SampleAuthorities.view();
        return new AuthoritiesView(view.edition(), List.of(figures), view.sites(), List.of());
    }

    @Test
    void putsTheLinesOfTheZoningBetweenTheClasses() {
        assertEquals(AccessClass.LOW, AccessClass.of(2.5));
        assertEquals(AccessClass.LOWER_POOL, AccessClass.of(2.5001));
        assertEquals(AccessClass.UPPER_POOL, AccessClass.of(4));
        assertEquals(AccessClass.ABOVE, AccessClass.of(4.0001));
        assertTrue(AccessClass.values().length <= 5);
    }

    /** Not a promise but a fact of the types: no component anywhere below the view names a person or a practice. */
    @Test
    void cannotHoldAPractice() {
        var seen = new LinkedHashSet<Class<?>>();
        collect(AuthoritiesView.class, seen);
        assertTrue(seen.size() > 4, seen.toString());
        for (var type : seen) {
            for (var part : type.getRecordComponents()) {
                assertFalse(
                        PERSONAL.matcher(part.getName().toLowerCase(Locale.ROOT))
                                .find(),
                        type.getSimpleName() + "." + part.getName());
            }
            assertFalse(List.of(Account.class, AccountAlert.class).contains(type));
        }
    }

    private static void collect(Type type, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, seen));
        } else if (type instanceof Class<?> found && found.isRecord() && seen.add(found)) {
            Arrays.stream(found.getRecordComponents()).forEach(part -> collect(part.getGenericType(), seen));
        }
    }
}
