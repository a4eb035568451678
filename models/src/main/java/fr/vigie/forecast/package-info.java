/**
 * Forecasts of call load.
 *
 * <p>A {@link fr.vigie.forecast.ForecastModel} gives means, walking over a series from origin to origin; {@link
 * fr.vigie.forecast.Rolling} collects these paths, {@link fr.vigie.forecast.Evaluation} scores them and learns from
 * their errors how wide the intervals of the {@link fr.vigie.forecast.Forecast} must be.
 */
@NullMarked
package fr.vigie.forecast;

import org.jspecify.annotations.NullMarked;
