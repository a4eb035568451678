package fr.vigie.report;

import java.time.LocalDate;

/**
 * A month of the capacity plan.
 *
 * @param month its first day
 * @param calls mean calls
 * @param callsLow nine futures in ten have more
 * @param callsHigh nine futures in ten have fewer
 * @param hoursNeeded hours on the phone that the targets take
 * @param hoursWithout useful hours without hires
 * @param hours useful hours with them
 * @param hires to decide at the start of the month
 * @param hireEuros what all hires so far cost in the month
 * @param riskWithout the probability of falling under target without hires
 * @param risk that with them
 * @param overflow what a partner would take instead
 * @param deflection what an attendant or a form would settle instead
 */
public record CapacityLine(
        LocalDate month,
        double calls,
        double callsLow,
        double callsHigh,
        double hoursNeeded,
        double hoursWithout,
        double hours,
        int hires,
        double hireEuros,
        double riskWithout,
        double risk,
        Instead overflow,
        Instead deflection) {

    /**
     * Calls that others take, nobody being hired.
     *
     * @param share of the calls
     * @param euros in the month
     * @param risk the probability of falling under target with it
     */
    public record Instead(double share, double euros, double risk) {}
}
