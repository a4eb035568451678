package fr.vigie.forecast;

import fr.vigie.series.Series;
import java.util.Locale;

/** How far ahead a forecast looks, in days from the first open one on. */
public enum HorizonBucket {
    /** The first open day at or after the origin, and closed days before it. */
    NEXT_DAY,
    /** The 2nd to the 14th day. */
    DAYS_2_14,
    /** The 15th day and later, to the end of the 6th week where it is scored. */
    WEEKS_3_6,
    /** The 8th to the 42nd day, of paths that are made to be scored so far ahead. */
    WEEKS_2_6;

    private static final int DAYS_OF_TWO_WEEKS = 14;

    /** The name in tables, e.g. {@code days-2-14}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The bucket of a day that lies that many days after the first one ahead. */
    public static HorizonBucket ofDays(long days) {
        return days <= 0 ? NEXT_DAY : days < DAYS_OF_TWO_WEEKS ? DAYS_2_14 : WEEKS_3_6;
    }

    /** The bucket of each interval of a horizon. */
    static HorizonBucket[] along(Series series, int origin, int horizon) {
        int first = origin;
        while (first < origin + horizon - 1 && series.isClosed(first)) {
            first++;
        }
        var timeline = series.timeline();
        var buckets = new HorizonBucket[horizon];
        for (int h = 0; h < horizon; h++) {
            int days = timeline.day(origin + h) - timeline.day(first);
            buckets[h] = ofDays(days);
        }
        return buckets;
    }
}
