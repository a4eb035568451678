package fr.vigie.jobs.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The business date of instants, as days since 1970; remembers the last day, on which most of them lie. */
final class BusinessDays {
    private final ZoneId zone;
    private final long windowMicros;
    private long from = 0;
    private long until = 0;
    private int day;

    BusinessDays(ZoneId zone, Duration redialWindow) {
        this.zone = zone;
        this.windowMicros = 1000 * redialWindow.toMillis();
    }

    /** The date of an instant in microseconds. */
    int of(long micros) {
        if (micros < from || micros >= until) {
            var date =
                    Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone).toLocalDate();
            day = (int) date.toEpochDay();
            from = start(zone, day);
            until = start(zone, day + 1);
        }
        return day;
    }

    /** Whether calls of the day after may be redials of one at that instant, where its caller is known. */
    boolean isLate(long micros) {
        of(micros);
        return micros >= until - windowMicros;
    }

    /** Whether calls of the day after may be redials of a call. */
    boolean isLate(PackedCall call) {
        return call.hasCaller() && isLate(call.arrivedAt);
    }

    /** The first instant, in microseconds, at which calls of the day before are late. */
    long lateOnTheDayBefore(int epochDay) {
        return start(zone, epochDay) - windowMicros;
    }

    /** The first microsecond of a day. */
    static long start(ZoneId zone, int epochDay) {
        return 1_000_000L * LocalDate.ofEpochDay(epochDay).atStartOfDay(zone).toEpochSecond();
    }
}
