package fr.vigie.input;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a practice's line is forwarded to the service.
 *
 * @param practiceId the practice
 * @param validFrom first day
 * @param mode when calls come to the service
 * @param schedule weekdays and hours of a scheduled forwarding, e.g. {@code MON-FRI 12:00-14:00}
 */
public record Forwarding(
        @Key String practiceId, @Key LocalDate validFrom, ForwardingMode mode, @Nullable String schedule)
        implements InputRow {}
