package fr.vigie.jobs.cli;

import fr.vigie.jobs.error.UserError;
import fr.vigie.roster.Away;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Times as options name them: local unless they have an offset. */
final class Moments {
    private static final Pattern ABSENCE =
            Pattern.compile("(.+)@(\\d{4}-\\d\\d-\\d\\d)(?:T(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d))?");

    private Moments() {}

    /** A day, of which the start is meant, or a time. */
    static Instant parse(String option, String text, ZoneId zone) {
        try {
            if (!text.contains("T")) {
                return LocalDate.parse(text).atStartOfDay(zone).toInstant();
            }
            return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw UserError.usage(
                    "The %s '%s' is neither a day nor a time.\nMaybe write 2026-04-01 or 2026-04-01T08:00."
                            .formatted(option, text));
        }
    }

    /** {@code OP003@2026-04-01} for the whole day, {@code OP003@2026-04-01T14:00-19:00} for part of it. */
    static Away absence(String text, ZoneId zone) {
        var parts = ABSENCE.matcher(text);
        try {
            if (parts.matches()) {
                var day = LocalDate.parse(parts.group(2));
                boolean isWhole = parts.group(3) == null;
                var from = isWhole ? day.atStartOfDay() : day.atTime(LocalTime.parse(parts.group(3)));
                var until = isWhole ? day.plusDays(1).atStartOfDay() : day.atTime(LocalTime.parse(parts.group(4)));
                return new Away(
                        parts.group(1),
                        from.atZone(zone).toInstant(),
                        until.atZone(zone).toInstant());
            }
        } catch (DateTimeParseException e) {
            throw unclear(text);
        } catch (IllegalArgumentException e) {
            throw UserError.usage(String.valueOf(e.getMessage()));
        }
        throw unclear(text);
    }

    private static UserError unclear(String text) {
        return UserError.usage(
                "The absence '%s' does not say who is away when.\nMaybe write OP003@2026-04-01 or OP003@2026-04-01T14:00-19:00."
                        .formatted(text));
    }
}
