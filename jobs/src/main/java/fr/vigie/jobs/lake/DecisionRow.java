package fr.vigie.jobs.lake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided: appended, never replaced. Each row carries the hash of the row before it.
 *
 * @param number its place, from 1
 * @param at when
 * @param subject the kind of thing, e.g. {@code alert}
 * @param id which one
 * @param action e.g. {@code acknowledge}
 * @param actor who
 * @param reason why
 * @param previous SHA-256 of the row before, 64 hexadecimal digits; of nothing in the first
 */
public record DecisionRow(
        long number,
        Instant at,
        String subject,
        String id,
        String action,
        String actor,
        @Nullable String reason,
        String previous) {}
