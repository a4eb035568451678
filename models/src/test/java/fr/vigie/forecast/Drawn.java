package fr.vigie.forecast;

import fr.vigie.calendar.Almanac;
import fr.vigie.series.Series;
import fr.vigie.series.Timeline;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SplittableRandom;

/** Series drawn for tests: hourly calls from 8 to 18 h, Monday to Saturday, Mondays half as busy again. */
final class Drawn {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** A Monday. */
    static final LocalDate FIRST = LocalDate.of(2025, 9, 1);

    /** The factor on the expected calls of a day. */
    interface Factor {
        double on(LocalDate day, int hour);
    }

    private Drawn() {}

    /**
     * @param weeks history
     * @param ahead weeks of future
     * @param hourly expected calls an hour
     * @param factor what lifts or lowers them; a negative one closes the hour
     */
    static Series calls(int weeks, int ahead, double hourly, long seed, Factor factor) {
        var random = new SplittableRandom(seed);
        int length = hours(FIRST.plusWeeks(weeks + ahead));
        int present = hours(FIRST.plusWeeks(weeks));
        var timeline = Timeline.ofClock(FIRST.atStartOfDay(PARIS).toInstant(), 60, PARIS, length);
        var series = Series.on(timeline);
        for (int i = 0; i < length; i++) {
            var day = timeline.date(timeline.day(i));
            int hour = timeline.slotOfDay(i);
            double times = factor.on(day, hour);
            if (hour < 8 || hour >= 18 || day.getDayOfWeek() == DayOfWeek.SUNDAY || times < 0) {
                series.closed(i);
            } else if (i < present) {
                series.known(i, poisson(hourly * times * expected(day, hour), random));
            }
        }
        return series.build();
    }

    static Series calls(int weeks, int ahead, double hourly, long seed) {
        return calls(weeks, ahead, hourly, seed, (day, hour) -> 1);
    }

    /** The expected share of the hourly calls. */
    static double expected(LocalDate day, int hour) {
        return (day.getDayOfWeek() == DayOfWeek.MONDAY ? 1.5 : 1) * (hour < 10 ? 1.4 : 0.9);
    }

    /** The index of the first hour of a week. */
    static int week(int week) {
        return hours(FIRST.plusWeeks(week));
    }

    static Outlook alone(Series series) {
        return Outlook.of(series, Almanac.none());
    }

    private static int hours(LocalDate day) {
        return (int) Duration.between(FIRST.atStartOfDay(PARIS), day.atStartOfDay(PARIS))
                .toHours();
    }

    private static int poisson(double mean, SplittableRandom random) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
