package fr.vigie.roster;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How long before a day people must be told of its hours. Broken notice makes no roster illegal in itself (who agrees may
 * come at once, and sickness does not wait), so that it is told and stops nothing.
 *
 * <p>Part-time: seven working days (C. trav. L3123-31; the three days of IDCC 2098 art. 23.3 hold only where an agreement
 * balances them). Others: seven days by law (C. trav. L3121-47), three where the branch agreement binds.
 *
 * @param profile the rules that bind
 * @param isWorkingDay whether a day counts as one on which work is done
 */
public record Notice(LabourProfile profile, Predicate<LocalDate> isWorkingDay) {
    private static final int WEEK = 7;
    private static final int BY_BRANCH = 3;

    /**
     * What is wrong with telling somebody on a day of a change to another.
     *
     * @param told the day on which the change is told
     * @param day the day that changes
     * @return empty where there is time enough
     */
    public Optional<Violation> tooShort(Employee employee, LocalDate told, LocalDate day) {
        if (employee.isPartTime()) {
            long left = told.isAfter(day)
                    ? 0
                    : told.datesUntil(day).filter(isWorkingDay).count();
            return warning(
                    "part-time-notice-of-7-working-days",
                    "C. trav. L3123-31",
                    employee,
                    day,
                    left,
                    WEEK,
                    "working days");
        }
        long left = Math.max(0, day.toEpochDay() - told.toEpochDay());
        return profile == LabourProfile.CODE_DU_TRAVAIL
                ? warning("notice-of-7-days", "C. trav. L3121-47", employee, day, left, WEEK, "days")
                : warning("notice-of-3-days", "IDCC 2098", employee, day, left, BY_BRANCH, "days");
    }

    private static Optional<Violation> warning(
            String rule, String article, Employee employee, LocalDate day, long left, int due, String unit) {
        return left >= due
                ? Optional.empty()
                : Optional.of(new Violation(
                        rule,
                        article,
                        employee.operatorId(),
                        day,
                        "told %d %s ahead instead of %d".formatted(left, unit, due)));
    }
}
