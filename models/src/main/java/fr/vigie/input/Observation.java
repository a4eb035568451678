package fr.vigie.input;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an operator noticed about a practice.
 *
 * @param observationId the observation
 * @param practiceId the practice
 * @param practitionerId the doctor
 * @param observedAt when
 * @param operatorId by whom
 * @param kind what
 * @param note free text, for account staff only
 */
public record Observation(
        @Key String observationId,
        String practiceId,
        @Nullable String practitionerId,
        Instant observedAt,
        String operatorId,
        ObservationKind kind,
        @Nullable String note)
        implements InputRow {}
