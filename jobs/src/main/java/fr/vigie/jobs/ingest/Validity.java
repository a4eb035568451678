package fr.vigie.jobs.ingest;

import fr.vigie.input.Absence;
import fr.vigie.input.Event;
import fr.vigie.input.InputRow;
import fr.vigie.input.Presence;
import fr.vigie.input.Review;
import fr.vigie.input.Shift;
import fr.vigie.jobs.format.Problem;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What must hold within a row, of any kind but calls, whose every column can be read. */
final class Validity {
    private static final String ENDS_BEFORE = "ends-before-it-begins";

    private Validity() {}

    /** What is wrong with the row; null where nothing is. */
    static @Nullable Problem of(InputRow row) {
        if (row instanceof Shift shift) {
            return endsAfter(shift.startsAt(), shift.endsAt());
        }
        if (row instanceof Presence presence) {
            return endsAfter(presence.startsAt(), presence.endsAt());
        }
        if (row instanceof Absence absence) {
            return endsNotBefore(absence.startsOn(), absence.endsOn());
        }
        if (row instanceof Event event) {
            return endsNotBefore(event.startsOn(), event.endsOn());
        }
        if (row instanceof Review review && (review.rating() < 1 || review.rating() > 5)) {
            return new Problem("bad-value", "rating " + review.rating() + " is not 1 to 5");
        }
        return null;
    }

    private static @Nullable Problem endsAfter(Instant starts, Instant ends) {
        return ends.isAfter(starts) ? null : new Problem(ENDS_BEFORE, "ends_at " + ends + " is not after " + starts);
    }

    private static @Nullable Problem endsNotBefore(LocalDate starts, LocalDate ends) {
        return ends.isBefore(starts) ? new Problem(ENDS_BEFORE, "ends_on " + ends + " is before " + starts) : null;
    }
}
