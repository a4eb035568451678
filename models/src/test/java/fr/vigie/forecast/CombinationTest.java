package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.calendar.Almanac;
import fr.vigie.calendar.Occasion;
import fr.vigie.series.Series;
import fr.vigie.series.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CombinationTest {
    private static final int PRESENT = 168 * 5;

    private static Series series(int horizon, IntToDoubleFunction value) {
        var series = Series.on(Timeline.ofPeriods(Instant.EPOCH, 60, 24, 168, PRESENT + horizon));
        for (int i = 0; i < PRESENT; i++) {
            series.known(i, value.applyAsDouble(i));
        }
        return series.build();
    }

    private static double smooth(int i) {
        return 200 + 100 * Math.sin(2 * Math.PI * i / 24) + (i % 168 < 24 ? 80 : 0);
    }

    private static Forecast forecast(Series series) {
        return Combination.forecast(Drawn.alone(series), PRESENT);
    }

    @Test
    void followsWhatRepeatsItselfExactly() {
        var forecast = forecast(series(48, CombinationTest::smooth));
        for (int h = 0; h < 48; h++) {
            assertEquals(smooth(PRESENT + h), forecast.mean(h), 1);
        }
    }

    /** What comes is drawn too: intervals must hold as often as they say, over sixty series. */
    @Test
    void intervalsHoldAsOftenAsTheySay() {
        var random = new Random(5);
        double[] levels = {0.5, 0.8, 0.95};
        var held = new int[levels.length];
        int series = 60;
        for (int s = 0; s < series; s++) {
            var all = new double[PRESENT + 48];
            double noise = 0;
            for (int i = 0; i < all.length; i++) {
                noise = 0.6 * noise + 0.08 * random.nextGaussian();
                all[i] = smooth(i) * Math.exp(noise);
            }
            var forecast = forecast(series(48, i -> all[i]));
            for (int h = 0; h < 48; h++) {
                for (int l = 0; l < levels.length; l++) {
                    var q = forecast.quantiles(h, (1 - levels[l]) / 2, (1 + levels[l]) / 2);
                    held[l] += q[0] <= all[PRESENT + h] && all[PRESENT + h] <= q[1] ? 1 : 0;
                }
            }
        }
        for (int l = 0; l < levels.length; l++) {
            assertEquals(levels[l], held[l] / 48.0 / series, 0.05);
        }
    }

    /** Series that repeat themselves to the last digit, or all but. */
    private static Stream<Named<IntToDoubleFunction>> cleanSeries() {
        return Stream.of(
                Named.of("two levels a day", i -> i % 24 < 12 ? 10 : 20),
                Named.of("nothing at night", i -> i % 24 < 12 ? 0 : 100),
                Named.of("rounding", i -> 5 + (i % 2 == 0 ? 1e-12 : -1e-12)),
                Named.of("far from zero", i -> 1e9 + (i % 2 == 0 ? 1 : -1)),
                Named.of("a single odd value", i -> i == PRESENT - 168 ? 6 : 5));
    }

    @ParameterizedTest
    @MethodSource("cleanSeries")
    void whatRepeatsItselfToTheLastDigitIsForecast(IntToDoubleFunction value) {
        int horizon = 48;
        var series = series(horizon, value);
        for (var model : ForecastModel.all()) {
            for (double mean : model.means(Drawn.alone(series), PRESENT, horizon)) {
                assertTrue(Double.isFinite(mean) && mean >= 0, model.name() + " " + mean);
            }
        }
        var forecast = forecast(series);
        for (int h = 0; h < horizon; h++) {
            double truth = value.applyAsDouble(PRESENT + h);
            assertEquals(truth, forecast.mean(h), 0.05 * Math.max(10, truth), "hour " + h);
        }
    }

    @Test
    void aConstantSeriesIsForecastWithoutDoubt() {
        var forecast = forecast(series(24, i -> 70));
        for (double quantile : forecast.quantiles(5, 0.025, 0.5, 0.975)) {
            assertEquals(70, quantile, 1e-6);
        }
    }

    @Test
    void closedHoursAreExactlyZero() {
        var series = Drawn.calls(10, 1, 80, 3);
        int present = Drawn.week(10);
        var forecast = Combination.forecast(Drawn.alone(series), present);
        for (int h = 0; h < forecast.length(); h++) {
            assertEquals(series.isClosed(present + h), forecast.mean(h) == 0);
            assertEquals(series.isClosed(present + h), forecast.isClosed(h));
        }
    }

    @Test
    void aPublicHolidayAheadIsForecastLikeThoseBefore() {
        var holiday = Drawn.FIRST.plusWeeks(12).plusDays(2);
        var days = Set.of(
                Drawn.FIRST.plusWeeks(3).plusDays(3),
                Drawn.FIRST.plusWeeks(6).plusDays(1),
                Drawn.FIRST.plusWeeks(9).plusDays(4),
                holiday);
        var series = Drawn.calls(12, 1, 80, 7, (day, hour) -> days.contains(day) ? 0.3 : 1);
        int present = Drawn.week(12);
        var forecast = Combination.forecast(Outlook.of(series, new Almanac(days, Optional.empty())), present);
        assertTrue(sum(forecast, 48) < 0.6 * sum(forecast, 24), sum(forecast, 48) + " against " + sum(forecast, 24));
        assertEquals(1, sum(forecast, 96) / sum(forecast, 24), 0.15);
    }

    @Test
    void membersWhoKnowNoEventsForecastACampaignToo() {
        var campaigns = IntStream.of(4, 8, 12)
                .mapToObj(week -> new Occasion(
                        Occasion.Kind.CAMPAIGN, Drawn.FIRST.plusWeeks(week), Drawn.FIRST.plusWeeks(week + 1), 1))
                .toList();
        var lifted = Drawn.calls(
                12,
                2,
                80,
                7,
                (day, hour) ->
                        campaigns.stream().anyMatch(c -> !day.isBefore(c.from()) && day.isBefore(c.until())) ? 1.5 : 1);
        int present = Drawn.week(12);
        var forecast = Combination.forecast(Outlook.of(lifted, Almanac.none().with(campaigns)), present);
        double ahead = IntStream.range(0, 7)
                .mapToDouble(day -> sum(forecast, 24 * day))
                .sum();
        double after = IntStream.range(7, 14)
                .mapToDouble(day -> sum(forecast, 24 * day))
                .sum();
        assertEquals(1.5, ahead / after, 0.08);
    }

    @Test
    void rareBurstsKeepTheirSumToo() {
        var random = new Random(3);
        var forecast = forecast(series(168, i -> random.nextInt(20) == 0 ? 300 : 0));
        double sum = 0;
        for (int h = 0; h < 168; h++) {
            sum += forecast.mean(h);
        }
        assertEquals(15, sum / 168, 5);
    }

    private static double sum(Forecast forecast, int from) {
        double sum = 0;
        for (int h = from; h < from + 24; h++) {
            sum += forecast.mean(h);
        }
        return sum;
    }

    @Test
    void aDayWithoutAnyValueDoesNotPullTheForecastDown() {
        var whole = series(48, CombinationTest::smooth);
        var patchy = Series.on(whole.timeline());
        for (int i = 0; i < PRESENT; i++) {
            if (i < PRESENT - 168 || i >= PRESENT - 144) {
                patchy.known(i, whole.value(i));
            }
        }
        var forecast = forecast(patchy.build());
        for (int h = 0; h < 48; h++) {
            assertEquals(smooth(PRESENT + h), forecast.mean(h), 2);
        }
    }

    /** A quarter-hour of a practice: medians and logarithms are too coarse. */
    @Test
    void fewCallsAnIntervalKeepTheirSum() {
        var series = Drawn.calls(12, 1, 1, 11);
        int present = Drawn.week(12);
        var forecast = Combination.forecast(Drawn.alone(series), present);
        double expected = 0;
        double sum = 0;
        for (int h = 0; h < forecast.length(); h++) {
            sum += forecast.mean(h);
            if (!forecast.isClosed(h)) {
                LocalDate day = series.timeline().date(series.timeline().day(present + h));
                expected += Drawn.expected(day, series.timeline().slotOfDay(present + h));
            }
        }
        assertEquals(1, sum / expected, 0.15);
    }
}
