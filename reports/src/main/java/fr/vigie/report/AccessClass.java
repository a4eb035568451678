package fr.vigie.report;

import fr.vigie.report.chart.Colour;
import fr.vigie.report.chart.Palette;
import java.util.Arrays;

/**
 * The classes of accessibility on the map, each up to and with its last value, in consultations a year and inhabitant.
 * The lines of the zoning, 2.5 and 4, are among the breaks.
 */
enum AccessClass {
    VERY_LOW(1.5),
    LOW(2.5),
    LOWER_POOL(3.25),
    UPPER_POOL(4),
    ABOVE(Double.POSITIVE_INFINITY);

    private final double last;

    AccessClass(double last) {
        this.last = last;
    }

    static AccessClass of(double accessibility) {
        return Arrays.stream(values())
                .filter(access -> accessibility <= access.last)
                .findFirst()
                .orElse(ABOVE);
    }

    /** The less accessible, the darker. */
    Colour colour() {
        return Palette.CIVIDIS.at(ordinal() / (double) ABOVE.ordinal());
    }

    /** {@code jusqu'à 1,5}, {@code 1,5 à 2,5}, {@code plus de 4}. */
    String label(Words words) {
        if (this == VERY_LOW) {
            return words.text("class.first", words.plain(last));
        }
        var from = words.plain(values()[ordinal() - 1].last);
        return this == ABOVE ? words.text("class.last", from) : words.text("class.between", from, words.plain(last));
    }
}
