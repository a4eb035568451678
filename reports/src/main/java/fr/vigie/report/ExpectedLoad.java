package fr.vigie.report;

import java.time.LocalDate;

/**
 * The calls expected in a half-hour.
 *
 * @param day business date
 * @param minute of the day at its start, in the service's zone
 * @param mean expected calls
 * @param low80 lower end of the 80 % interval
 * @param high80 upper end
 * @param low95 lower end of the 95 % interval
 * @param high95 upper end
 */
public record ExpectedLoad(
        LocalDate day, int minute, double mean, double low80, double high80, double low95, double high95) {}
