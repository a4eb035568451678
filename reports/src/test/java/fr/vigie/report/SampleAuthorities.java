package fr.vigie.report;

import fr.vigie.territory.Figure;
import fr.vigie.territory.Indicator;
import fr.vigie.territory.Mesh;
import fr.vigie.territory.Territory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A made-up region: a grid of communes in nine inter-municipalities, two arrondissements and one department. */
final class SampleAuthorities {
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 23);

    private SampleAuthorities() {}

    static AuthoritiesView view() {
        var figures = new ArrayList<Figure>();
        var sites = new ArrayList<Site>();
        for (var k = 0; k < 180; k++) {
            var commune = new Territory(Mesh.COMMUNE, "59%03d".formatted(k + 1));
            var epci = epci(k % 15 / 5 + k / 60 * 3);
            var population = 300 + 90_000L / (1 + (k * 77) % 180);
            var row = Math.floorDiv(k, 15);
            sites.add(new Site(
                    commune,
                    "Commune " + (k + 1),
                    List.of(epci, new Territory(Mesh.ARRONDISSEMENT, "595"), new Territory(Mesh.DEPARTMENT, "59")),
                    50.1 + 0.045 * row + 0.02 * Math.sin(k * 3.1),
                    2.1 + 0.09 * (k % 15) + 0.03 * Math.sin(k * 1.7),
                    population));
            var access = 3.1 + 1.9 * Math.sin(row * 0.6) * Math.cos(k % 15 * 0.35);
            figures.add(figure(commune, "Commune " + (k + 1), Indicator.APL, access));
        }
        for (var k = 0; k < 9; k++) {
            var access = 1.9 + 0.35 * k;
            add(figures, epci(k), "CC de l’Exemple n° " + (k + 1), access, k == 4, k % 3 == 1);
        }
        add(figures, new Territory(Mesh.ARRONDISSEMENT, "595"), "595", 3.1, false, false);
        add(figures, new Territory(Mesh.ARRONDISSEMENT, "596"), "596", 3.6, false, true);
        add(figures, new Territory(Mesh.DEPARTMENT, "59"), "59", 3.4, false, false);
        return new AuthoritiesView(
                new Edition(
                        AS_OF,
                        LocalDate.of(2025, 3, 24),
                        AS_OF.minusDays(1),
                        List.of(new Provenance("territory", "c4e1a70d")),
                        Optional.of("index.en.html"),
                        List.of("territory.csv")),
                figures,
                sites,
                List.of(new AuthoritiesView.Parameter("bands", "10:1,15:0.6667,20:0.3333")));
    }

    static AuthoritiesView empty() {
        return new AuthoritiesView(
                new Edition(AS_OF, AS_OF.minusDays(7), AS_OF.minusDays(1), List.of(), Optional.empty(), List.of()),
                List.of(),
                List.of(),
                List.of());
    }

    private static Territory epci(int k) {
        return new Territory(Mesh.EPCI, "20004%04d".formatted(k));
    }

    private static void add(
            List<Figure> figures, Territory territory, String name, double access, boolean agesMasked, boolean masked) {
        figures.add(figure(territory, name, Indicator.APL, access));
        figures.add(figure(territory, name, Indicator.APL_WITHOUT_OVER_65, agesMasked ? null : access * 0.87));
        figures.add(figure(territory, name, Indicator.SHARE_LOW_APL, Math.max(0, 0.9 - access / 4)));
        figures.add(figure(territory, name, Indicator.DESERT_RISK, Math.max(0, 1 - access / 5)));
        figures.add(figure(territory, name, Indicator.PANEL_COVERAGE, masked ? null : 0.081));
        figures.add(figure(territory, name, Indicator.PANEL_CALLS_PER_1000, masked ? null : 2143.0));
        figures.add(figure(territory, name, Indicator.PANEL_NO_SLOT, masked ? null : 0.184));
        figures.add(figure(territory, name, Indicator.PANEL_NEW_PATIENT_REFUSAL, masked ? null : 0.37));
        figures.add(figure(territory, name, Indicator.PANEL_RESTRICTED, masked ? null : 0.25));
        figures.add(figure(territory, name, Indicator.PANEL_ABANDONMENT, masked ? null : 0.052));
    }

    private static Figure figure(Territory territory, String name, Indicator indicator, @Nullable Double value) {
        var panel = indicator.key().startsWith("panel");
        return new Figure(
                territory,
                name,
                panel ? "2026-01-01/2026-03-23" : "2025",
                indicator,
                value,
                null,
                null,
                null,
                null,
                value == null,
                panel ? "panel-not-representative" : "travel-estimated");
    }
}
