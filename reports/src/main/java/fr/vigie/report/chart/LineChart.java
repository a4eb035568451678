package fr.vigie.report.chart;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lines over time, with bands of uncertainty behind them.
 *
 * @param bands drawn first, in this order: the widest first
 * @param lines drawn after, in this order: the most important last
 */
public record LineChart(
        String id, String title, String description, Frame frame, Axis x, Axis y, List<Band> bands, List<Line> lines)
        implements Chart {

    /** A place in the chart, in units of its axes. */
    public record Point(double x, double y) {}

    /** What lies between two values along the chart. */
    public record Band(Colour fill, List<Range> ranges) {
        public Band {
            ranges = List.copyOf(ranges);
        }
    }

    /** The values from {@code low} to {@code high} at a place. */
    public record Range(double x, double low, double high) {}

    public record Line(Stroke stroke, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    public LineChart {
        bands = List.copyOf(bands);
        lines = List.copyOf(lines);
    }

    @Override
    public String svg() {
        var root = frame.root(id, title, description);
        bands.stream().filter(band -> band.ranges().size() > 1).forEach(band -> draw(root, band));
        frame.drawValues(root, y);
        for (var tick : x.ticks()) {
            var at = frame.x(x.share(tick.at()));
            root.add(Element.line(at, frame.y(0), at, frame.y(0) + 4, Palette.CONTEXT.hex(), 1));
            root.add(frame.label(at, frame.height - frame.bottom + 17, "middle", tick.label()));
        }
        lines.forEach(line -> draw(root, line));
        return root.toString();
    }

    private void draw(Element root, Band band) {
        var ranges = band.ranges();
        var upper = ranges.stream().map(r -> place(r.x(), r.high()));
        var lower = Stream.iterate(ranges.size() - 1, k -> k >= 0, k -> k - 1)
                .map(k -> place(ranges.get(k).x(), ranges.get(k).low()));
        root.add(Element.of("polygon")
                .with("points", Stream.concat(upper, lower).collect(Collectors.joining(" ")))
                .with("fill", band.fill().hex())
                .with("stroke", Palette.BAND_EDGE.hex())
                .with("stroke-width", 0.6));
    }

    private void draw(Element root, Line line) {
        var points = line.points();
        if (points.size() == 1) {
            var only = points.get(0);
            root.add(Element.of("circle")
                    .with("cx", frame.x(x.share(only.x())))
                    .with("cy", frame.y(y.share(only.y())))
                    .with("r", 3)
                    .with("fill", line.stroke().colour().hex()));
        } else if (!points.isEmpty()) {
            root.add(line.stroke()
                    .on(Element.of("polyline")
                            .with(
                                    "points",
                                    points.stream()
                                            .map(p -> place(p.x(), p.y()))
                                            .collect(Collectors.joining(" ")))));
        }
    }

    private String place(double atX, double atY) {
        return Element.number(frame.x(x.share(atX))) + "," + Element.number(frame.y(y.share(atY)));
    }
}
