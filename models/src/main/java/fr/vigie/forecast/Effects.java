package fr.vigie.forecast;

import fr.vigie.calendar.Almanac;
import fr.vigie.calendar.SpecialDay;
import fr.vigie.series.Interval;
import fr.vigie.series.Timeline;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The effects that are present in each interval of a series, as regressors: one of the indicators of {@link Effect},
 * or a harmonic of the year.
 */
@SuppressWarnings("EnumOrdinal") // effects are the columns of a matrix, in the order of the enum
final class Effects {
    private static final int COUNT = Effect.values().length;
    /** By part of the day. */
    private static final Effect[] HOLIDAY = {Effect.HOLIDAY_MORNING, Effect.HOLIDAY_AFTERNOON, Effect.HOLIDAY_EVENING};

    private static final Effect[] HALF_DAY = {
        Effect.HALF_DAY_MORNING, Effect.HALF_DAY_AFTERNOON, Effect.HALF_DAY_EVENING
    };

    private static final Effect[] DAY_AFTER = {
        Effect.DAY_AFTER_MORNING, Effect.DAY_AFTER_AFTERNOON, Effect.DAY_AFTER_EVENING
    };

    private static final int MORNING_ENDS = 12 * 60;
    private static final int AFTERNOON_ENDS = 17 * 60;
    private static final double DAYS_OF_YEAR = 365.2425;
    private static final int FIRST_WORKING_DAYS = 2;

    private static final Set<Effect> OF_HALF_DAYS = EnumSet.copyOf(List.of(HALF_DAY));
    private static final Set<Effect> OF_OCCASIONS = EnumSet.range(Effect.EPIDEMIC, Effect.OTHER_EVENT);

    private final Outlook outlook;
    private final Occasions occasions;
    private final Effect[] columns;
    private final Timeline timeline;
    private final int firstDay;
    private final int firstKnownDay;
    /** By day from the first: whether any interval is known, is open. */
    private final boolean[] seen;

    private final boolean[] open;
    /** By day and part of the day; made when first asked for. */
    private final double[][][] settled;

    private final double[][][] ahead;
    private int aheadOf = -1;

    Effects(Outlook outlook, Occasions occasions) {
        this.outlook = outlook;
        this.occasions = occasions;
        columns = Arrays.stream(Effect.values()).filter(this::mayShow).toArray(Effect[]::new);
        var series = outlook.series();
        timeline = series.timeline();
        firstDay = timeline.day(0);
        int days = timeline.day(timeline.length() - 1) - firstDay + 1;
        seen = new boolean[days];
        open = new boolean[days];
        for (int i = 0; i < series.length(); i++) {
            int day = timeline.day(i) - firstDay;
            seen[day] |= series.isKnown(i);
            open[day] |= series.interval(i) != Interval.CLOSED;
        }
        int first = series.firstKnown();
        firstKnownDay = first < series.length() ? timeline.day(first) - firstDay : days;
        settled = new double[days][][];
        ahead = new double[days][][];
    }

    /** Columns of nothing but zeros cost time and teach nothing. */
    private boolean mayShow(Effect effect) {
        return OF_OCCASIONS.contains(effect)
                ? occasions.effects().contains(effect)
                : !OF_HALF_DAYS.contains(effect)
                        || !outlook.almanac().halfDays().isEmpty();
    }

    /** The effect of each regressor. */
    Effect[] columns() {
        return columns.clone();
    }

    /**
     * The regressors of interval {@code i}.
     *
     * @param origin what is known: days from the origin on are unplanned closures only if they are closed
     * @return values by column, shared and not to be changed
     */
    double[] at(int i, int origin) {
        int day = timeline.day(i) - firstDay;
        int part = part(i);
        int lastKnownDay = timeline.day(Math.max(0, origin - 1)) - firstDay;
        var rows = i < origin ? settled : ahead(lastKnownDay);
        if (rows[day] == null) {
            rows[day] = new double[3][];
        }
        if (rows[day][part] == null) {
            rows[day][part] = row(day, part, lastKnownDay);
        }
        return rows[day][part];
    }

    /** The rows ahead of a day; those ahead of another are forgotten. */
    private double[][][] ahead(int lastKnownDay) {
        if (lastKnownDay != aheadOf) {
            Arrays.fill(ahead, null);
            aheadOf = lastKnownDay;
        }
        return ahead;
    }

    private double[] row(int day, int part, int lastKnownDay) {
        var row = new double[COUNT];
        var kind = SpecialDay.ORDINARY;
        if (timeline.hasDates()) {
            var date = timeline.date(day + firstDay);
            kind = outlook.almanac().kind(date);
            switch (kind) {
                case PUBLIC_HOLIDAY -> row[HOLIDAY[part].ordinal()] = 1;
                case HALF_DAY -> row[HALF_DAY[part].ordinal()] = 1;
                case DAY_AFTER -> row[DAY_AFTER[part].ordinal()] = 1;
                case BRIDGE -> row[Effect.BRIDGE.ordinal()] = 1;
                case EVE -> row[Effect.EVE.ordinal()] = 1;
                case ORDINARY -> {}
            }
            addSchoolHolidays(row, outlook.almanac(), date);
            addTurnOfMonth(row, date);
            var present = timeline.date(lastKnownDay + firstDay + 1);
            occasions.on(date, present).forEach((effect, share) -> row[effect.ordinal()] = share);
            addHarmonics(row, 2 * Math.PI * (day + firstDay) / DAYS_OF_YEAR);
        }
        if (kind == SpecialDay.ORDINARY && followsUnplannedClosure(day, lastKnownDay)) {
            row[Effect.AFTER_UNPLANNED_CLOSURE.ordinal()] = 1;
        }
        return Arrays.stream(columns)
                .mapToDouble(effect -> row[effect.ordinal()])
                .toArray();
    }

    /** What the calendar says of the slow effects of a day; absent ones are zero. */
    static Map<Effect, Double> slow(Almanac almanac, LocalDate date) {
        var row = new double[COUNT];
        addSchoolHolidays(row, almanac, date);
        addHarmonics(row, 2 * Math.PI * date.toEpochDay() / DAYS_OF_YEAR);
        var values = new EnumMap<Effect, Double>(Effect.class);
        SlowEffects.ALL.forEach(effect -> values.put(effect, row[effect.ordinal()]));
        return values;
    }

    /** A number for each effect. */
    static double[] each(Effect[] effects, ToDoubleFunction<Effect> number) {
        return Arrays.stream(effects).mapToDouble(number).toArray();
    }

    private static void addSchoolHolidays(double[] row, Almanac almanac, LocalDate date) {
        if (almanac.isSchoolHoliday(date)) {
            row[(isSummer(date) ? Effect.SUMMER_HOLIDAY : Effect.SCHOOL_HOLIDAY).ordinal()] = 1;
        }
    }

    /** Families are away for weeks then, and so are doctors: it is not like the other school holidays. */
    private static boolean isSummer(LocalDate date) {
        return date.getMonth() == Month.JULY || date.getMonth() == Month.AUGUST;
    }

    /** Salaries, pensions and bills make the last working day of a month and the first two of the next one busy. */
    private void addTurnOfMonth(double[] row, LocalDate date) {
        if (!isWorkingDay(date)) {
            return;
        }
        if (date.plusDays(1).datesUntil(date.plusMonths(1).withDayOfMonth(1)).noneMatch(this::isWorkingDay)) {
            row[Effect.MONTH_ENDS.ordinal()] = 1;
        }
        if (date.withDayOfMonth(1)
                        .datesUntil(date)
                        .filter(this::isWorkingDay)
                        .limit(FIRST_WORKING_DAYS)
                        .count()
                < FIRST_WORKING_DAYS) {
            row[Effect.MONTH_STARTS.ordinal()] = 1;
        }
    }

    private boolean isWorkingDay(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                && outlook.almanac().kind(date) != SpecialDay.PUBLIC_HOLIDAY;
    }

    private static void addHarmonics(double[] row, double phase) {
        row[Effect.YEAR_SINE.ordinal()] = StrictMath.sin(phase);
        row[Effect.YEAR_COSINE.ordinal()] = StrictMath.cos(phase);
        row[Effect.HALF_YEAR_SINE.ordinal()] = StrictMath.sin(2 * phase);
        row[Effect.HALF_YEAR_COSINE.ordinal()] = StrictMath.cos(2 * phase);
    }

    /** Whether the last day before that is usually open had no service, or no data. */
    private boolean followsUnplannedClosure(int day, int lastKnownDay) {
        int week = timeline.slotsPerWeek() / timeline.slotsPerDay();
        for (int before = day - 1; before > firstKnownDay && before >= day - week; before--) {
            if (isUsuallyOpen(before, week)) {
                return !open[before] || (before <= lastKnownDay && !seen[before]);
            }
        }
        return false;
    }

    /** Whether one of the two same weekdays before was open and seen. */
    private boolean isUsuallyOpen(int day, int week) {
        return (day >= week && seen[day - week]) || (day >= 2 * week && seen[day - 2 * week]);
    }

    private int part(int i) {
        if (!timeline.hasDates()) {
            return 0;
        }
        int minute = timeline.slotOfDay(i) * timeline.minutes();
        return minute < MORNING_ENDS ? 0 : minute < AFTERNOON_ENDS ? 1 : 2;
    }
}
