package fr.vigie.simulate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Something planted at a practice: it grows from nothing to its full size and, where it ends, is gone the next day.
 *
 * @param account the practice's index
 * @param kind what
 * @param from first day
 * @param until last day; empty: it stays
 * @param rampDays days to the full size
 */
record Change(int account, Planted kind, LocalDate from, @Nullable LocalDate until, int rampDays) {
    /** How far it has come on that day, 0 to 1. */
    double strength(LocalDate day) {
        if (day.isBefore(from) || (until != null && day.isAfter(until))) {
            return 0;
        }
        return Math.min(1, (ChronoUnit.DAYS.between(from, day) + 1.0) / rampDays);
    }
}
