package fr.vigie.jobs.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Instants as files write them: ISO 8601 with an offset, or local time in a given zone.
 *
 * <p>Years have four digits. A local time that the autumn change makes ambiguous takes the earlier instant; one that the spring change skips
 * is refused.
 */
public final class Times {
    private Times() {}

    /**
     * The instant that a text stands for.
     *
     * @param zone of a text without an offset
     * @throws BadValue when it is no time, or one that does not exist in the zone
     */
    public static Instant instant(String text, ZoneId zone) throws BadValue {
        if (isPlainUtc(text)) {
            return plainUtc(text);
        }
        var iso = text.indexOf(' ') == 10 ? text.substring(0, 10) + 'T' + text.substring(11) : text;
        try {
            if (hasOffset(iso)) {
                var time = OffsetDateTime.parse(iso);
                checkYear(text, time.getYear());
                return time.toInstant();
            }
            var local = LocalDateTime.parse(iso);
            checkYear(text, local.getYear());
            var offsets = zone.getRules().getValidOffsets(local);
            if (offsets.isEmpty()) {
                throw new BadValue("nonexistent-local-time", text + " does not exist in " + zone);
            }
            return local.toInstant(offsets.get(0));
        } catch (DateTimeException e) {
            throw new BadValue("bad-value", text + " is not a time");
        }
    }

    /** Beyond these years microseconds overflow, and nobody means them. */
    private static void checkYear(String text, int year) throws BadValue {
        if (year < 0 || year > 9999) {
            throw new BadValue("bad-value", text + " is not a time");
        }
    }

    /** Whether the local time stands for two instants. */
    public static boolean isAmbiguous(String text, ZoneId zone) {
        var iso = text.indexOf(' ') == 10 ? text.substring(0, 10) + 'T' + text.substring(11) : text;
        return !hasOffset(iso)
                && zone.getRules().getValidOffsets(LocalDateTime.parse(iso)).size() > 1;
    }

    private static boolean hasOffset(String iso) {
        return iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
    }

    /** {@code 2026-03-30T08:04:11Z}: what the canonical files hold, millions of times. */
    private static boolean isPlainUtc(String text) {
        if (text.length() != 20 || text.charAt(19) != 'Z' || text.charAt(10) != 'T') {
            return false;
        }
        for (int i = 0; i < 19; i++) {
            char c = text.charAt(i);
            boolean separator = i == 4 || i == 7 || i == 10 || i == 13 || i == 16;
            if (!separator && (c < '0' || c > '9')) {
                return false;
            }
        }
        return text.charAt(4) == '-' && text.charAt(7) == '-' && text.charAt(13) == ':' && text.charAt(16) == ':';
    }

    private static Instant plainUtc(String text) throws BadValue {
        try {
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new BadValue("bad-value", text + " is not a time");
        }
    }

    private static int number(String text, int from, int until) {
        int n = 0;
        for (int i = from; i < until; i++) {
            n = 10 * n + text.charAt(i) - '0';
        }
        return n;
    }
}
