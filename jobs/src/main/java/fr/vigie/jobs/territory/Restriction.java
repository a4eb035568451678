package fr.vigie.jobs.territory;

import fr.vigie.input.InstructionKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a practice told the operators, without its words.
 *
 * @param practiceId the practice
 * @param practitionerId the doctor it concerns; null: all
 * @param validFrom from when
 * @param validUntil until when; null: further notice
 * @param kind what to do
 */
public record Restriction(
        String practiceId,
        @Nullable String practitionerId,
        Instant validFrom,
        @Nullable Instant validUntil,
        InstructionKind kind) {

    boolean isInForce(Instant at) {
        return kind != InstructionKind.OPEN
                && validFrom.isBefore(at)
                && (validUntil == null || !validUntil.isBefore(at));
    }
}
