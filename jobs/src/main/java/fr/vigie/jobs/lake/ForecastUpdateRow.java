package fr.vigie.jobs.lake;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An interval of today as it is seen from a moment of it: what came before, what is expected after.
 *
 * @param asOf today
 * @param moment what began before it and is over is known
 * @param model always {@code update}
 * @param level {@code practice}, {@code group} or {@code network}
 * @param id which one
 * @param intervalMinutes 15, 30 or 60
 * @param startsAt start of the interval
 * @param localDate the business date
 * @param mean calls that came, or are expected
 * @param q025 quantile 0.025
 * @param q05 quantile 0.05
 * @param q10 quantile 0.10
 * @param q25 quantile 0.25
 * @param q50 median
 * @param q75 quantile 0.75
 * @param q90 quantile 0.90
 * @param q95 quantile 0.95
 * @param q975 quantile 0.975
 * @param ahtSeconds expected handling time, seconds
 */
public record ForecastUpdateRow(
        LocalDate asOf,
        Instant moment,
        String model,
        String level,
        String id,
        int intervalMinutes,
        Instant startsAt,
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
        double q975,
        double ahtSeconds) {
    /** The name of the model. */
    public static final String UPDATE = "update";

    /** An interval that is over. */
    public static ForecastUpdateRow came(ForecastRow row, Instant moment, double calls) {
        return new ForecastUpdateRow(
                row.asOf(),
                moment,
                UPDATE,
                row.level(),
                row.id(),
                row.intervalMinutes(),
                row.startsAt(),
                row.localDate(),
                calls,
                calls,
                calls,
                calls,
                calls,
                calls,
                calls,
                calls,
                calls,
                calls,
                row.ahtSeconds());
    }

    /** An interval to come, of which {@code factor} times as many calls are expected as before. */
    public static ForecastUpdateRow expected(ForecastRow before, Instant moment, double factor) {
        var row = before.times(UPDATE, factor);
        return new ForecastUpdateRow(
                row.asOf(),
                moment,
                row.model(),
                row.level(),
                row.id(),
                row.intervalMinutes(),
                row.startsAt(),
                row.localDate(),
                row.mean(),
                row.q025(),
                row.q05(),
                row.q10(),
                row.q25(),
                row.q50(),
                row.q75(),
                row.q90(),
                row.q95(),
                row.q975(),
                row.ahtSeconds());
    }
}
