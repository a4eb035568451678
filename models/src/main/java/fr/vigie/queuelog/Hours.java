package fr.vigie.queuelog;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The hours of a window, by a zone's clock: the hour that the autumn change repeats is two. */
final class Hours {
    /** Where each hour begins, and where the last one ends; UTC seconds. */
    private final long[] bounds;

    Hours(Instant from, Instant to, ZoneId zone) {
        var all = new ArrayList<Long>();
        for (var start = from; start.isBefore(to); ) {
            all.add(start.getEpochSecond());
            start = start.atZone(zone)
                    .truncatedTo(ChronoUnit.HOURS)
                    .plusHours(1)
                    .toInstant();
        }
        all.add(to.getEpochSecond());
        bounds = all.stream().mapToLong(Long::longValue).toArray();
    }

    int count() {
        return bounds.length - 1;
    }

    long startOf(int hour) {
        return bounds[hour];
    }

    /** The hour of a time; -1 outside of the window. */
    int of(long second) {
        if (second < bounds[0] || second >= bounds[bounds.length - 1]) {
            return -1;
        }
        int found = Arrays.binarySearch(bounds, second);
        return found >= 0 ? found : -found - 2;
    }

    /** How many seconds of some spans lie in each hour. */
    long[] seconds(List<Span> spans) {
        var sums = new long[count()];
        for (var span : spans) {
            int hour = Math.max(0, of(Math.max(span.from(), bounds[0])));
            for (; hour < count() && bounds[hour] < span.until(); hour++) {
                sums[hour] += span.secondsWithin(bounds[hour], bounds[hour + 1]);
            }
        }
        return sums;
    }
}
