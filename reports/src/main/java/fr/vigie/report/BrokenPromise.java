package fr.vigie.report;

import java.time.LocalDate;

/**
 * A promise that as many operators as there may be cannot keep in an interval.
 *
 * @param group a planning group, or the network
 * @param promise its name: {@code answered}, {@code speed-of-answer}, {@code abandonment}, {@code long-wait}, {@code occupancy} or
 *     {@code contract}
 * @param day business date
 * @param minute of the day at the interval's start, in the service's zone
 */
public record BrokenPromise(String group, String promise, LocalDate day, int minute) {}
