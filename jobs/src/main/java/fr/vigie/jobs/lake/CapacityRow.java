package fr.vigie.jobs.lake;

import java.time.LocalDate;

/**
 * A month of the capacity plan, of all teams together.
 *
 * @param asOf the plan's date
 * @param month the first day of the month
 * @param calls mean calls
 * @param callsLow nine futures in ten have more
 * @param callsHigh nine futures in ten have fewer
 * @param hoursNeeded mean hours on the phone that the targets take
 * @param hoursWithout mean useful hours of the operators there are, as some will leave
 * @param hours mean useful hours with the hires
 * @param hires how many to decide to hire at the start of the month
 * @param hireEuros what all hires so far cost in the month, training included
 * @param riskWithout the probability of falling under target without hires
 * @param risk that with the hires
 * @param overflowShare the share of calls that a partner takes where nobody is hired
 * @param overflowEuros its cost in the month
 * @param overflowRisk the probability of falling under target with it
 * @param deflectionShare the share of calls that an attendant or a form settles where nobody is hired
 * @param deflectionEuros its cost in the month
 * @param deflectionRisk the probability of falling under target with it
 */
public record CapacityRow(
        LocalDate asOf,
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
        double overflowShare,
        double overflowEuros,
        double overflowRisk,
        double deflectionShare,
        double deflectionEuros,
        double deflectionRisk) {}
