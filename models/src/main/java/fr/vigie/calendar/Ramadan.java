package fr.vigie.calendar;

import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;

/**
 * The months of Ramadan by the calendar of Umm al-Qura, as {@link java.time.chrono.HijrahChronology} has it.
 *
 * <p>They begin with 11 March 2024, 1 March 2025, 18 February 2026 and 8 February 2027. In France the night of doubt decides: an
 * announced month may begin or end a day off.
 */
public final class Ramadan {
    private static final int NINTH_MONTH = 9;

    private Ramadan() {}

    /**
     * A month.
     *
     * @param from first day
     * @param until day after the last
     */
    public record Month(LocalDate from, LocalDate until) {}

    /**
     * The months that touch a span of days.
     *
     * @param from first day, from 1900 on
     * @param until day after the last, up to 2077
     */
    public static List<Month> between(LocalDate from, LocalDate until) {
        var months = new ArrayList<Month>();
        int last = HijrahDate.from(until).get(ChronoField.YEAR);
        for (int year = HijrahDate.from(from).get(ChronoField.YEAR); year <= last; year++) {
            var begins = HijrahDate.of(year, NINTH_MONTH, 1);
            var month = new Month(LocalDate.from(begins), LocalDate.from(begins).plusDays(begins.lengthOfMonth()));
            if (month.from.isBefore(until) && from.isBefore(month.until)) {
                months.add(month);
            }
        }
        return months;
    }
}
