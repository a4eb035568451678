package fr.vigie.jobs.ingest;

import fr.vigie.input.Absence;
import fr.vigie.input.Activity;
import fr.vigie.input.Contract;
import fr.vigie.input.Event;
import fr.vigie.input.InputRow;
import fr.vigie.input.Presence;
import fr.vigie.input.Shift;
import fr.vigie.input.Work;
import fr.vigie.jobs.format.Problem;
import fr.vigie.load.ServiceLevelTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What must hold within a row, of any kind but calls, whose every column can be read. */
final class Validity {
    /** The reason of what is older than what is kept. */
    static final String PAST_RETENTION = "past-retention";

    private static final String BAD_VALUE = "bad-value";
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
        if (row instanceof Work work) {
            return doneNotBefore(work);
        }
        return row instanceof Contract contract && contract.serviceLevel() != null
                ? promised(contract.serviceLevel())
                : null;
    }

    /** What is due or done before it comes is a mistake. */
    private static @Nullable Problem doneNotBefore(Work work) {
        if (work.doneAt() != null && work.doneAt().isBefore(work.arrivedAt())) {
            return new Problem(ENDS_BEFORE, "done_at " + work.doneAt() + " is before arrived_at " + work.arrivedAt());
        }
        return work.dueAt() != null && work.dueAt().isBefore(work.arrivedAt())
                ? new Problem(ENDS_BEFORE, "due_at " + work.dueAt() + " is before arrived_at " + work.arrivedAt())
                : null;
    }

    private static @Nullable Problem promised(String serviceLevel) {
        try {
            if (ServiceLevelTarget.parse(serviceLevel).share() < 1) {
                return null;
            }
        } catch (IllegalArgumentException e) {
            return new Problem(BAD_VALUE, "service_level: " + e.getMessage());
        }
        return new Problem(BAD_VALUE, "service_level " + serviceLevel + " promises all calls in time; nobody can");
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
