package fr.vigie.jobs.forecast;

import fr.vigie.jobs.lake.LoadRow;
import java.time.Instant;
import java.time.LocalDate;

/** Quarters of an hour in which all calls are first attempts, answered, and take a minute and a half. */
final class QuarterLoad {
    private QuarterLoad() {}

    static LoadRow of(String level, String id, Instant at, LocalDate day, int calls) {
        return new LoadRow(
                level,
                id,
                15,
                at,
                day,
                calls,
                calls,
                calls,
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
