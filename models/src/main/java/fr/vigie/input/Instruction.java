package fr.vigie.input;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a practice tells the operators to do.
 *
 * @param practiceId the practice
 * @param practitionerId the doctor it concerns; empty: all
 * @param validFrom from when
 * @param validUntil until when; empty: further notice
 * @param kind what to do
 * @param note free text, kept out of every aggregate
 */
public record Instruction(
        @Key String practiceId,
        @Key @Nullable String practitionerId,
        @Key Instant validFrom,
        @Nullable Instant validUntil,
        InstructionKind kind,
        @Nullable String note)
        implements InputRow {}
