package fr.vigie.jobs.lake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of a territory and period, after disclosure control.
 *
 * @param asOf the day it was made for
 * @param mesh {@code commune}, {@code epci}, {@code arrondissement} or {@code department}
 * @param id the territory
 * @param name its name
 * @param period e.g. {@code 2026-03} or {@code 2026}
 * @param indicator what is measured
 * @param value null when masked
 * @param low lower limit
 * @param high upper limit
 * @param units practices or doctors behind it, where that may be told
 * @param persons persons behind it, where that may be told
 * @param masked whether disclosure control hides it
 * @param note the level used, the reason for masking
 */
public record TerritoryRow(
        LocalDate asOf,
        String mesh,
        String id,
        String name,
        String period,
        String indicator,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Integer units,
        @Nullable Long persons,
        boolean masked,
        @Nullable String note) {}
