package fr.vigie.care;

import java.time.Instant;

/**
 * A time in which an operator was ready for calls or on one.
 *
 * @param operatorId who; it goes into no result
 * @param from start
 * @param until end, not before
 */
public record Ready(String operatorId, Instant from, Instant until) {
    public Ready {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "Somebody ready from %s is so until %s.\nMaybe the presence is damaged.".formatted(from, until));
        }
    }
}
