package fr.vigie.jobs.ingest;

import fr.vigie.call.Outcome;
import fr.vigie.input.Absence;
import fr.vigie.input.Call;
import fr.vigie.input.Event;
import fr.vigie.input.InputRow;
import fr.vigie.input.Presence;
import fr.vigie.input.Review;
import fr.vigie.input.Shift;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What must hold within a row whose every column can be read. */
final class Validity {
    private static final String ENDS_BEFORE = "ends-before-it-begins";
    private static final String NEGATIVE = "negative-duration";

    private Validity() {}

    /** What is wrong with the row; null where nothing is. */
    static @Nullable Problem of(InputRow row) {
        if (row instanceof Call call) {
            return of(call);
        }
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

    private static @Nullable Problem of(Call call) {
        if (call.endedAt().isBefore(call.arrivedAt())) {
            return new Problem(ENDS_BEFORE, "ended_at " + call.endedAt() + " is before arrived_at " + call.arrivedAt());
        }
        if (call.wrapSeconds() != null && call.wrapSeconds() < 0) {
            return new Problem(NEGATIVE, "wrap_seconds " + call.wrapSeconds());
        }
        if (isOutside(call.queuedAt(), call)) {
            return new Problem("times-out-of-order", "queued_at " + call.queuedAt() + " is not within the call");
        }
        if (isOutside(call.answeredAt(), call)
                || (call.answeredAt() != null
                        && call.queuedAt() != null
                        && call.answeredAt().isBefore(call.queuedAt()))) {
            return new Problem("times-out-of-order", "answered_at " + call.answeredAt() + " is not after the wait");
        }
        if (call.outcome() == Outcome.ANSWERED && call.answeredAt() == null) {
            return new Problem("answered-without-time", "answered_at is empty");
        }
        if (call.practiceId() == null && call.calledNumber() == null) {
            return new Problem("missing-value", "practice_id or called_number");
        }
        return null;
    }

    private static boolean isOutside(@Nullable Instant time, Call call) {
        return time != null && (time.isBefore(call.arrivedAt()) || time.isAfter(call.endedAt()));
    }

    private static @Nullable Problem endsAfter(Instant starts, Instant ends) {
        return ends.isAfter(starts) ? null : new Problem(ENDS_BEFORE, "ends_at " + ends + " is not after " + starts);
    }

    private static @Nullable Problem endsNotBefore(LocalDate starts, LocalDate ends) {
        return ends.isBefore(starts) ? new Problem(ENDS_BEFORE, "ends_on " + ends + " is before " + starts) : null;
    }
}
