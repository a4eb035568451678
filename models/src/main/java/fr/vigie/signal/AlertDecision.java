package fr.vigie.signal;

import java.time.LocalDate;

/**
 * What somebody decided about an alert.
 *
 * @param alertId the alert
 * @param on the day
 * @param state what it became: acknowledged or closed
 * @param actor who
 */
public record AlertDecision(String alertId, LocalDate on, AlertState state, String actor) {
    public AlertDecision {
        if (state == AlertState.OPEN) {
            throw new IllegalArgumentException("Only evidence opens an alert (%s), no decision.".formatted(alertId));
        }
    }
}
