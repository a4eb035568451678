package fr.vigie.report.chart;

/** How large a chart is drawn, in units of about a pixel at full width, and the margins that its labels need. */
public enum Frame {
    /** Across the page. */
    WIDE(760, 280, 52, 16, 16, 30, 12.5, 600, 920),
    /** One of several beside each other. */
    SMALL(340, 170, 34, 12, 12, 24, 11, 260, 480);

    final double width;
    final double height;
    final double left;
    final double right;
    final double top;
    final double bottom;
    private final double label;
    private final double narrowest;
    private final double widest;

    Frame(
            double width,
            double height,
            double left,
            double right,
            double top,
            double bottom,
            double label,
            double narrowest,
            double widest) {
        this.width = width;
        this.height = height;
        this.left = left;
        this.right = right;
        this.top = top;
        this.bottom = bottom;
        this.label = label;
        this.narrowest = narrowest;
        this.widest = widest;
    }

    /** The root of a chart of this size. */
    Element root(String id, String title, String description) {
        return Element.root(id, title, description, width, height).between(narrowest, widest);
    }

    double x(double share) {
        return left + share * (width - left - right);
    }

    double y(double share) {
        return height - bottom - share * (height - top - bottom);
    }

    /** Grid lines with their values at the left; the line at zero is drawn stronger. */
    void drawValues(Element root, Axis axis) {
        for (var tick : axis.ticks()) {
            var y = y(axis.share(tick.at()));
            root.add(Element.line(
                    left, y, width - right, y, (tick.at() == 0 ? Palette.CONTEXT : Palette.RULE).hex(), 1));
            root.add(label(left - 6, y + 4, "end", tick.label()));
        }
    }

    Element label(double x, double y, String anchor, String text) {
        return Element.label(x, y, anchor, text).with("font-size", label).with("fill", Palette.MUTED.hex());
    }
}
