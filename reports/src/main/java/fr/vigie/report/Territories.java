package fr.vigie.report;

import fr.vigie.territory.Figure;
import fr.vigie.territory.Indicator;
import fr.vigie.territory.Mesh;
import fr.vigie.territory.Territory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables with a line per territory and a column per indicator. */
record Territories(Figures figures, TerritoryNames names, Words words) {
    /** What a masked figure's note says before the territory to look at instead. */
    private static final String SEE = "see ";

    Grid grid(String caption, List<Territory> territories, List<Indicator> indicators) {
        var columns = new ArrayList<Grid.Column>();
        columns.add(Grid.Column.words(words.text("column.territory")));
        indicators.forEach(indicator -> columns.add(Grid.Column.number(words.name("column", indicator.key()))));
        var instead = territories.stream()
                .map(territory -> instead(territory, indicators))
                .toList();
        var masked = instead.stream().anyMatch(larger -> !larger.isEmpty());
        if (masked) {
            columns.add(Grid.Column.words(words.text("column.instead")));
        }
        var rows = new ArrayList<List<Cell>>();
        for (var territory : territories) {
            var row = new ArrayList<Cell>();
            row.add(Cell.of(names.of(territory)));
            indicators.forEach(indicator -> row.add(cell(figures.of(territory, indicator))));
            if (masked) {
                row.add(Cell.of(instead.get(rows.size())));
            }
            rows.add(row);
        }
        return new Grid(caption, columns, rows);
    }

    /** Where to look instead of the masked figures of a territory; empty where nothing is masked or nowhere is open. */
    private String instead(Territory territory, List<Indicator> indicators) {
        return indicators.stream()
                .flatMap(indicator -> figures.of(territory, indicator).stream())
                .flatMap(figure -> instead(figure).stream())
                .distinct()
                .map(names::inFull)
                .collect(Collectors.joining(", "));
    }

    private static Optional<Territory> instead(Figure figure) {
        return Stream.ofNullable(figure.note())
                .flatMap(note -> Stream.of(note.split("; ")))
                .filter(word -> word.startsWith(SEE))
                .map(word -> word.substring(SEE.length()).split(" ", 2))
                .map(word -> new Territory(Mesh.valueOf(word[0].toUpperCase(Locale.ROOT)), word[1]))
                .findFirst();
    }

    private Cell cell(Optional<Figure> figure) {
        if (figure.isEmpty()) {
            return Cell.of(words.text("absent"));
        }
        var told = figure.get();
        var indicator = told.indicator();
        if (told.value() == null) {
            return Cell.masked(words.text("masked"));
        }
        var text = text(indicator, told.value(), words);
        if (indicator == Indicator.PANEL_COVERAGE && told.units() != null) {
            return Cell.of(text).remarked(words.text("panel.units", told.units()));
        }
        if (told.low() != null && told.high() != null) {
            return Cell.of(text)
                    .remarked(words.range(text(indicator, told.low(), words), text(indicator, told.high(), words)));
        }
        return isShort(indicator, told.value()) ? Cell.warning(text) : Cell.of(text);
    }

    /** At or below the line under which the zoning speaks of a territory short of doctors. */
    private static boolean isShort(Indicator indicator, double value) {
        return switch (indicator) {
            case APL, APL_WITHOUT_OVER_65, APL_PUBLISHED -> value <= AccessClass.SHORT_OF_DOCTORS;
            default -> false;
        };
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
