package fr.vigie.jobs.lake;

import java.time.LocalDate;

/**
 * The forecast of a day or a week: the sum of its intervals' means, with quantiles of its own, which intervals' do not add up to.
 *
 * @param asOf the first day that the forecast has not seen
 * @param model the model
 * @param level {@code practice}, {@code group} or {@code network}
 * @param id which one
 * @param days 1 or 7
 * @param localDate the day, or the first one of the week
 * @param mean expected calls
 * @param q025 quantile 0.025
 * @param q05 quantile 0.05
 * @param q10 quantile 0.10
 * @param q25 quantile 0.25
 * @param q50 median
 * @param q75 quantile 0.75
 * @param q90 quantile 0.90
 * @param q95 quantile 0.95
 * @param q975 quantile 0.975
 */
public record ForecastTotalRow(
        LocalDate asOf,
        String model,
        String level,
        String id,
        int days,
        LocalDate localDate,
        double mean,
        double q025,
        double q05,
        double q10,
        double q25,
        double q50,
        double q75,
        double q90,
        double q95,
        double q975) {
    /** The same under another model's name, with {@code factor} times as many calls. */
    public ForecastTotalRow times(String other, double factor) {
        return new ForecastTotalRow(
                asOf,
                other,
                level,
                id,
                days,
                localDate,
                mean * factor,
                q025 * factor,
                q05 * factor,
                q10 * factor,
                q25 * factor,
                q50 * factor,
                q75 * factor,
                q90 * factor,
                q95 * factor,
                q975 * factor);
    }
}
