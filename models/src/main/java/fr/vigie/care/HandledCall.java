package fr.vigie.care;

import java.time.Instant;

/**
 * A call that an operator took.
 *
 * @param operatorId who; only to tell runs of calls apart, it goes into no result
 * @param from when it was taken
 * @param until when its wrap-up ended, not before
 * @param hard whether it was a hard one: no slot to give, or urgent
 */
public record HandledCall(String operatorId, Instant from, Instant until, boolean hard) {
    public HandledCall {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "A call taken at %s ends before that, at %s.\nMaybe the clocks of two systems differ."
                            .formatted(from, until));
        }
    }
}
