package fr.vigie.jobs.simulate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as the canonical files write them: words in lower case, {@code yes} and {@code no}, instants in UTC. */
final class Cells {
    private static final int DAY_SECONDS = 86_400;

    private final Map<Enum<?>, String> words = new HashMap<>();
    private final byte[] instant = "0000-00-00T00:00:00Z".getBytes(ISO_8859_1);
    private long epochDay = Long.MIN_VALUE;

    @Nullable
    String of(@Nullable Object value) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        if (value instanceof Instant time) {
            return instant(time);
        }
        if (value instanceof Enum<?> word) {
            return words.computeIfAbsent(word, w -> w.name().toLowerCase(Locale.ROOT));
        }
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        return value.toString();
    }

    /** {@code 2026-03-30T06:04:11Z}. Rows come day by day: the date is kept, only the time is written anew. */
    private String instant(Instant time) {
        if (time.getNano() != 0) {
            return time.toString();
        }
        long day = Math.floorDiv(time.getEpochSecond(), DAY_SECONDS);
        if (day != epochDay) {
            epochDay = day;
            var date = LocalDate.ofEpochDay(day).toString().getBytes(ISO_8859_1);
            System.arraycopy(date, 0, instant, 0, date.length);
        }
        int second = Math.floorMod(time.getEpochSecond(), DAY_SECONDS);
        twoDigits(11, second / 3600);
        twoDigits(14, second / 60 % 60);
        twoDigits(17, second % 60);
        return new String(instant, ISO_8859_1);
    }

    private void twoDigits(int at, int number) {
        instant[at] = (byte) ('0' + number / 10);
        instant[at + 1] = (byte) ('0' + number % 10);
    }
}
