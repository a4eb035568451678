package fr.vigie.report.chart;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A series the size of a line of text.
 *
 * @param values one a step, from zero up, an empty one for a gap
 * @param baseline drawn as a dashed line
 * @param since the step from which on the series is drawn strong
 */
public record Sparkline(
        String id,
        String title,
        String description,
        List<OptionalDouble> values,
        OptionalDouble baseline,
        OptionalInt since)
        implements Chart {

    private static final double WIDTH = 260;
    private static final double HEIGHT = 56;
    private static final double PAD = 5;

    public Sparkline {
        values = List.copyOf(values);
    }

    @Override
    public String svg() {
        var root = Element.root(id, title, description, WIDTH, HEIGHT);
        root.add(Element.line(PAD, HEIGHT - PAD, WIDTH - PAD, HEIGHT - PAD, Palette.RULE.hex(), 1));
        baseline.ifPresent(level -> root.add(Stroke.REFERENCE.on(Element.of("path")
                .with(
                        "d",
                        "M%s %sH%s"
                                .formatted(
                                        Element.number(PAD), Element.number(y(level)), Element.number(WIDTH - PAD))))));
        var turn = since.orElse(values.size());
        draw(root, Stroke.CONTEXT, 0, Math.min(turn, values.size() - 1));
        draw(root, Stroke.ACCENT, turn, values.size() - 1);
        IntStream.iterate(values.size() - 1, k -> k >= 0, k -> k - 1)
                .filter(k -> values.get(k).isPresent())
                .findFirst()
                .ifPresent(k -> root.add(Element.of("circle")
                        .with("cx", x(k))
                        .with("cy", y(values.get(k).orElseThrow()))
                        .with("r", 3)
                        .with("fill", Palette.ACCENT.hex())));
        return root.toString();
    }

    private void draw(Element root, Stroke stroke, int from, int last) {
        var points = IntStream.rangeClosed(from, last)
                .filter(k -> values.get(k).isPresent())
                .mapToObj(k -> Element.number(x(k)) + ","
                        + Element.number(y(values.get(k).orElseThrow())))
                .collect(Collectors.joining(" "));
        if (points.contains(" ")) {
            root.add(stroke.on(Element.of("polyline").with("points", points)));
        }
    }

    private double x(int step) {
        return PAD + (WIDTH - 2 * PAD) * step / Math.max(1, values.size() - 1);
    }

    private double y(double value) {
        var largest = values.stream().flatMapToDouble(OptionalDouble::stream).reduce(baseline.orElse(0), Math::max);
        return HEIGHT - PAD - (HEIGHT - 2 * PAD) * (largest > 0 ? value / largest : 0);
    }
}
