package fr.vigie.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.calendar.Almanac;
import fr.vigie.forecast.HourOfWeekRegression;
import fr.vigie.forecast.Outlook;
import fr.vigie.series.Series;
import fr.vigie.series.Timeline;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InterruptedSeriesTest {
    private static final int WEEKS = 40;
    private static final int TRIAL_WEEKS = 3;
    private static final int SLOTS = 24;
    private static final int LENGTH = WEEKS * 7 * SLOTS;
    private static final int FROM = LENGTH - TRIAL_WEEKS * 7 * SLOTS;
    private static final Timeline TIMELINE =
            Timeline.ofClock(Instant.parse("2025-01-06T00:00:00Z"), 60, ZoneOffset.UTC, LENGTH);

    /** A service whose days are off by a tenth and whose level wanders, with calls and waits from hour to hour. */
    private record Year(Outlook calls, Outlook waits) {
        static Year of(long seed, double effectOnCalls, double effectOnWait) {
            var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            var calls = Series.on(TIMELINE);
            var waits = Series.on(TIMELINE);
            double level = 0;
            double day = 0;
            double wait = 0;
            for (int i = 0; i < LENGTH; i++) {
                int hour = TIMELINE.slotOfDay(i);
                int weekday = TIMELINE.slotOfWeek(i) / SLOTS;
                if (hour == 0) {
                    level += 0.01 * random.nextGaussian();
                    day = 0.1 * random.nextGaussian();
                    wait = 0.3 * random.nextGaussian();
                }
                if (weekday == 6 || hour < 7 || hour >= 19) {
                    calls.closed(i);
                    waits.closed(i);
                    continue;
                }
                boolean isTrial = i >= FROM;
                double mean = (weekday == 0 ? 130 : 100)
                        * (1.3 - 0.04 * Math.abs(hour - 9))
                        * Math.exp(level + day)
                        * (isTrial ? 1 + effectOnCalls : 1);
                double count = count(mean, random);
                double perCall = (hour < 9 ? 40 : 20)
                        * Math.exp(wait + 0.3 * random.nextGaussian())
                        * (isTrial ? 1 + effectOnWait : 1);
                calls.known(i, count);
                waits.known(i, count * perCall);
            }
            return new Year(Outlook.of(calls.build(), Almanac.none()), Outlook.of(waits.build(), Almanac.none()));
        }

        private static double count(double mean, RandomGenerator random) {
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
        }

        ChangeEffect volume(double level) {
            return new InterruptedSeries(new HourOfWeekRegression(), calls, null, FROM, LENGTH).effect(level);
        }

        ChangeEffect waiting(double level) {
            return new InterruptedSeries(new HourOfWeekRegression(), waits, calls, FROM, LENGTH).effect(level);
        }
    }

    @Test
    void anEffectIsRecoveredAndItsIntervalContainsItAsOftenAsItSays() {
        int times = 60;
        double sum = 0;
        int contained = 0;
        int surely = 0;
        for (int seed = 0; seed < times; seed++) {
            var effect = Year.of(seed, 0, -0.3).waiting(0.9);
            sum += effect.effect();
            contained += effect.low() <= -0.3 && -0.3 <= effect.high() ? 1 : 0;
            surely += effect.mayBeNothing() ? 0 : 1;
        }
        assertEquals(-0.3, sum / times, 0.03);
        assertTrue(contained >= 48 && contained <= 60, "90 % of 60 are 54, and it was " + contained);
        assertTrue(surely >= 50, "a third less wait is seen nearly always, and it was " + surely);
    }

    @Test
    void withoutAnEffectIntervalsContainNoneAsOftenAsTheySay() {
        int times = 150;
        int[] contained = IntStream.range(1000, 1000 + times)
                .mapToObj(seed -> Year.of(seed, 0, 0))
                .map(year -> new int[] {
                    year.volume(0.8).mayBeNothing() ? 1 : 0,
                    year.waiting(0.8).mayBeNothing() ? 1 : 0,
                    year.volume(0.95).mayBeNothing() ? 1 : 0
                })
                .reduce(new int[3], (a, b) -> new int[] {a[0] + b[0], a[1] + b[1], a[2] + b[2]});
        // Three standard deviations of what a binomial gives.
        assertEquals(0.8, contained[0] / (double) times, 0.1);
        assertEquals(0.8, contained[1] / (double) times, 0.1);
        assertEquals(0.95, contained[2] / (double) times, 0.055);
    }

    @Test
    void aChangeOfVolumeIsTold() {
        var effect = Year.of(7, 0.25, 0).volume(0.95);
        assertEquals(0.25, effect.effect(), 0.1);
        assertFalse(effect.mayBeNothing());
        assertTrue(effect.low() < effect.effect() && effect.effect() < effect.high());
        assertEquals(effect.actual() / effect.expected() - 1, effect.effect(), 1e-12);
        assertTrue(effect.windows() >= 9 && effect.windows() <= 10, "29 weeks before, by threes: " + effect.windows());
    }

    @Test
    void theForecastKnowsNothingOfTheTrial() {
        assertEquals(
                Year.of(3, 0, 0).volume(0.95).expected(),
                Year.of(3, 0.5, 0.5).volume(0.95).expected());
    }

    @Test
    void aShortHistoryIsRefused() {
        var year = Year.of(1, 0, 0);
        int from = 15 * 7 * SLOTS;
        var error = assertThrows(IllegalArgumentException.class, () -> new InterruptedSeries(
                        new HourOfWeekRegression(), year.calls(), null, from, from + 3 * 7 * SLOTS)
                .effect(0.95));
        assertTrue(String.valueOf(error.getMessage()).contains("2 times 21 days"), error::getMessage);
    }

    @Test
    void aTrialOnClosedDaysIsRefused() {
        var year = Year.of(1, 0, 0);
        int sunday = LENGTH - SLOTS;
        assertThrows(IllegalArgumentException.class, () -> new InterruptedSeries(
                        new HourOfWeekRegression(), year.calls(), null, sunday, LENGTH)
                .effect(0.95));
    }
}
