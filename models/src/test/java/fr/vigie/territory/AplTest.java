package fr.vigie.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.Commune;
import fr.vigie.input.Supply;
import fr.vigie.privacy.DisclosureRules;
import fr.vigie.privacy.Suppression;
import fr.vigie.territory.AplThresholds.AplClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AplTest {
    private static final Apl APL = new Apl(Bands.APL_2015, 5400);
    private static final Suppression CONTROL = new Suppression(DisclosureRules.STANDARD);
    private static final DesertRisk RISK = new DesertRisk(AplThresholds.ZONING, 0.5, 0.3, 0.2);

    private static Supply supply(String insee, double practitioners, double over65) {
        return new Supply(insee, "general", 2025, practitioners, practitioners * 0.9, over65, over65, over65);
    }

    @Test
    void aFullTimeDoctorIs5400ConsultationsAYear() {
        var town = Communes.of("59001", "59", "591", "E1", 10_800, null);
        var supply = new Supply("59001", "general", 2025, 4.0, 8.0, 1.0, 1.0, 1.0);
        var apl = APL.of(List.of(town), List.of(supply), List.of(new Trip("59001", "59001", 0)))
                .get(0)
                .apl();
        assertEquals(4.0, apl.getOrDefault(SupplyScenario.TODAY, 0.0), 1e-12);
        assertEquals(3.0, apl.getOrDefault(SupplyScenario.WITHOUT_OVER_65, 0.0), 1e-12, "one of four leaves");
    }

    @Test
    void withoutAgesNothingIsProjected() {
        var town = Communes.at("59001", "59", "591", "E1");
        var supply = new Supply("59001", "general", 2025, 4.0, null, null, null, null);
        var apl = APL.of(List.of(town), List.of(supply), List.of(new Trip("59001", "59001", 0)))
                .get(0)
                .apl();
        assertEquals(List.of(SupplyScenario.TODAY), List.copyOf(apl.keySet()));
    }

    @Test
    void meansAreWeightedByPopulation() {
        var figures = AccessFigures.published(
                List.of(
                        Communes.of("59001", "59", "591", "E1", 9000, 4.5),
                        Communes.of("59002", "59", "591", "E1", 1000, 2.5),
                        Communes.of("59003", "59", "591", "E1", 500, null)),
                AplThresholds.ZONING);
        var mean = figure(figures, Mesh.EPCI, Indicator.APL_PUBLISHED);
        assertEquals(4.3, value(mean), 1e-12);
        assertEquals("2018", mean.period());
        assertEquals("as-published; class-outside", mean.note());
        assertEquals(0.1, value(figure(figures, Mesh.EPCI, Indicator.SHARE_LOW_APL_PUBLISHED)), 1e-12);
    }

    @Test
    void theAgesOfFewDoctorsAreMaskedAndTodaysAccessIsNot() {
        var communes = new ArrayList<Commune>();
        var supply = new ArrayList<Supply>();
        var trips = new ArrayList<Trip>();
        for (int i = 0; i < 4; i++) {
            var insee = "5900" + i;
            communes.add(Communes.of(insee, "59", "591", "E" + i, 20_000, null));
            supply.add(supply(insee, i == 0 ? 2 : 12, 1));
            trips.add(new Trip(insee, insee, 0));
        }
        var figures = new AccessFigures(AplThresholds.ZONING, CONTROL, "2025", Note.TRAVEL_BY_ROAD)
                .of(APL.of(communes, supply, trips), supply, RISK, Map.of());
        for (var figure : figures) {
            if (figure.territory().equals(new Territory(Mesh.EPCI, "E0"))) {
                boolean aboutAges =
                        figure.indicator() != Indicator.APL && figure.indicator() != Indicator.SHARE_LOW_APL;
                assertEquals(aboutAges, figure.masked(), figure.indicator().key());
            }
            if (figure.territory().mesh() == Mesh.COMMUNE) {
                assertEquals(Indicator.APL, figure.indicator(), "a commune tells nothing of ages");
            }
        }
        var masked = figures.stream()
                .filter(figure -> figure.masked() && figure.indicator() == Indicator.APL_WITHOUT_OVER_65)
                .toList();
        assertEquals(2, masked.size(), "a second one is masked, else the arrondissement less the others is the first");
        masked.forEach(figure -> assertNull(figure.value()));
    }

    @Test
    void aValueOnTheLineBelongsBelowIt() {
        assertEquals(AplClass.UNDER_DENSE, AplThresholds.ZONING.classOf(2.5));
        assertEquals(AplClass.POOL, AplThresholds.ZONING.classOf(2.501));
        assertEquals(AplClass.POOL, AplThresholds.ZONING.classOf(4));
        assertEquals(AplClass.OUTSIDE, AplThresholds.ZONING.classOf(4.001));
    }

    @Test
    void theRiskGrowsWithScarcityAgeAndStrain() {
        assertEquals(0, RISK.of(5, 5, OptionalDouble.empty()));
        assertEquals(1, RISK.of(2, 1, OptionalDouble.of(0.5)));
        assertEquals(0.5, RISK.of(3.25, 3.25 * 0.75, OptionalDouble.of(0.25)), 1e-12, "everything half-way");
        assertTrue(RISK.of(3, 2.5, OptionalDouble.empty()) > RISK.of(3, 3, OptionalDouble.empty()));
        assertFalse(RISK.of(3, 3, OptionalDouble.of(0)) > RISK.of(3, 3, OptionalDouble.of(0.1)));
    }

    private static Figure figure(List<Figure> figures, Mesh mesh, Indicator indicator) {
        return figures.stream()
                .filter(figure -> figure.territory().mesh() == mesh && figure.indicator() == indicator)
                .findFirst()
                .orElseThrow();
    }

    private static double value(Figure figure) {
        return figure.value() == null ? Double.NaN : figure.value();
    }
}
