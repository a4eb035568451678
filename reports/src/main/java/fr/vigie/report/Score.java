package fr.vigie.report;

import java.util.OptionalDouble;

/**
 * How a forecasting model did on days that it had not seen.
 *
 * @param level practice, group or network
 * @param id which one, or {@code all}
 * @param horizon how far ahead, e.g. {@code next-day}
 * @param wape sum of absolute errors over the sum of calls
 * @param mase mean absolute error over that of the seasonal naive model
 * @param smape mean of 200 |came - expected| / (came + expected), 0 to 200
 * @param pinball mean loss over the quantiles, in calls
 * @param coverage50 share of values within the 50 % interval
 * @param coverage80 share of values within the 80 % interval
 * @param coverage95 share of values within the 95 % interval
 */
public record Score(
        String model,
        String level,
        String id,
        String horizon,
        OptionalDouble wape,
        OptionalDouble mase,
        OptionalDouble smape,
        OptionalDouble pinball,
        OptionalDouble coverage50,
        OptionalDouble coverage80,
        OptionalDouble coverage95) {}
