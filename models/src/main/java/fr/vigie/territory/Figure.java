package fr.vigie.territory;

import org.jspecify.annotations.Nullable;

/**
 * An indicator of a territory, fit to be published.
 *
 * @param territory the territory
 * @param name what people call it
 * @param period the period it is about
 * @param indicator what is measured
 * @param value empty when masked
 * @param low lower end of its 95 % interval, where it has one
 * @param high upper end
 * @param units practices or doctors behind it; empty when masked
 * @param persons inhabitants or callers behind it; empty when masked
 * @param masked whether disclosure control hides it
 * @param note how to read it: words of this package, no sentences
 */
public record Figure(
        Territory territory,
        String name,
        String period,
        Indicator indicator,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Integer units,
        @Nullable Long persons,
        boolean masked,
        @Nullable String note) {

    public Figure {
        if (masked && (value != null || low != null || high != null || units != null || persons != null)) {
            throw new IllegalArgumentException(
                    "A masked figure (%s of %s) must not tell anything.".formatted(indicator.key(), territory));
        }
    }

    /** A figure that is not shown; the note says where to look instead. */
    static Figure masked(Territory territory, String name, String period, Indicator indicator, String note) {
        return new Figure(territory, name, period, indicator, null, null, null, null, null, true, note);
    }
}
