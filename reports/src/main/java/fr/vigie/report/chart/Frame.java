package fr.vigie.report.chart;

/** How large a chart is drawn, in units of about a pixel at full width, and the margins that its labels need. */
public enum Frame {
    /** Across the page. */
    WIDE(760, 280, 48, 14, 16, 30),
    /** One of several beside each other. */
    SMALL(340, 170, 34, 10, 12, 24);

    private static final double SMALLEST_LABEL = 11;

    final double width;
    final double height;
    final double left;
    final double right;
    final double top;
    final double bottom;

    Frame(double width, double height, double left, double right, double top, double bottom) {
        this.width = width;
        this.height = height;
        this.left = left;
        this.right = right;
        this.top = top;
        this.bottom = bottom;
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
        return Element.label(x, y, anchor, text)
                .with("font-size", SMALLEST_LABEL)
                .with("fill", Palette.MUTED.hex());
    }
}
