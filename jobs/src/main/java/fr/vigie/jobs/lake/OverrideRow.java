package fr.vigie.jobs.lake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A planner's correction of the forecast: appended, never replaced. The latest for a place and an interval counts.
 *
 * @param at when it was made
 * @param level {@code practice}, {@code group} or {@code network}
 * @param id which one
 * @param startsAt start of what it corrects
 * @param endsAt its end
 * @param factor on the model's value; null where {@code calls} is given
 * @param calls expected over the whole stretch, of one day, spread as the model spreads them; null where {@code factor} is given
 * @param reason why
 * @param author who
 */
public record OverrideRow(
        Instant at,
        String level,
        String id,
        Instant startsAt,
        Instant endsAt,
        @Nullable Double factor,
        @Nullable Double calls,
        String reason,
        String author) {}
