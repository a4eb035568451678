package fr.vigie.input;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work beside calls: a backlog with due times.
 *
 * @param workId the piece of work
 * @param practiceId the practice
 * @param kind what it is
 * @param arrivedAt when it came
 * @param dueAt when it is due
 * @param doneAt when it was done
 * @param minutes how long it took
 */
public record Work(
        @Key String workId,
        String practiceId,
        WorkKind kind,
        Instant arrivedAt,
        @Nullable Instant dueAt,
        @Nullable Instant doneAt,
        @Between(least = 0, most = 100_000) @Nullable Double minutes)
        implements InputRow {}
