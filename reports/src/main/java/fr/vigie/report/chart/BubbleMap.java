package fr.vigie.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Places as circles: area by size, colour by class, hatched where there is no value. The projection is equirectangular,
 * true to scale along the parallel in the middle: fit for a region, not for a country.
 *
 * @param places in any order; the smaller lie above the larger
 * @param labelled how many of the largest places are named, where there is room
 */
public record BubbleMap(String id, String title, String description, List<Place> places, int labelled)
        implements Chart {

    private static final double WIDTH = 760;
    private static final double TALLEST = 720;
    private static final double PAD = 40;
    /** Mean width of a letter at the size of the names. */
    private static final double LETTER = 7;

    private static final double KILOMETRES_A_DEGREE = 111.195;

    /**
     * A place to draw.
     *
     * @param latitude degrees north
     * @param longitude degrees east
     * @param size what the circle's area stands for, not negative
     * @param fill the class's colour; empty is hatched
     * @param remark read when the pointer rests on the circle
     */
    public record Place(
            String name, double latitude, double longitude, double size, Optional<Colour> fill, String remark) {
        public Place {
            if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && size >= 0)) {
                throw new IllegalArgumentException("The place %s at (%s, %s) of size %s cannot be drawn."
                        .formatted(name, latitude, longitude, size));
            }
        }
    }

    public BubbleMap {
        if (places.isEmpty()) {
            throw new IllegalArgumentException("A map must have a place.\nMaybe leave the map out.");
        }
        places = places.stream()
                .sorted(Comparator.comparingDouble(Place::size).reversed().thenComparing(Place::name))
                .toList();
    }

    @Override
    public String svg() {
        var sheet = Sheet.around(places);
        var root = Element.root(id, title, description, WIDTH, sheet.height()).between(600, 1000);
        var largest = places.get(0).size();
        root.add(Element.hatch(id + "-hatch"));
        for (var place : places) {
            root.add(Element.of("circle")
                    .with("cx", sheet.x(place))
                    .with("cy", sheet.y(place))
                    .with("r", radius(place, largest))
                    .with("fill", place.fill().map(Colour::hex).orElse("url(#" + id + "-hatch)"))
                    .with("stroke", Palette.INK.hex())
                    .with("stroke-width", 0.6)
                    .add(Element.of("title").text(place.remark())));
        }
        drawNames(root, sheet, largest);
        drawRuler(root, sheet);
        return root.toString();
    }

    /** The names of the largest places, left out where one would cover another. */
    private void drawNames(Element root, Sheet sheet, double largest) {
        var taken = new ArrayList<Box>();
        places.stream().limit(labelled).forEach(place -> {
            var half = place.name().length() * LETTER / 2;
            var x = Math.min(WIDTH - half, Math.max(half, sheet.x(place)));
            var y = sheet.y(place) - radius(place, largest) - 4;
            var box = new Box(x - half, y - LETTER * 2, x + half, y);
            if (taken.stream().noneMatch(box::meets)) {
                taken.add(box);
                root.add(name(place.name(), x, y));
            }
        });
    }

    /** Where a name lies. */
    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    private static Element name(String name, double x, double y) {
        return Element.label(x, y, "middle", name)
                .with("font-size", 12.5)
                .with("font-weight", "600")
                .with("fill", Palette.INK.hex())
                .with("stroke", Palette.PAPER.hex())
                .with("stroke-width", 3)
                .with("paint-order", "stroke");
    }

    private static void drawRuler(Element root, Sheet sheet) {
        var kilometres = 20;
        var length = kilometres / KILOMETRES_A_DEGREE * sheet.unitsADegree();
        var y = sheet.height() - 10;
        root.add(Element.line(PAD, y, PAD + length, y, Palette.INK.hex(), 2));
        root.add(Element.label(PAD + length + 6, y + 4, "start", kilometres + " km")
                .with("font-size", 12.5)
                .with("fill", Palette.INK.hex()));
    }

    private static double radius(Place place, double largest) {
        return largest == 0 ? 3 : Math.max(2.2, 26 * Math.sqrt(place.size() / largest));
    }

    /** Where degrees lie on the page. */
    private record Sheet(double west, double north, double shrink, double unitsADegree, double height) {

        static Sheet around(List<Place> places) {
            var latitudes = places.stream().mapToDouble(Place::latitude).summaryStatistics();
            var longitudes = places.stream().mapToDouble(Place::longitude).summaryStatistics();
            var shrink = Math.cos(Math.toRadians((latitudes.getMin() + latitudes.getMax()) / 2));
            var tall = Math.max(0.05, latitudes.getMax() - latitudes.getMin());
            var broad = Math.max(0.05, (longitudes.getMax() - longitudes.getMin()) * shrink);
            var units = Math.min((WIDTH - 2 * PAD) / broad, (TALLEST - 2 * PAD) / tall);
            var west = (longitudes.getMin() + longitudes.getMax()) / 2 - WIDTH / 2 / units / shrink;
            var north = (latitudes.getMin() + latitudes.getMax()) / 2 + tall / 2;
            return new Sheet(west, north, shrink, units, tall * units + 2 * PAD + 16);
        }

        double x(Place place) {
            return (place.longitude() - west) * shrink * unitsADegree;
        }

        double y(Place place) {
            return PAD + (north - place.latitude()) * unitsADegree;
        }
    }
}
