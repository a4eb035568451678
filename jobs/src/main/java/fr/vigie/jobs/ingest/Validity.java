package fr.vigie.jobs.ingest;

import fr.vigie.input.Absence;
import fr.vigie.input.Activity;
import fr.vigie.input.Event;
import fr.vigie.input.InputRow;
import fr.vigie.input.Presence;
import fr.vigie.input.Shift;
import fr.vigie.jobs.format.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What must hold within a row, of any kind but calls, whose every column can be read. */
final class Validity {
    /** The reason of what is older than what is kept. */
    static final String PAST_RETENTION = "past-retention";

    private static final String ENDS_BEFORE = "ends-before-it-begins";

    /** A day, that of the clock change in autumn. */
    private static final Duration LONGEST_SHIFT = Duration.ofHours(25);

    private static final Duration LONGEST_ABSENCE = Duration.ofDays(366);

    /** Some stay logged in over a weekend. */
    private static final Duration LONGEST_PRESENCE = Duration.ofDays(7);

    private Validity() {}

    /**
     * What is wrong with the row; null where nothing is.
     *
     * @param firstKept what began before it was purged and stays so; null where nothing was
     */
    static @Nullable Problem of(InputRow row, @Nullable Instant firstKept) {
        if (row instanceof Shift shift) {
            return lasts(
                    shift.startsAt(),
                    shift.endsAt(),
                    shift.activity() == Activity.ABSENCE ? LONGEST_ABSENCE : LONGEST_SHIFT);
        }
        if (row instanceof Presence presence) {
            return firstKept != null && presence.startsAt().isBefore(firstKept)
                    ? new Problem(PAST_RETENTION, "starts_at %s: such times were purged".formatted(presence.startsAt()))
                    : lasts(presence.startsAt(), presence.endsAt(), LONGEST_PRESENCE);
        }
        if (row instanceof Absence absence) {
            return endsNotBefore(absence.startsOn(), absence.endsOn());
        }
        if (row instanceof Event event) {
            return endsNotBefore(event.startsOn(), event.endsOn());
        }
        return null;
    }

    private static @Nullable Problem lasts(Instant starts, Instant ends, Duration most) {
        if (!ends.isAfter(starts)) {
            return new Problem(ENDS_BEFORE, "ends_at " + ends + " is not after " + starts);
        }
        return Duration.between(starts, ends).compareTo(most) <= 0
                ? null
                : new Problem(
                        "implausible-duration",
                        "ends_at %s is more than %d hours after %s".formatted(ends, most.toHours(), starts));
    }

    private static @Nullable Problem endsNotBefore(LocalDate starts, LocalDate ends) {
        return ends.isBefore(starts) ? new Problem(ENDS_BEFORE, "ends_on " + ends + " is before " + starts) : null;
    }
}
