package fr.vigie.report;

import fr.vigie.report.chart.Colour;
import fr.vigie.report.chart.Palette;
import java.util.Arrays;

/**
 * The classes of accessibility on the map, each from above its first value up to and with its last, in consultations
 * a year and inhabitant. The lines of the zoning, 2.5 and 4, are among the breaks.
 */
enum AccessClass {
    VERY_LOW(0, 1.5, 0),
    LOW(1.5, 2.5, 0.25),
    LOWER_POOL(2.5, 3.25, 0.5),
    UPPER_POOL(3.25, 4, 0.75),
    ABOVE(4, Double.POSITIVE_INFINITY, 1);

    /** At or below this the zoning speaks of a territory short of doctors. */
    static final double SHORT_OF_DOCTORS = 2.5;

    private final double from;
    private final double last;
    private final double lightness;

    AccessClass(double from, double last, double lightness) {
        this.from = from;
        this.last = last;
        this.lightness = lightness;
    }

    static AccessClass of(double accessibility) {
        return Arrays.stream(values())
                .filter(access -> accessibility <= access.last)
                .findFirst()
                .orElse(ABOVE);
    }

    /** The less accessible, the darker. */
    Colour colour() {
        return Palette.CIVIDIS.at(lightness);
    }

    /** {@code 1,5 ou moins}, {@code plus de 1,5 à 2,5}, {@code plus de 4}. */
    String label(Words words) {
        return switch (this) {
            case VERY_LOW -> words.text("class.first", words.plain(last));
            case ABOVE -> words.text("class.last", words.plain(from));
            case LOW, LOWER_POOL, UPPER_POOL -> words.text("class.between", words.plain(from), words.plain(last));
        };
    }
}
