package fr.vigie.input;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message left for a doctor.
 *
 * @param messageId the message
 * @param practiceId the practice
 * @param practitionerId the doctor
 * @param leftAt when it was left
 * @param readAt when it was read
 */
public record Message(
        @Key String messageId,
        String practiceId,
        @Nullable String practitionerId,
        Instant leftAt,
        @Nullable Instant readAt)
        implements InputRow {}
