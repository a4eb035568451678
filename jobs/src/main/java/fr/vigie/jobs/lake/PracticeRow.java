package fr.vigie.jobs.lake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A practice: its lines are keys, never numbers.
 *
 * @param practiceId the account
 * @param name its name
 * @param insee its commune
 * @param specialty its specialty
 * @param clientSince first day as a client
 * @param clientUntil last day as a client
 * @param group its planning pool
 * @param cpts its health community
 * @param agreedFrom from when its figures may enter territorial aggregates; null: never
 * @param agreedUntil until when; null: open
 * @param calledKeys its lines, each as 32 hexadecimal digits of HMAC
 */
public record PracticeRow(
        String practiceId,
        String name,
        String insee,
        @Nullable String specialty,
        @Nullable LocalDate clientSince,
        @Nullable LocalDate clientUntil,
        @Nullable String group,
        @Nullable String cpts,
        @Nullable LocalDate agreedFrom,
        @Nullable LocalDate agreedUntil,
        List<String> calledKeys) {}
