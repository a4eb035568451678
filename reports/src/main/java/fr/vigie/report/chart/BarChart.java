package fr.vigie.report.chart;

import java.util.List;
import java.util.Optional;

/** Bars side by side, of one or more parts, with an optional whisker of uncertainty. */
public record BarChart(String id, String title, String description, Frame frame, Axis y, List<Bar> bars)
        implements Chart {

    /**
     * One bar.
     *
     * @param name below the bar
     * @param label above the bar, e.g. its value; may be empty
     * @param parts from the axis upwards
     */
    public record Bar(String name, String label, List<Part> parts, Optional<Whisker> whisker) {
        public Bar {
            parts = List.copyOf(parts);
        }

        double total() {
            return parts.stream().mapToDouble(Part::value).sum();
        }
    }

    /** A part of a bar, not negative. */
    public record Part(double value, Colour fill) {}

    public record Whisker(double low, double high) {}

    public BarChart {
        bars = List.copyOf(bars);
    }

    @Override
    public String svg() {
        var root = frame.root(id, title, description);
        frame.drawValues(root, y);
        var step = 1.0 / Math.max(1, bars.size());
        for (var k = 0; k < bars.size(); k++) {
            draw(root, bars.get(k), frame.x((k + 0.5) * step), frame.x(step) - frame.x(0));
        }
        return root.toString();
    }

    private void draw(Element root, Bar bar, double middle, double room) {
        var width = Math.min(64, room * 0.62);
        var base = 0.0;
        for (var part : bar.parts()) {
            var top = height(base + part.value());
            root.add(Element.rectangle(
                            middle - width / 2,
                            top,
                            width,
                            height(base) - top,
                            part.fill().hex())
                    .with("stroke", Palette.PAPER.hex())
                    .with("stroke-width", 0.8));
            base += part.value();
        }
        var highest = bar.total();
        if (bar.whisker().isPresent()) {
            var whisker = bar.whisker().get();
            drawWhisker(root, whisker, middle);
            highest = Math.max(highest, whisker.high());
        }
        root.add(Element.label(middle, height(highest) - 6, "middle", bar.label())
                .with("font-size", 12)
                .with("font-weight", "600")
                .with("fill", Palette.INK.hex()));
        root.add(frame.label(middle, frame.height - frame.bottom + 17, "middle", bar.name()));
    }

    private void drawWhisker(Element root, Whisker whisker, double middle) {
        var ink = Palette.INK.hex();
        root.add(Element.line(middle, height(whisker.low()), middle, height(whisker.high()), ink, 1.4));
        for (var end : new double[] {whisker.low(), whisker.high()}) {
            root.add(Element.line(middle - 6, height(end), middle + 6, height(end), ink, 1.4));
        }
    }

    private double height(double value) {
        return frame.y(y.share(value));
    }
}
