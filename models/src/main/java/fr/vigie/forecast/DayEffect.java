package fr.vigie.forecast;

import java.time.LocalDate;

/**
 * How much of a day's forecast is owed to one influence.
 *
 * @param day business date
 * @param influence what it is
 * @param ratio calls expected of the day with it over those without it, less 1; above -1
 */
public record DayEffect(LocalDate day, Influence influence, double ratio) {}
