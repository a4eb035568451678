package fr.vigie.input;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A client account with its telephone lines, at one commune.
 *
 * @param practiceId the account
 * @param name its name
 * @param calledNumbers its lines, separated by {@code |}
 * @param insee its commune, 5 characters
 * @param specialty e.g. {@code general}
 * @param clientSince first day as a client
 * @param clientUntil last day as a client
 * @param group the planning pool that answers it
 * @param cpts its territorial health community
 * @param agreedFrom from when its figures may enter territorial aggregates; empty: never
 * @param agreedUntil until when they may; empty: open
 */
public record Practice(
        @Key String practiceId,
        String name,
        @Nullable String calledNumbers,
        String insee,
        @Nullable String specialty,
        @Nullable LocalDate clientSince,
        @Nullable LocalDate clientUntil,
        @Nullable String group,
        @Nullable String cpts,
        @Nullable LocalDate agreedFrom,
        @Nullable LocalDate agreedUntil)
        implements InputRow {}
