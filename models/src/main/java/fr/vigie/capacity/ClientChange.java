package fr.vigie.capacity;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A client signed or lost.
 *
 * @param name who
 * @param from the first day on which the calls come, or come no more
 * @param callsPerMonth the calls of a month that come from then on; below 0 for those that are lost
 */
public record ClientChange(String name, LocalDate from, double callsPerMonth) {
    public ClientChange {
        Require.finite("calls a month of " + name, callsPerMonth, "Maybe the contract says.");
    }

    /** The calls that it adds to a month, by the days on which it holds. */
    double in(YearMonth month) {
        if (!from.isAfter(month.atDay(1))) {
            return callsPerMonth;
        }
        return from.isAfter(month.atEndOfMonth())
                ? 0
                : callsPerMonth * (month.lengthOfMonth() - from.getDayOfMonth() + 1) / month.lengthOfMonth();
    }
}
