package fr.vigie.report;

import fr.vigie.forecast.DayEffect;
import fr.vigie.forecast.Influence;
import java.time.LocalDate;

/**
 * Why the forecast of a day of a group or practice is not what its weekday usually brings.
 *
 * @param level {@code group} or {@code practice}
 * @param place which one
 * @param day business date
 * @param influence what it is
 * @param ratio calls expected of the day with it over those without it, less 1; above -1
 */
public record PlaceEffect(String level, String place, LocalDate day, Influence influence, double ratio) {
    DayEffect ofDay() {
        return new DayEffect(day, influence, ratio);
    }
}
