package fr.vigie.report;

import fr.vigie.territory.Figure;
import fr.vigie.territory.Indicator;
import fr.vigie.territory.Mesh;
import java.util.ArrayList;
import java.util.List;

/** What the calls of the panel say of the demand, where disclosure control lets it be told. */
final class PanelSection {
    private static final List<Indicator> SHOWN = List.of(
            Indicator.PANEL_COVERAGE,
            Indicator.PANEL_CALLS_PER_1000,
            Indicator.PANEL_NO_SLOT,
            Indicator.PANEL_NEW_PATIENT_REFUSAL,
            Indicator.PANEL_RESTRICTED,
            Indicator.PANEL_ABANDONMENT);
    private static final List<Mesh> FINEST_FIRST = List.of(Mesh.EPCI, Mesh.ARRONDISSEMENT, Mesh.DEPARTMENT);

    private PanelSection() {}

    static Section of(Territories tables, AuthoritiesView view, Figures figures, Words words) {
        var shown = SHOWN.stream()
                .filter(indicator -> view.figures().stream().anyMatch(figure -> figure.indicator() == indicator))
                .toList();
        if (shown.isEmpty()) {
            return Section.empty("panel", words);
        }
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Note(words.text("panel.bias")));
        blocks.add(new Block.Text(words.text(
                "panel.summary", words.periods(figures.periods(shown.get(0))), finest(figures, shown, words))));
        for (var mesh : FINEST_FIRST) {
            var territories = figures.territories(mesh, shown);
            if (!territories.isEmpty()) {
                blocks.add(new Block.Table(tables.grid(words.text("panel.table." + mesh.key()), territories, shown)));
            }
        }
        blocks.add(new Block.Text(words.text("panel.masked")));
        return Section.of("panel", words, blocks);
    }

    /** How much of each mesh can be told, in words. */
    private static String finest(Figures figures, List<Indicator> shown, Words words) {
        var told = new ArrayList<String>();
        for (var mesh : FINEST_FIRST) {
            var territories = figures.territories(mesh, shown);
            var open = territories.stream()
                    .filter(territory -> shown.stream()
                            .flatMap(indicator -> figures.of(territory, indicator).stream())
                            .map(Figure::value)
                            .anyMatch(value -> value != null))
                    .count();
            told.add(words.text("panel.told." + mesh.key(), open, territories.size()));
        }
        return String.join(words.text("method.and"), told);
    }
}
