package fr.vigie.input;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that moves the load for a while.
 *
 * @param eventId the event
 * @param startsOn first day
 * @param endsOn last day
 * @param kind what it is
 * @param scope a practice, a group or {@code all}
 * @param name its name
 */
public record Event(
        @Key String eventId,
        LocalDate startsOn,
        LocalDate endsOn,
        EventKind kind,
        @Nullable String scope,
        @Nullable String name)
        implements InputRow {}
