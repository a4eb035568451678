package fr.vigie.jobs.cli;

import fr.vigie.calendar.Almanac;
import fr.vigie.calendar.PublicHolidays;
import fr.vigie.forecast.Auto;
import fr.vigie.forecast.Combination;
import fr.vigie.forecast.Evaluation;
import fr.vigie.forecast.Forecast;
import fr.vigie.forecast.ForecastModel;
import fr.vigie.forecast.Outlook;
import fr.vigie.series.Observed;
import fr.vigie.series.Series;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The forecast of a series that comes from a plain file. */
final class CalcForecast {
    /** Whose public holidays matter. */
    enum Holidays {
        FR,
        NONE
    }

    private static final int MOST_PERIODS = 2;
    private static final int LONGEST_PERIOD = 100_000;

    private final ForecastModel model;
    private final List<Integer> seasons;
    private final Holidays holidays;
    private final EventsFile own;
    private final Map<Integer, Set<LocalDate>> holidaysByYear = new TreeMap<>();

    /**
     * @param seasons seasonal periods in intervals, one or two, or none: days and weeks of the clock
     * @param own events, holidays beside those of the calendar among them
     */
    CalcForecast(ForecastModel model, List<Integer> seasons, Holidays holidays, EventsFile own) {
        this.model = model;
        this.seasons = seasons.stream().sorted().toList();
        this.holidays = holidays;
        this.own = own;
        if (seasons.size() > MOST_PERIODS
                || seasons.stream().anyMatch(period -> period < 1 || period > LONGEST_PERIOD)) {
            throw new IllegalArgumentException(
                    "One or two seasonal periods of 1 to %d are needed.\nMaybe --season 24,168."
                            .formatted(LONGEST_PERIOD));
        }
    }

    /**
     * The forecast of the open intervals after the last point.
     *
     * @param horizon how many
     */
    Forecast of(Observed observed, ZoneId zone, int horizon) {
        var series = series(observed, zone, horizon);
        int present = observed.present();
        int known = series.known(present);
        int day = Math.min(
                series.timeline().slotsPerDay(),
                openSlots(series, series.timeline().slotsPerDay()));
        if (known < day || known == 0) {
            throw new IllegalArgumentException(
                    "has %d values; a forecast needs at least one season of %d.\nMaybe give more of its past, or leave it out."
                            .formatted(known, Math.max(1, day)));
        }
        var outlook = Outlook.of(series, almanac(series));
        return model instanceof Auto
                ? Combination.forecast(outlook, present)
                : Evaluation.ofOwnOrigins(model, outlook, present).forecast();
    }

    private Series series(Observed observed, ZoneId zone, int horizon) {
        if (observed.dividesDays()) {
            var onClock = observed.onClock(zone, horizon);
            if (seasons.isEmpty() || isClock(onClock)) {
                return onClock;
            }
        } else if (seasons.isEmpty()) {
            throw new IllegalArgumentException(
                    "has intervals of %d minutes, which do not divide a day.\nMaybe tell its seasonal periods with --season."
                            .formatted(observed.minutes()));
        }
        if (holidays != Holidays.NONE || !own.equals(EventsFile.none())) {
            throw new IllegalArgumentException(
                    "has seasonal periods %s that are not a day and a week, which a calendar needs.\nMaybe leave out --calendar and --events."
                            .formatted(seasons));
        }
        int shorter = seasons.get(0);
        int longer = seasons.get(seasons.size() - 1);
        if (longer % shorter != 0) {
            throw new IllegalArgumentException(
                    "has seasonal periods %s that are not its open day and week, and of which the longer is no multiple of the shorter.\nMaybe --season 24,168."
                            .formatted(seasons));
        }
        return observed.onPeriods(shorter, longer, horizon);
    }

    /** Whether the periods are the day and the week, counted with or without closed intervals. */
    private boolean isClock(Series series) {
        var timeline = series.timeline();
        int day = seasons.get(0);
        int week = seasons.get(seasons.size() - 1);
        return (day == timeline.slotsPerDay() && week == timeline.slotsPerWeek())
                || (day == openSlots(series, timeline.slotsPerDay())
                        && week == openSlots(series, timeline.slotsPerWeek()));
    }

    /** The most open intervals that a day, or a week, has. */
    private static int openSlots(Series series, int slots) {
        var timeline = series.timeline();
        var closed = new boolean[timeline.slotsPerWeek()];
        for (int i = 0; i < series.length(); i++) {
            closed[timeline.slotOfWeek(i)] |= series.isClosed(i);
        }
        int most = 0;
        for (int from = 0; from < closed.length; from += slots) {
            int count = 0;
            for (int s = from; s < from + slots; s++) {
                count += closed[s] ? 0 : 1;
            }
            most = Math.max(most, count);
        }
        return most;
    }

    private Almanac almanac(Series series) {
        var timeline = series.timeline();
        if (holidays == Holidays.NONE || !timeline.hasDates()) {
            return new Almanac(own.holidays(), own.halfDays(), Optional.empty(), own.occasions());
        }
        var days = new TreeSet<>(own.holidays());
        int last =
                timeline.date(timeline.day(timeline.length() - 1)).plusDays(7).getYear();
        for (int year = timeline.date(timeline.day(0)).minusDays(7).getYear(); year <= last; year++) {
            days.addAll(holidaysByYear.computeIfAbsent(
                    year, y -> PublicHolidays.ofFrance(LocalDate.of(y, 1, 1), LocalDate.of(y + 1, 1, 1))));
        }
        return new Almanac(days, own.halfDays(), Optional.empty(), own.occasions());
    }
}
