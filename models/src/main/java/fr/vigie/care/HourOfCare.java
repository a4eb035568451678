package fr.vigie.care;

import java.util.OptionalDouble;

/**
 * An hour of the day, over all days.
 *
 * @param hour of the clock, 0 to 23
 * @param occupancy the share of the time ready for calls in which calls were handled; empty where too few were there
 * @param hardCalls the share of hard calls; empty where too few operators took any
 */
public record HourOfCare(int hour, OptionalDouble occupancy, OptionalDouble hardCalls) {}
