package fr.vigie.report.chart;

import java.util.List;

/**
 * A working day as a strip: filled where the person answers, open where there is a break.
 *
 * @param from first minute of the strip, counted from midnight
 * @param until minute after its last
 */
public record DayStrip(String id, String title, String description, int from, int until, List<Piece> pieces)
        implements Chart {

    private static final double WIDTH = 120;
    private static final double HEIGHT = 9;

    /** A half-open stretch of the day, in minutes from midnight. */
    public record Piece(int from, int until, Filling filling) {}

    public enum Filling {
        ANSWERS,
        OTHER_WORK,
        BREAK
    }

    public DayStrip {
        pieces = List.copyOf(pieces);
        if (from >= until) {
            throw new IllegalArgumentException("A strip from minute %d until %d is empty.".formatted(from, until));
        }
    }

    @Override
    public String svg() {
        var root = Element.root(id, title, description, WIDTH, HEIGHT);
        root.add(Element.line(0, HEIGHT - 0.5, WIDTH, HEIGHT - 0.5, Palette.RULE.hex(), 1));
        for (var piece : pieces) {
            var left = x(piece.from());
            var bar = Element.rectangle(left, 1, x(piece.until()) - left, HEIGHT - 3, fill(piece.filling()));
            root.add(bar.with("stroke", Palette.ACCENT.hex()).with("stroke-width", 0.7));
        }
        return root.toString();
    }

    private static String fill(Filling filling) {
        return switch (filling) {
            case ANSWERS -> Palette.ACCENT.hex();
            case OTHER_WORK -> Palette.INNER_BAND.hex();
            case BREAK -> Palette.PAPER.hex();
        };
    }

    private double x(int minute) {
        return WIDTH * (Math.min(until, Math.max(from, minute)) - from) / (until - from);
    }
}
