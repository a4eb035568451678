package fr.vigie.jobs.territory;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A half-open period of business dates.
 *
 * @param from the first day
 * @param until the day after the last
 */
record Period(LocalDate from, LocalDate until) {
    /** The last whole months before a date; where the calls begin later than these, all days since they begin. */
    static Period of(LocalDate asOf, int months, LocalDate firstCall) {
        var until = asOf.withDayOfMonth(1);
        var from = until.minusMonths(months);
        return firstCall.isAfter(from) ? new Period(firstCall, asOf) : new Period(from, until);
    }

    long days() {
        return ChronoUnit.DAYS.between(from, until);
    }

    LocalDate last() {
        return until.minusDays(1);
    }

    /** As ISO 8601 writes an interval. */
    @Override
    public String toString() {
        return from + "/" + until;
    }
}
