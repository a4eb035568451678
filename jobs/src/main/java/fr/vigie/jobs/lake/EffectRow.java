package fr.vigie.jobs.lake;

import fr.vigie.forecast.Footing;
import java.time.LocalDate;

/**
 * Why the forecast of a day is not what its weekday usually brings.
 *
 * @param asOf the first day that the forecast has not seen
 * @param level {@code group} or {@code network}; {@code practice} for what events do to it
 * @param id which one
 * @param localDate the day
 * @param effect e.g. {@code public-holiday}, {@code day-after}, {@code school-holiday}, {@code campaign}, {@code season}; of a practice also what its
 *     forecast rests on instead of its own calls, or why there is none ({@link Footing})
 * @param ratio calls expected of the day with it over those without it, less 1
 */
public record EffectRow(LocalDate asOf, String level, String id, LocalDate localDate, String effect, double ratio) {
    /** What a practice's forecast rests on instead of its own calls, from the first day on: all of them are missing where it has none. */
    public static EffectRow of(LocalDate asOf, String practice, Footing footing) {
        return new EffectRow(asOf, "practice", practice, asOf, footing.label(), footing == Footing.ITS_KIND ? 0 : -1);
    }
}
