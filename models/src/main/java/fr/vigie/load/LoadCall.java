package fr.vigie.load;

import fr.vigie.call.Outcome;

/**
 * What the load needs to know of a call. Times are milliseconds since 1970-01-01T00:00Z.
 *
 * @param practiceId the practice called
 * @param arrivedAt when it arrived
 * @param queuedAt when it began to wait; {@code arrivedAt} where nothing came before the queue
 * @param answeredAt when an operator took it; -1 where nobody did
 * @param endedAt when it ended
 * @param wrapSeconds work after the call
 * @param outcome how it left the queue
 * @param attempt 1 for a first attempt, more for a redial
 */
public record LoadCall(
        String practiceId,
        long arrivedAt,
        long queuedAt,
        long answeredAt,
        long endedAt,
        int wrapSeconds,
        Outcome outcome,
        int attempt) {}
