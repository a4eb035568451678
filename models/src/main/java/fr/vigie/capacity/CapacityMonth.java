package fr.vigie.capacity;

import java.time.YearMonth;

/**
 * A month of a plan.
 *
 * @param month which
 * @param calls mean calls over the paths
 * @param callsLow nine paths in ten have more
 * @param callsHigh nine paths in ten have fewer
 * @param hoursNeeded mean hours on the phone that these take
 * @param hoursWithout mean useful hours of those who are there already
 * @param hours mean useful hours with the hires
 * @param hires how many to decide to hire at the start of the month
 * @param hireEuros what all hires so far cost in the month, training included
 * @param riskWithout the probability of falling under target without any hire
 * @param risk that with the hires
 */
public record CapacityMonth(
        YearMonth month,
        double calls,
        double callsLow,
        double callsHigh,
        double hoursNeeded,
        double hoursWithout,
        double hours,
        int hires,
        double hireEuros,
        double riskWithout,
        double risk) {}
