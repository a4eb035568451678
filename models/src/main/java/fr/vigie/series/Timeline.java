package fr.vigie.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * Where each interval of a regular series stands in its day and its week.
 *
 * <p>Intervals are half-open and of equal length in real time, so that a day of a zone with clock changes has 23, 24
 * or 25 hours of them: in autumn two intervals share a slot of the day, in spring some slots are missing. A series
 * without a calendar has plain seasonal periods instead; its shorter period is then called a day and its longer one
 * a week.
 */
public final class Timeline {
    private static final int MINUTES_OF_DAY = 1440;
    private static final int DAYS_OF_WEEK = 7;
    /** 1 January 1970 was a Thursday; weeks begin on Monday. */
    private static final int THURSDAY = 3;

    private final Instant start;
    private final int minutes;
    private final int slotsPerDay;
    private final int slotsPerWeek;
    private final boolean dated;
    private final int[] days;
    private final int[] slots;

    private Timeline(
            Instant start, int minutes, int slotsPerDay, int slotsPerWeek, boolean dated, int[] days, int[] slots) {
        this.start = start;
        this.minutes = minutes;
        this.slotsPerDay = slotsPerDay;
        this.slotsPerWeek = slotsPerWeek;
        this.dated = dated;
        this.days = days;
        this.slots = slots;
    }

    /**
     * Days and weeks (from Monday on) of a zone's calendar.
     *
     * @param start start of the first interval
     * @param minutes length of an interval, a divisor of 1440
     * @param zone zone whose clock tells the day
     * @param length number of intervals
     */
    public static Timeline ofClock(Instant start, int minutes, ZoneId zone, int length) {
        if (minutes <= 0 || MINUTES_OF_DAY % minutes != 0) {
            throw new IllegalArgumentException(
                    "Intervals of %d minutes do not divide a day.\nMaybe give plain seasonal periods."
                            .formatted(minutes));
        }
        int slotsPerDay = MINUTES_OF_DAY / minutes;
        var days = new int[length];
        var slots = new int[length];
        var rules = zone.getRules();
        long change = Long.MIN_VALUE;
        long offset = 0;
        for (int i = 0; i < length; i++) {
            long second = start.getEpochSecond() + 60L * minutes * i;
            if (second >= change) {
                var now = Instant.ofEpochSecond(second);
                offset = rules.getOffset(now).getTotalSeconds();
                var next = rules.nextTransition(now);
                change = next == null ? Long.MAX_VALUE : next.toEpochSecond();
            }
            long minute = Math.floorDiv(second + offset, 60);
            int day = (int) Math.floorDiv(minute, MINUTES_OF_DAY);
            days[i] = day;
            slots[i] = Math.floorMod(day + THURSDAY, DAYS_OF_WEEK) * slotsPerDay
                    + (int) Math.floorMod(minute, MINUTES_OF_DAY) / minutes;
        }
        return new Timeline(start, minutes, slotsPerDay, DAYS_OF_WEEK * slotsPerDay, true, days, slots);
    }

    /**
     * Plain seasonal periods, counted from the first interval on; no dates.
     *
     * @param start start of the first interval
     * @param minutes length of an interval
     * @param day the shorter period in intervals, at least 1
     * @param week the longer period in intervals, a multiple of the shorter one
     * @param length number of intervals
     */
    public static Timeline ofPeriods(Instant start, int minutes, int day, int week, int length) {
        if (day < 1 || week < day || week % day != 0) {
            throw new IllegalArgumentException("The seasonal period %d must be a multiple of %d.".formatted(week, day));
        }
        var days = new int[length];
        var slots = new int[length];
        Arrays.setAll(days, i -> i / day);
        Arrays.setAll(slots, i -> i % week);
        return new Timeline(start, minutes, day, week, false, days, slots);
    }

    /** The number of intervals. */
    public int length() {
        return days.length;
    }

    /** The length of an interval in minutes. */
    public int minutes() {
        return minutes;
    }

    /** The number of slots of a day without clock change. */
    public int slotsPerDay() {
        return slotsPerDay;
    }

    /** The number of slots of a week. */
    public int slotsPerWeek() {
        return slotsPerWeek;
    }

    /** Whether days are days of the calendar, so that {@link #date} may be asked. */
    public boolean hasDates() {
        return dated;
    }

    /** The start of interval {@code i}, which may lie beyond the end. */
    public Instant startsAt(int i) {
        return start.plusSeconds(60L * minutes * i);
    }

    /** The ordinal of the interval's day; consecutive days have consecutive ordinals. */
    public int day(int i) {
        return days[i];
    }

    /** The slot of the week, 0 to {@code slotsPerWeek - 1}; slot 0 is Monday at midnight where there are dates. */
    public int slotOfWeek(int i) {
        return slots[i];
    }

    /** The slot of the day, 0 to {@code slotsPerDay - 1}. */
    public int slotOfDay(int i) {
        return slots[i] % slotsPerDay;
    }

    /** The local date of a day's ordinal. */
    public LocalDate date(int day) {
        if (!dated) {
            throw new IllegalStateException("A series with plain seasonal periods has no dates.");
        }
        return LocalDate.ofEpochDay(day);
    }

    /** The first interval at or after the instant, from 0 to {@link #length()}. */
    public int indexOf(Instant instant) {
        long seconds = instant.getEpochSecond() - start.getEpochSecond();
        return (int) Math.min(length(), Math.max(0, -Math.floorDiv(-seconds, 60L * minutes)));
    }

    /** The interval that contains the instant; below 0 or beyond the end where it lies outside. */
    public int indexContaining(Instant instant) {
        return (int) Math.floorDiv(instant.getEpochSecond() - start.getEpochSecond(), 60L * minutes);
    }
}
