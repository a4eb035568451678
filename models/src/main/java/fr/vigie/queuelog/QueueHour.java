package fr.vigie.queuelog;

import fr.vigie.queuelog.Counting.Ratios;
import java.time.Instant;

/**
 * An hour of a queue; what each figure counts is up to the {@link Counting}.
 *
 * @param blocked nobody was logged in
 * @param saturated the queue was full or the call was diverted from it
 */
public record QueueHour(
        String queue,
        Instant startsAt,
        long received,
        long answered,
        long abandoned,
        long timeout,
        long closed,
        long blocked,
        long saturated,
        Ratios ratios) {}
