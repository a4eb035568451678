package fr.vigie.report;

import fr.vigie.territory.Figure;
import fr.vigie.territory.Indicator;
import fr.vigie.territory.Mesh;
import fr.vigie.territory.Territory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables with a line per territory and a column per indicator. */
final class Territories {
    private Territories() {}

    static Grid grid(
            String caption, List<Territory> territories, List<Indicator> indicators, Figures figures, Words words) {
        var columns = new ArrayList<Grid.Column>();
        columns.add(Grid.Column.words(words.text("column.territory")));
        indicators.forEach(indicator -> columns.add(Grid.Column.number(words.name("column", indicator.key()))));
        var rows = new ArrayList<List<Cell>>();
        for (var territory : territories) {
            var row = new ArrayList<Cell>();
            row.add(Cell.of(name(territory, figures, words)));
            indicators.forEach(indicator -> row.add(cell(figures.of(territory, indicator), words)));
            rows.add(row);
        }
        return new Grid(caption, columns, rows);
    }

    static String name(Territory territory, Figures figures, Words words) {
        var name = figures.name(territory);
        return name.equals(territory.id()) || territory.mesh() == Mesh.DEPARTMENT
                ? words.text("mesh." + territory.mesh().key(), name)
                : name;
    }

    private static Cell cell(Optional<Figure> figure, Words words) {
        if (figure.isEmpty()) {
            return Cell.of(words.text("absent"));
        }
        var value = figure.get().value();
        return value == null
                ? Cell.masked(words.text("masked"))
                : Cell.of(text(figure.get().indicator(), value, words));
    }

    static String text(Indicator indicator, double value, Words words) {
        return switch (indicator) {
            case APL, APL_WITHOUT_OVER_65, APL_WITHOUT_OVER_62, APL_WITHOUT_OVER_60, APL_PUBLISHED, DESERT_RISK -> words
                    .decimal(value, 2);
            case PANEL_CALLS_PER_1000 -> words.count(value);
            case PANEL_RESTRICTED -> words.percent(value, 0);
            case SHARE_LOW_APL,
                    SHARE_LOW_APL_PUBLISHED,
                    PANEL_ABANDONMENT,
                    PANEL_NO_SLOT,
                    PANEL_NEW_PATIENT_REFUSAL,
                    PANEL_COVERAGE -> words.percent(value);
        };
    }
}
