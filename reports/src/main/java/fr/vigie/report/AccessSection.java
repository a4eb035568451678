package fr.vigie.report;

import fr.vigie.territory.Figure;
import fr.vigie.territory.Indicator;
import fr.vigie.territory.Mesh;
import fr.vigie.territory.Territory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Accessibility by territory, now and without the older doctors, a table per mesh. */
final class AccessSection {
    private static final List<Indicator> SHOWN = List.of(
            Indicator.APL,
            Indicator.APL_WITHOUT_OVER_65,
            Indicator.SHARE_LOW_APL,
            Indicator.DESERT_RISK,
            Indicator.APL_PUBLISHED,
            Indicator.SHARE_LOW_APL_PUBLISHED);
    private static final List<Mesh> COARSEST_FIRST = List.of(Mesh.DEPARTMENT, Mesh.ARRONDISSEMENT, Mesh.EPCI, Mesh.TVS);

    private AccessSection() {}

    static Section of(Territories tables, Figures figures, Words words) {
        var blocks = new ArrayList<Block>();
        var vintage = figures.vintage(List.of(Indicator.APL, Indicator.APL_PUBLISHED), words);
        for (var mesh : COARSEST_FIRST) {
            var territories = figures.territories(mesh, SHOWN);
            var shown = SHOWN.stream()
                    .filter(indicator -> territories.stream().anyMatch(territory -> figures.of(territory, indicator)
                            .isPresent()))
                    .toList();
            if (!shown.isEmpty()) {
                var grid = tables.grid(
                        words.text("access.table." + mesh.key(), vintage), lowestFirst(territories, figures), shown);
                blocks.add(mesh == Mesh.TVS ? new Block.FoldedTable(grid) : new Block.Table(grid));
            }
        }
        if (blocks.isEmpty()) {
            return Section.empty("access", words);
        }
        blocks.add(0, new Block.Text(words.text("access.summary")));
        blocks.add(new Block.Note(words.text("access.shares")));
        return Section.of("access", words, blocks);
    }

    private static List<Territory> lowestFirst(List<Territory> territories, Figures figures) {
        return territories.stream()
                .sorted(Comparator.<Territory>comparingDouble(territory -> figures.of(territory, Indicator.APL)
                                .or(() -> figures.of(territory, Indicator.APL_PUBLISHED))
                                .map(Figure::value)
                                .orElse(Double.MAX_VALUE))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
