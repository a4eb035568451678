package fr.vigie.capacity;

/**
 * An operator at the start of the plan.
 *
 * @param tenureMonths since the first day; below 0 for who is hired and comes later
 * @param trainedMonths since training began; below 0 where it begins later
 * @param hoursPerWeek the contract, positive
 * @param leavesInMonths when the person is known to leave; infinite where nothing is known
 */
public record Member(double tenureMonths, double trainedMonths, double hoursPerWeek, double leavesInMonths) {
    public Member {
        Require.finite("tenure in months", tenureMonths, "Maybe hired_on is missing in the operators file.");
        Require.finite("months since training began", trainedMonths, "Maybe training_started_on is wrong.");
        Require.positive("hours a week", hoursPerWeek, "Maybe contract_hours_per_week is 0 in the operators file.");
        if (!(leavesInMonths >= 0)) {
            throw new IllegalArgumentException(
                    "Somebody who left %s months ago is no member.\nMaybe left_on lies in the past."
                            .formatted(-leavesInMonths));
        }
    }

    /** Somebody of whom no departure is known. */
    public Member(double tenureMonths, double trainedMonths, double hoursPerWeek) {
        this(tenureMonths, trainedMonths, hoursPerWeek, Double.POSITIVE_INFINITY);
    }
}
