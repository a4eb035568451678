package fr.vigie.capacity;

/**
 * How somebody new comes to answer calls.
 *
 * @param leadMonths from the decision to the first day, zero or more
 * @param trainingHours paid hours before the first call, zero or more
 * @param rampMonths from the first call until calls take no longer than the others'; zero or more
 * @param rampHandling how much longer the first calls take: 0.3 is 30 %, zero or more
 * @param hoursPerWeek the contract of a newcomer, positive
 * @param mostPerMonth how many can be hired in a month, 1 to 1000
 */
public record Hiring(
        double leadMonths,
        double trainingHours,
        double rampMonths,
        double rampHandling,
        double hoursPerWeek,
        int mostPerMonth) {
    static final double MONTH_WEEKS = Career.MONTH_DAYS / 7;

    public Hiring {
        Require.notNegative("hiring lead time in months", leadMonths, "Maybe 2.");
        Require.notNegative("training in hours", trainingHours, "Maybe 400.");
        Require.notNegative("ramp-up in months", rampMonths, "Maybe 3.");
        Require.notNegative("extra handling of newcomers", rampHandling, "Maybe 0.3 for 30 %.");
        Require.positive("hours a week of newcomers", hoursPerWeek, "Maybe 35.");
        Require.between("hires of a month", mostPerMonth, 1, 1000, "Maybe a training group has four.");
    }

    /** The months of training of somebody with a contract. */
    double trainingMonths(double contractHoursPerWeek) {
        return trainingHours / (contractHoursPerWeek * MONTH_WEEKS);
    }

    /** What an hour counts, beside one of a seasoned operator, so many months after the first call. */
    double productivity(double monthsOfCalls) {
        if (monthsOfCalls < 0) {
            return 0;
        }
        return monthsOfCalls >= rampMonths ? 1 : 1 / (1 + rampHandling * (1 - monthsOfCalls / rampMonths));
    }
}
