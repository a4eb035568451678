package fr.vigie.report.chart;

/**
 * An element of markup under construction. Attribute values and text are escaped here and nowhere else, so that no
 * chart can forget it.
 */
final class Element {
    private final String name;
    private final StringBuilder attributes = new StringBuilder();
    private final StringBuilder content = new StringBuilder();

    private Element(String name) {
        this.name = name;
    }

    static Element of(String name) {
        return new Element(name);
    }

    /** The root of a chart, announced to assistive technology by its title and description. */
    static Element root(String id, String title, String description, double width, double height) {
        return of("svg")
                .with("viewBox", "0 0 %s %s".formatted(number(width), number(height)))
                .with("role", "img")
                .with("aria-labelledby", id + "-title " + id + "-desc")
                .add(of("title").with("id", id + "-title").text(title))
                .add(of("desc").with("id", id + "-desc").text(description));
    }

    /** Keeps a chart from shrinking until its words cannot be read, and from growing beyond need; in pixels. */
    Element between(double narrowest, double widest) {
        return with("style", "min-width:" + number(narrowest) + "px;max-width:" + number(widest) + "px");
    }

    static Element line(double x1, double y1, double x2, double y2, String stroke, double width) {
        return of("line")
                .with("x1", x1)
                .with("y1", y1)
                .with("x2", x2)
                .with("y2", y2)
                .with("stroke", stroke)
                .with("stroke-width", width);
    }

    static Element rectangle(double x, double y, double width, double height, String fill) {
        return of("rect")
                .with("x", x)
                .with("y", y)
                .with("width", width)
                .with("height", height)
                .with("fill", fill);
    }

    /** A word at a place; {@code anchor} is start, middle or end. */
    static Element label(double x, double y, String anchor, String text) {
        return of("text").with("x", x).with("y", y).with("text-anchor", anchor).text(text);
    }

    /** The definition of a hatching, to be filled in as {@code url(#id)}: the mark of what is not told. */
    static Element hatch(String id) {
        return of("defs")
                .add(of("pattern")
                        .with("id", id)
                        .with("width", 5)
                        .with("height", 5)
                        .with("patternUnits", "userSpaceOnUse")
                        .with("patternTransform", "rotate(45)")
                        .add(rectangle(0, 0, 5, 5, Palette.PAPER.hex()))
                        .add(line(0, 0, 0, 5, Palette.MUTED.hex(), 2)));
    }

    Element with(String attribute, String value) {
        attributes
                .append(' ')
                .append(attribute)
                .append("=\"")
                .append(escaped(value))
                .append('"');
        return this;
    }

    Element with(String attribute, double value) {
        return with(attribute, number(value));
    }

    Element add(Element child) {
        content.append(child);
        return this;
    }

    Element text(String text) {
        content.append(escaped(text));
        return this;
    }

    /** A coordinate to a tenth of a unit: finer cannot be seen and makes pages heavy. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("The coordinate (" + value + ") of a chart must be finite.");
        }
        var tenths = Math.round(value * 10);
        var sign = tenths < 0 ? "-" : "";
        var rest = Math.abs(tenths % 10);
        return sign + Math.abs(tenths / 10) + (rest == 0 ? "" : "." + rest);
    }

    private static String escaped(String text) {
        var out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return out.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF);
    }

    @Override
    public String toString() {
        return content.isEmpty()
                ? "<" + name + attributes + "/>"
                : "<" + name + attributes + ">" + content + "</" + name + ">";
    }
}
