package fr.vigie.jobs.lake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided: appended, never replaced.
 *
 * @param at when
 * @param subject the kind of thing, e.g. {@code alert}
 * @param id which one
 * @param action e.g. {@code acknowledge}
 * @param actor who
 * @param reason why
 */
public record DecisionRow(
        Instant at, String subject, String id, String action, String actor, @Nullable String reason) {}
