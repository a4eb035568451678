package fr.vigie.jobs.privacy;

import java.time.Duration;

/**
 * How long what is about persons is kept; what is older goes with {@code vigie purge}. Load, forecasts and figures of
 * territories are counts and outlive it.
 *
 * @param calls calls with their callers' pseudonyms
 * @param presence what the phone system saw of operators
 * @param notes free text of observations, reviews and instructions that are over; the rest of the row stays
 */
public record RetentionConfig(Duration calls, Duration presence, Duration notes) {
    /** A century, in days. */
    private static final int LONGEST = 36_525;

    public RetentionConfig {
        wholeDays("calls", calls);
        wholeDays("presence", presence);
        wholeDays("notes", notes);
    }

    private static void wholeDays(String what, Duration limit) {
        if (limit.toDays() < 1 || limit.toDays() > LONGEST || !limit.equals(Duration.ofDays(limit.toDays()))) {
            throw new IllegalArgumentException(
                    "The retention of %s (%s) must be a number of whole days up to %d, such as 365d."
                            .formatted(what, limit, LONGEST));
        }
    }
}
