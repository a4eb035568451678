package fr.vigie.jobs.ingest;

import fr.vigie.jobs.format.BadValue;
import fr.vigie.jobs.format.Times;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Instants in files, as microseconds since 1970-01-01T00:00Z: what {@link Times} reads, without making a string of it
 * where it is ISO 8601 to the letter. Counts the local times that stand for two instants. Not safe for several threads.
 */
final class TimeReader {
    private static final int SECONDS_LENGTH = 19;
    private static final int UNKNOWN = Integer.MIN_VALUE;

    private final ZoneId zone;
    private long ambiguous;

    // The offset of the local hour read last, where it has only one.
    private long hour = Long.MIN_VALUE;
    private int offset = UNKNOWN;

    /** Reads local times in a zone. */
    TimeReader(ZoneId zone) {
        this.zone = zone;
    }

    /** How many of the local times read so far stood for two instants; each was taken for the earlier. */
    long ambiguous() {
        return ambiguous;
    }

    long micros(byte[] bytes, int from, int until) throws BadValue {
        if (until - from >= SECONDS_LENGTH && isIso(bytes, from)) {
            int year = 100 * two(bytes, from) + two(bytes, from + 2);
            int month = two(bytes, from + 5);
            int day = two(bytes, from + 8);
            int hours = two(bytes, from + 11);
            int minutes = two(bytes, from + 14);
            int seconds = two(bytes, from + 17);
            if (month >= 1 && month <= 12 && day >= 1 && day <= 28 && hours < 24 && minutes < 60 && seconds < 60) {
                long local = 86_400L * epochDay(year, month, day) + 3600L * hours + 60L * minutes + seconds;
                if (until - from == SECONDS_LENGTH) {
                    int known = offset(Math.floorDiv(local, 3600L));
                    if (known != UNKNOWN) {
                        return (local - known) * 1_000_000;
                    }
                } else if (until - from == SECONDS_LENGTH + 1 && bytes[until - 1] == 'Z') {
                    return local * 1_000_000;
                }
            }
        }
        var text = new String(bytes, from, until - from, StandardCharsets.UTF_8);
        var instant = Times.instant(text, zone);
        if (Times.isAmbiguous(text, zone)) {
            ambiguous++;
        }
        return 1_000_000 * instant.getEpochSecond() + instant.getNano() / 1000;
    }

    private int offset(long localHour) {
        if (localHour != hour) {
            hour = localHour;
            var first = LocalDateTime.ofEpochSecond(localHour * 3600, 0, ZoneOffset.UTC);
            var offsets = zone.getRules().getValidOffsets(first);
            boolean one = offsets.size() == 1
                    && offsets.equals(zone.getRules().getValidOffsets(first.plusMinutes(30)))
                    && offsets.equals(zone.getRules().getValidOffsets(first.plusSeconds(3599)));
            offset = one ? offsets.get(0).getTotalSeconds() : UNKNOWN;
        }
        return offset;
    }

    private static boolean isIso(byte[] b, int from) {
        if (b[from + 4] != '-' || b[from + 7] != '-' || b[from + 13] != ':' || b[from + 16] != ':') {
            return false;
        }
        if (b[from + 10] != 'T' && b[from + 10] != ' ') {
            return false;
        }
        for (int i = 0; i < SECONDS_LENGTH; i++) {
            boolean separator = i == 4 || i == 7 || i == 10 || i == 13 || i == 16;
            if (!separator && (b[from + i] < '0' || b[from + i] > '9')) {
                return false;
            }
        }
        return true;
    }

    private static int two(byte[] b, int at) {
        return 10 * (b[at] - '0') + b[at + 1] - '0';
    }

    /** Days since 1970-01-01 of a date of the Gregorian calendar, years 0 to 9999. */
    private static long epochDay(int year, int month, int day) {
        // The year begins in March, so that the leap day is its last.
        int y = month <= 2 ? year - 1 : year;
        int m = month <= 2 ? month + 9 : month - 3;
        int era = Math.floorDiv(y, 400);
        int ofEra = y - era * 400;
        int ofYear = (153 * m + 2) / 5 + day - 1;
        return era * 146_097L + ofEra * 365L + ofEra / 4 - ofEra / 100 + ofYear - 719_468;
    }
}
