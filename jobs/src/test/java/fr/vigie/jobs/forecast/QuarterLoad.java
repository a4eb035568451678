package fr.vigie.jobs.forecast;

import fr.vigie.jobs.lake.LoadRow;
import java.time.Instant;
import java.time.LocalDate;

/** Quarters of an hour in which all calls are first attempts, if nothing else is said, answered, and take a minute and a half. */
final class QuarterLoad {
    private QuarterLoad() {}

    static LoadRow of(String level, String id, Instant at, LocalDate day, int calls) {
        return of(level, id, at, day, calls, calls);
    }

    /** The same where some of the calls are redials. */
    static LoadRow of(String level, String id, Instant at, LocalDate day, int calls, int firstAttempts) {
        return new LoadRow(
                level,
                id,
                15,
                at,
                day,
                calls,
                calls,
                firstAttempts,
                calls,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                calls,
                90.0 * calls,
                0,
                0,
                0,
                0,
                1);
    }
}
