package fr.vigie.input;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A doctor at a practice.
 *
 * @param practitionerId RPPS, 11 digits
 * @param practiceId the practice
 * @param birthYear year of birth
 * @param activityFte full-time equivalents, above 0
 * @param specialty e.g. {@code general}
 * @param activeUntil last day of practice there
 */
public record Practitioner(
        @Key String practitionerId,
        @Key String practiceId,
        @Between(least = 1_900, most = 2_100) @Nullable Integer birthYear,
        @Between(least = 0, most = 10) @Nullable Double activityFte,
        @Nullable String specialty,
        @Nullable LocalDate activeUntil)
        implements InputRow {}
