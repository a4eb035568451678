package fr.vigie.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static final Axis UNIT = new Axis(0, 1, List.of());

    @Test
    void anAxisHasRoundSteps() {
        assertEquals(
                List.of(0.0, 100.0, 200.0, 300.0, 400.0),
                Axis.fromZero(346, v -> "").ticks().stream().map(Axis.Tick::at).toList());
        assertEquals(400, Axis.fromZero(346, v -> "").until());
        assertEquals(3, Axis.fromZero(2.2, v -> "").until());
        assertEquals(1, Axis.fromZero(0, v -> "").until());
    }

    @Test
    void anAxisMustAscend() {
        assertThrows(IllegalArgumentException.class, () -> new Axis(1, 1, List.of()));
    }

    @Test
    void aLineStartsAtTheLeftAndRises() {
        var svg = new LineChart(
                        "c",
                        "t",
                        "d",
                        Frame.SMALL,
                        UNIT,
                        UNIT,
                        List.of(),
                        List.of(new LineChart.Line(
                                Stroke.ACCENT, List.of(new LineChart.Point(0, 0), new LineChart.Point(1, 1)))))
                .svg();
        assertTrue(svg.contains("points=\"34,146 328,12\""), svg);
    }

    @Test
    void aBandGoesForthAlongTheTopAndBackAlongTheBottom() {
        var svg = new LineChart(
                        "c",
                        "t",
                        "d",
                        Frame.SMALL,
                        UNIT,
                        UNIT,
                        List.of(new LineChart.Band(
                                Palette.INNER_BAND,
                                List.of(new LineChart.Range(0, 0, 1), new LineChart.Range(1, 0, 1)))),
                        List.of())
                .svg();
        assertTrue(svg.contains("points=\"34,12 328,12 328,146 34,146\""), svg);
    }

    @Test
    void barsStandOnEachOther() {
        var bar = new BarChart.Bar(
                "n",
                "l",
                List.of(new BarChart.Part(0.25, Palette.ACCENT), new BarChart.Part(0.75, Palette.CONTEXT)),
                Optional.empty());
        var svg = new BarChart("c", "t", "d", Frame.SMALL, UNIT, List.of(bar)).svg();
        assertTrue(svg.contains("y=\"112.5\" width=\"64\" height=\"33.5\""), svg);
        assertTrue(svg.contains("y=\"12\" width=\"64\" height=\"100.5\""), svg);
    }

    @Test
    void aCellThatIsNotKnownIsHatched() {
        var svg = new HeatMap(
                        "h",
                        "t",
                        "d",
                        List.of("a", "b"),
                        List.of("r"),
                        List.of(List.of(Optional.of(HeatMap.Cell.unknown()), Optional.empty())))
                .svg();
        assertTrue(svg.contains("fill=\"url(#h-hatch)\""));
        assertTrue(svg.contains(">·<"), "a closed hour has a dot");
    }

    @Test
    void aHeatMapIsARectangle() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new HeatMap("h", "t", "d", List.of("a"), List.of("r"), List.of(List.of())));
    }

    @Test
    void northIsUpAndEastIsRight() {
        var north = place("n", 51, 2.5, 100);
        var south = place("s", 50, 3.5, 25);
        var svg = new BubbleMap("m", "t", "d", List.of(south, north), 0).svg();
        var circles = svg.split("<circle ", -1);
        assertTrue(attribute(circles[1], "cy") < attribute(circles[2], "cy"), "the larger is drawn first, up north");
        assertTrue(attribute(circles[1], "cx") < attribute(circles[2], "cx"));
        assertEquals(2, attribute(circles[1], "r") / attribute(circles[2], "r"), 1e-9, "area, not radius");
    }

    @Test
    void aPlaceWithoutAValueIsHatched() {
        var place = new BubbleMap.Place("x", 50, 3, 1, Optional.empty(), "masqué");
        assertTrue(new BubbleMap("m", "t", "d", List.of(place), 1).svg().contains("url(#m-hatch)"));
    }

    @Test
    void aSparklineLeavesAGapAndMarksTheChange() {
        var svg = new Sparkline(
                        "s",
                        "t",
                        "d",
                        List.of(
                                OptionalDouble.of(1),
                                OptionalDouble.empty(),
                                OptionalDouble.of(1),
                                OptionalDouble.of(2)),
                        OptionalDouble.of(1),
                        OptionalInt.of(2))
                .svg();
        assertTrue(svg.contains("points=\"5,28 171.7,28\""), svg);
        assertTrue(svg.contains("points=\"171.7,28 255,5\""), svg);
    }

    @Test
    void aStripShowsWhenTheBreakIs() {
        var svg = new DayStrip("s", "t", "d", 420, 540, List.of(new DayStrip.Piece(450, 480, DayStrip.Filling.BREAK)))
                .svg();
        assertTrue(svg.contains("x=\"30\" y=\"1\" width=\"30\""), svg);
    }

    @Test
    void textIsEscapedAndStrayControlsAreReplaced() {
        var svg =
                new Sparkline("s", "<b>&\"'\u0000", "d", List.of(), OptionalDouble.empty(), OptionalInt.empty()).svg();
        assertTrue(svg.contains("&lt;b&gt;&amp;&quot;&#39;\uFFFD"), svg);
        assertFalse(svg.contains("<b>"));
    }

    @Test
    void aCoordinateMustBeFinite() {
        assertThrows(IllegalArgumentException.class, () -> Element.number(Double.NaN));
        assertEquals("-0.5", Element.number(-0.5));
        assertEquals("12", Element.number(12.04));
    }

    private static BubbleMap.Place place(String name, double latitude, double longitude, double size) {
        return new BubbleMap.Place(name, latitude, longitude, size, Optional.of(Palette.ACCENT), name);
    }

    private static double attribute(String element, String name) {
        var from = element.indexOf(name + "=\"") + name.length() + 2;
        return Double.parseDouble(element.substring(from, element.indexOf('"', from)));
    }
}
