/** Forecast: load to the expected calls of the next weeks, with intervals and scores. */
@NullMarked
package fr.vigie.jobs.forecast;

import org.jspecify.annotations.NullMarked;
