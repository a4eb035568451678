package fr.vigie.report;

import java.time.LocalDate;

/**
 * How sure the calls of a day or a week are; how many are expected is the sum of its half-hours.
 *
 * @param day the day, or the first one of the week
 * @param days 1 or 7
 * @param low80 lower end of the 80 % interval, in calls
 * @param high80 upper end
 * @param low95 lower end of the 95 % interval
 * @param high95 upper end
 */
public record ExpectedTotal(LocalDate day, int days, double low80, double high80, double low95, double high95) {}
