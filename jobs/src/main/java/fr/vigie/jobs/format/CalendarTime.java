package fr.vigie.jobs.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRules;

/**
 * A time of a calendar: what the clock on the wall shows, and where.
 *
 * @param local the wall clock's time; of a whole day its beginning
 * @param zone the rules of the zone
 * @param isDay whether it is a whole day ({@code VALUE=DATE})
 */
record CalendarTime(LocalDateTime local, ZoneRules zone, boolean isDay) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    /** Reads {@code 20260330}, {@code 20260330T080000} (in {@code zone}) or {@code 20260330T060000Z}. */
    static CalendarTime of(String text, ZoneRules zone) throws BadValue {
        try {
            if (text.length() == 8) {
                return new CalendarTime(
                        LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE).atStartOfDay(), zone, true);
            }
            return text.endsWith("Z")
                    ? new CalendarTime(
                            LocalDateTime.parse(text.substring(0, text.length() - 1), TIME),
                            ZoneOffset.UTC.getRules(),
                            false)
                    : new CalendarTime(LocalDateTime.parse(text, TIME), zone, false);
        } catch (DateTimeException e) {
            throw new BadValue("bad-value", "'" + text + "' is not a time such as 20260330T080000");
        }
    }

    /** The same clock at another time. */
    CalendarTime at(LocalDateTime other) {
        return new CalendarTime(other, zone, isDay);
    }

    /**
     * The instant: the earlier of two.
     *
     * @throws BadValue when the clock never shows that time
     */
    Instant instant() throws BadValue {
        var offsets = zone.getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw new BadValue("nonexistent-local-time", local + " does not exist in the event's zone");
        }
        return local.toInstant(offsets.get(0));
    }

    /** What the wall clock shows elsewhere at that time; a whole day is that day everywhere. */
    LocalDateTime in(ZoneRules other) throws BadValue {
        if (isDay || zone.equals(other)) {
            return local;
        }
        var instant = instant();
        return LocalDateTime.ofInstant(instant, other.getOffset(instant));
    }
}
