package fr.vigie.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.Commune;
import fr.vigie.input.Supply;
import fr.vigie.privacy.DisclosureRules;
import fr.vigie.privacy.Suppression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PanelFiguresTest {
    private static final Suppression CONTROL = new Suppression(DisclosureRules.STANDARD);
    private static final Commune LARGE = Communes.at("59001", "59", "591", "E1");
    private static final Commune SMALL = Communes.at("59002", "59", "591", "E2");
    private static final Commune OTHER = Communes.at("59003", "59", "591", "E3");
    private static final Commune FAR = Communes.at("59004", "59", "592", "E4");
    private static final List<Commune> REGION = List.of(LARGE, SMALL, OTHER, FAR);

    private static List<PanelPractice> practices(Commune commune, int count) {
        var practices = new ArrayList<PanelPractice>();
        for (int i = 0; i < count; i++) {
            practices.add(new PanelPractice(commune, 1, i % 4 == 0 ? 1 : 0, 300, counts(1000 + 10 * i)));
        }
        return practices;
    }

    private static PanelCounts counts(long offered) {
        return new PanelCounts(offered, offered, offered / 10, offered / 2, offered / 20, offered / 10, offered / 50);
    }

    private static List<Figure> figures(List<PanelPractice> panel) {
        var supply = REGION.stream()
                .map(commune -> new Supply(commune.insee(), "general", 2025, 20.0, null, null, null, null))
                .toList();
        return new PanelFigures(panel, REGION, supply, CONTROL, "2026-01-01/2027-01-01", 365).figures();
    }

    private static Optional<Figure> figure(List<Figure> figures, Mesh mesh, String id, Indicator indicator) {
        return figures.stream()
                .filter(figure -> figure.territory().equals(new Territory(mesh, id)) && figure.indicator() == indicator)
                .findFirst();
    }

    @SafeVarargs
    private static List<PanelPractice> together(List<PanelPractice>... parts) {
        var all = new ArrayList<PanelPractice>();
        for (var part : parts) {
            all.addAll(part);
        }
        return all;
    }

    @Test
    void aTerritoryWithEnoughPracticesIsShown() {
        var figures = figures(practices(LARGE, 10));
        var coverage =
                figure(figures, Mesh.EPCI, "E1", Indicator.PANEL_COVERAGE).orElseThrow();
        assertEquals(0.5, coverage.value());
        assertEquals("panel-not-representative", coverage.note());
        var calls =
                figure(figures, Mesh.EPCI, "E1", Indicator.PANEL_CALLS_PER_1000).orElseThrow();
        assertEquals(10450 / 0.5 * 365.25 / 365, assertNotNullValue(calls), 1e-6, "of the 500 whom it stands for");
        var restricted =
                figure(figures, Mesh.EPCI, "E1", Indicator.PANEL_RESTRICTED).orElseThrow();
        assertEquals(0.3, restricted.value(), "3 of 10");
    }

    @Test
    void aShareOfPracticesIsRoundedToFivePercent() {
        var restricted = figure(figures(practices(LARGE, 9)), Mesh.EPCI, "E1", Indicator.PANEL_RESTRICTED)
                .orElseThrow();
        assertEquals(0.35, restricted.value(), "3 of 9");
    }

    @Test
    void tooFewPracticesTakeAnotherTerritoryWithThemAndNameTheLevelThatIsShown() {
        var figures = figures(together(practices(LARGE, 10), practices(SMALL, 4), practices(OTHER, 6)));
        var small = figure(figures, Mesh.EPCI, "E2", Indicator.PANEL_NO_SLOT).orElseThrow();
        assertTrue(small.masked());
        assertEquals("confidential; see arrondissement 591", small.note());
        long shown = figures.stream()
                .filter(figure -> figure.indicator() == Indicator.PANEL_NO_SLOT && !figure.masked())
                .filter(figure -> figure.territory().mesh() == Mesh.EPCI)
                .count();
        assertEquals(1, shown, "one of the two others is masked for its sake");
        assertFalse(figure(figures, Mesh.ARRONDISSEMENT, "591", Indicator.PANEL_NO_SLOT)
                .orElseThrow()
                .masked());
    }

    @Test
    void fewPracticesAltogetherAreMaskedEverywhere() {
        var figures = figures(practices(SMALL, 4));
        assertEquals(3 * 6, figures.size(), "three meshes, six indicators");
        assertTrue(figures.stream().allMatch(Figure::masked));
        assertTrue(figures.stream().allMatch(figure -> "confidential".equals(figure.note())));
    }

    @Test
    void aRateThatComesFromOneOfManyIsMaskedAlone() {
        var quiet = new ArrayList<PanelPractice>();
        for (int i = 0; i < 8; i++) {
            quiet.add(new PanelPractice(LARGE, 1, 0, 300, new PanelCounts(900, 1000, 50, 500, 20, i == 0 ? 80 : 0, 0)));
        }
        var figures = figures(quiet);
        assertTrue(figure(figures, Mesh.EPCI, "E1", Indicator.PANEL_NEW_PATIENT_REFUSAL)
                .orElseThrow()
                .masked());
        assertFalse(figure(figures, Mesh.EPCI, "E1", Indicator.PANEL_NO_SLOT)
                .orElseThrow()
                .masked());
    }

    @Test
    void theOverlapOfTwoTerritoriesIsProtectedToo() {
        var across = Communes.at("59005", "59", "592", "E1");
        var region = List.of(LARGE, OTHER, across, FAR);
        var panel = together(practices(LARGE, 10), practices(OTHER, 8), practices(across, 2), practices(FAR, 9));
        var figures = new PanelFigures(panel, region, List.of(), CONTROL, "2026", 365).figures();
        boolean e1 = figure(figures, Mesh.EPCI, "E1", Indicator.PANEL_NO_SLOT)
                .orElseThrow()
                .masked();
        boolean e3 = figure(figures, Mesh.EPCI, "E3", Indicator.PANEL_NO_SLOT)
                .orElseThrow()
                .masked();
        boolean e4 = figure(figures, Mesh.EPCI, "E4", Indicator.PANEL_NO_SLOT)
                .orElseThrow()
                .masked();
        boolean a2 = figure(figures, Mesh.ARRONDISSEMENT, "592", Indicator.PANEL_NO_SLOT)
                .orElseThrow()
                .masked();
        boolean a1 = figure(figures, Mesh.ARRONDISSEMENT, "591", Indicator.PANEL_NO_SLOT)
                .orElseThrow()
                .masked();
        assertTrue(e4 || a2, "else 592 less E4 are the two practices of E1 in 592");
        assertTrue(e1 || a1 || e3, "else E1 and E3 less 591 are");
    }

    @Test
    void strainIsToldWhereBothRatesAreShown() {
        var strain = new PanelFigures(practices(LARGE, 10), REGION, List.of(), CONTROL, "2026", 365).strain();
        assertEquals((0.1 + 0.2) / 2, strain.get(new Territory(Mesh.EPCI, "E1")), 0.01);
        assertTrue(new PanelFigures(practices(SMALL, 4), REGION, List.of(), CONTROL, "2026", 365)
                .strain()
                .isEmpty());
    }

    private static double assertNotNullValue(Figure figure) {
        assertNotNull(figure.value());
        return figure.value() == null ? Double.NaN : figure.value();
    }
}
