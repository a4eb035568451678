package fr.vigie.jobs.format;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The instants of one record where the file writes a day once, or leaves it out for the later ones.
 *
 * <p>The first instant is the record's start. A time of day without a day is on the record's day, or on the start's; one
 * before the start is on the day after: a night belongs to the day on which it begins.
 */
final class RecordTimes {
    /** Columns that end what the start begins: at the same time of day, a whole day later; a day alone counts whole. */
    private static final Set<String> ENDS = Set.of("ends_at", "valid_until");

    private final Notation notation;
    private final @Nullable LocalDate day;
    private @Nullable LocalDateTime start;

    /** Times of a record; {@code day} is the one that stands in a column of its own. */
    RecordTimes(Notation notation, @Nullable LocalDate day) {
        this.notation = notation;
        this.day = day;
    }

    /** The local time that a text stands for, ISO 8601; columns are asked for in canonical order. */
    String local(String column, String text) throws BadValue {
        var at = Notation.isTimeOfDay(text) ? alone(column, text) : withDay(column, text);
        if (start == null) {
            start = at;
        }
        return at.toString();
    }

    private LocalDateTime alone(String column, String text) throws BadValue {
        var on = day == null && start != null ? start.toLocalDate() : day;
        if (on == null) {
            throw new BadValue("missing-value", "the day of '" + text + "'");
        }
        var at = Notation.timeOfDay(text, on);
        boolean nextDay = start != null && (at.isBefore(start) || (at.equals(start) && ENDS.contains(column)));
        return nextDay ? at.plusDays(1) : at;
    }

    private LocalDateTime withDay(String column, String text) throws BadValue {
        var at = notation.dayWithTime(text);
        if (at != null) {
            return at;
        }
        var whole = notation.day(text);
        return (ENDS.contains(column) ? whole.plusDays(1) : whole).atStartOfDay();
    }
}
