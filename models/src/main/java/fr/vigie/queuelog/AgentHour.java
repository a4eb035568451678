package fr.vigie.queuelog;

import java.time.Instant;

/** An hour of an agent; what each figure counts is up to the {@link Counting}. */
public record AgentHour(
        String agent,
        Instant startsAt,
        long answered,
        long conversationSeconds,
        long loginSeconds,
        long pauseSeconds,
        long wrapupSeconds) {}
