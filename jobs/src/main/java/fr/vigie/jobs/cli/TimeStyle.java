package fr.vigie.jobs.cli;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a file writes its times, so that what is written fits what was read.
 *
 * @param date days only
 * @param separator between date and time, {@code T} or a blank
 * @param seconds whether seconds are written
 * @param suffix what follows the local time
 */
record TimeStyle(boolean date, char separator, boolean seconds, Suffix suffix) {
    private static final int DATE = 10;
    private static final int WITH_SECONDS = 19;
    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}-");
    private static final String NO_TIME = "'%s' for ds is not a time by ISO 8601, such as 2026-03-31T08:00";

    /** What follows the local time. */
    enum Suffix {
        NOTHING,
        Z,
        OFFSET
    }

    /** The local time that is written, and its offset if there is one. */
    record Written(LocalDateTime local, Optional<OffsetDateTime> exact) {}

    static TimeStyle of(String text) {
        if (text.length() <= DATE) {
            return new TimeStyle(true, 'T', false, Suffix.NOTHING);
        }
        var suffix = text.endsWith("Z")
                ? Suffix.Z
                : text.indexOf('+', DATE) > 0 || text.indexOf('-', DATE) > 0 ? Suffix.OFFSET : Suffix.NOTHING;
        boolean seconds = text.length() >= WITH_SECONDS && text.charAt(16) == ':';
        return new TimeStyle(false, text.charAt(DATE), seconds, suffix);
    }

    /** Reads a time in any style. */
    static Written read(String text) {
        if (!FOUR_DIGITS.matcher(text).lookingAt()) {
            throw new IllegalArgumentException(NO_TIME.formatted(PlainCsv.shown(text)));
        }
        try {
            var iso = text.length() == DATE ? text + "T00:00" : text.replace(' ', 'T');
            if (of(iso).suffix == Suffix.NOTHING) {
                return new Written(LocalDateTime.parse(iso), Optional.empty());
            }
            var exact = OffsetDateTime.parse(iso);
            return new Written(exact.toLocalDateTime(), Optional.of(exact));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(NO_TIME.formatted(PlainCsv.shown(text)), e);
        }
    }

    /** Writes a time in this style. */
    String write(Instant instant, ZoneId zone) {
        var exact = (suffix == Suffix.Z ? instant.atZone(ZoneOffset.UTC) : instant.atZone(zone)).toOffsetDateTime();
        var local = exact.toLocalDateTime();
        var day = local.toLocalDate().toString();
        if (date) {
            return day;
        }
        var clock = "%02d:%02d".formatted(local.getHour(), local.getMinute())
                + (seconds ? ":%02d".formatted(local.getSecond()) : "");
        return day
                + separator
                + clock
                + switch (suffix) {
                    case NOTHING -> "";
                    case Z -> "Z";
                    case OFFSET -> exact.getOffset().getId();
                };
    }
}
