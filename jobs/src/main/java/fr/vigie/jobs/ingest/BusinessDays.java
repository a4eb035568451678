package fr.vigie.jobs.ingest;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The business date of instants, as days since 1970; remembers the last day, on which most of them lie. */
final class BusinessDays {
    private final ZoneId zone;
    private long from = 0;
    private long until = 0;
    private int day;

    BusinessDays(ZoneId zone) {
        this.zone = zone;
    }

    /** The date of an instant in microseconds. */
    int of(long micros) {
        if (micros < from || micros >= until) {
            var date =
                    Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone).toLocalDate();
            day = (int) date.toEpochDay();
            from = start(day);
            until = start(day + 1);
        }
        return day;
    }

    /** The first microsecond of a day. */
    long start(int epochDay) {
        return 1_000_000L
                * java.time.LocalDate.ofEpochDay(epochDay).atStartOfDay(zone).toEpochSecond();
    }
}
