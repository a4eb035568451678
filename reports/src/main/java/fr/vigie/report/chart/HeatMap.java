package fr.vigie.report.chart;

import java.util.List;
import java.util.Optional;

/**
 * A table of coloured cells with their values written in them: columns side by side, rows from top to bottom.
 *
 * @param cells a list per row, a cell per column; an empty cell is one of which there is nothing to say (closed)
 */
public record HeatMap(
        String id,
        String title,
        String description,
        List<String> columns,
        List<String> rows,
        List<List<Optional<Cell>>> cells)
        implements Chart {

    private static final double ROW_NAME = 54;
    private static final double HEAD = 22;
    private static final double HEIGHT = 19;
    private static final double WIDTH = 54;

    /** A value's wording on its colour; without a colour the cell is hatched, for a value that is not known. */
    public record Cell(String label, Optional<Colour> fill) {
        public Cell(String label, Colour fill) {
            this(label, Optional.of(fill));
        }

        /** A cell that has a value which is not known. */
        public static Cell unknown() {
            return new Cell("", Optional.empty());
        }
    }

    public HeatMap {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        cells = cells.stream().map(List::copyOf).toList();
        if (cells.size() != rows.size()) {
            throw new IllegalArgumentException(
                    "The heat map has %d rows of cells for %d names.".formatted(cells.size(), rows.size()));
        }
        for (var row : cells) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "The heat map has a row of %d cells for %d columns.".formatted(row.size(), columns.size()));
            }
        }
    }

    @Override
    public String svg() {
        var width = ROW_NAME + columns.size() * WIDTH;
        var root = Element.root(id, title, description, width, HEAD + rows.size() * HEIGHT + 1)
                .between(width * 0.93, width * 1.3)
                .add(Element.hatch(id + "-hatch"));
        for (var c = 0; c < columns.size(); c++) {
            root.add(text(ROW_NAME + (c + 0.5) * WIDTH, HEAD - 8, "middle", columns.get(c), Palette.INK)
                    .with("font-weight", "600"));
        }
        for (var r = 0; r < rows.size(); r++) {
            var top = HEAD + r * HEIGHT;
            root.add(text(ROW_NAME - 8, top + 13.5, "end", rows.get(r), Palette.MUTED));
            for (var c = 0; c < columns.size(); c++) {
                draw(root, cells.get(r).get(c), ROW_NAME + c * WIDTH, top);
            }
        }
        return root.toString();
    }

    private void draw(Element root, Optional<Cell> cell, double left, double top) {
        if (cell.isEmpty()) {
            root.add(text(left + WIDTH / 2, top + 13.5, "middle", "·", Palette.CONTEXT));
            return;
        }
        var fill = cell.get().fill();
        var paint = fill.map(Colour::hex).orElse("url(#" + id + "-hatch)");
        root.add(Element.rectangle(left + 0.5, top + 0.5, WIDTH - 1, HEIGHT - 1, paint));
        if (fill.isPresent()) {
            root.add(text(
                    left + WIDTH / 2,
                    top + 13.5,
                    "middle",
                    cell.get().label(),
                    fill.get().ink()));
        }
    }

    private static Element text(double x, double y, String anchor, String text, Colour ink) {
        return Element.label(x, y, anchor, text).with("font-size", 11.5).with("fill", ink.hex());
    }
}
