package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.series.Series;
import fr.vigie.series.Timeline;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    /** A day of two intervals and a week of two days. */
    private static Series series(double... values) {
        var builder = Series.on(Timeline.ofPeriods(Instant.EPOCH, 60, 2, 4, values.length));
        for (int i = 0; i < values.length; i++) {
            if (values[i] >= 0) {
                builder.known(i, values[i]);
            }
        }
        return builder.build();
    }

    @Test
    void scoresByHand() {
        var series = series(10, 20, 10, 20, 14, 20, 10, 20, 12, 16, 10, 20);
        var rolling = new Rolling(new int[] {4, 8}, new double[][] {{10, 20, 10, 20}, {10, 20, 10, 20}});
        var scores = new Evaluation(series, rolling, Counting.CALLS).scores(1);
        assertEquals(2, scores.size());
        var next = scores.get(0);
        assertEquals(HorizonBucket.NEXT_DAY, next.bucket());
        assertEquals(2, next.intervals());
        assertEquals((2 + 4) / 28.0, next.wape(), 1e-12);
        // Differences one week apart before interval 8: 4, 0, 0, 0.
        assertEquals(3.0 / 1, next.mase(), 1e-12);
        assertEquals((200 * 2 / 22.0 + 200 * 4 / 36.0) / 2, next.smape(), 1e-12);
        assertEquals(0, scores.get(1).wape());
    }

    @Test
    void pinballIsTheMeanOfTheQuantileLosses() {
        var series = series(1, 1, 1, 1, 1, 1, 1, 1, 9, 1, 1, 1);
        // A mean of zero has all quantiles at zero: the loss is the mean of level * 9.
        var rolling = new Rolling(new int[] {4, 8}, new double[][] {{0, 1, 1, 1}, {0, 0, 0, 0}});
        var score = new Evaluation(series, rolling, Counting.CALLS).scores(1).get(0);
        assertEquals((0.5 * 9 + 0.5 * 1) / 2, score.pinball(), 1e-12);
    }

    @Test
    void aStretchWithoutCallsHasFiniteScores() {
        var rolling = new Rolling(new int[] {4, 8}, new double[][] {{0, 0, 0, 0}, {1, 0, 0, 0}});
        var score = new Evaluation(series(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), rolling, Counting.CALLS)
                .scores(1)
                .get(0);
        assertEquals(1, score.wape());
        assertEquals(0.5, score.mase());
        assertEquals(100, score.smape());
    }

    @Test
    void withoutAnOriginThereIsNoScoreOfLaterWeeks() {
        var evaluation = new Evaluation(series(1, 1, 1, 1), new Rolling(new int[0], new double[0][]), Counting.CALLS);
        assertTrue(evaluation.laterWeeks(8).isEmpty());
    }

    @Test
    void intervalsKeepTheirPromiseOnCallsAsDispersedAsTheyAre() {
        var series = Drawn.calls(30, 1, 2, 21);
        var outlook = Drawn.alone(series);
        var origins = Rolling.origins(outlook, Drawn.week(30), 7, 20);
        for (var model : List.of(new MeanOfSameWeekdays(), new HourOfWeekRegression())) {
            var rolling = Rolling.walk(model, outlook, origins, 24 * 14);
            for (var score : new Evaluation(series, rolling, Counting.CALLS).scores(16)) {
                assertEquals(0.5, score.coverage50(), 0.05, model.name());
                assertEquals(0.8, score.coverage80(), 0.05, model.name());
                assertEquals(0.95, score.coverage95(), 0.03, model.name());
            }
        }
    }

    @Test
    void conformalIntervalsKeepTheirPromiseToo() {
        var series = Drawn.calls(30, 1, 40, 21);
        var origins = Rolling.origins(Drawn.alone(series), Drawn.week(30), 7, 20);
        var rolling = Rolling.walk(new HourOfWeekRegression(), Drawn.alone(series), origins, 24 * 14);
        for (var score : new Evaluation(series, rolling, Counting.CALLS, Widths.CONFORMAL).scores(16)) {
            assertEquals(0.5, score.coverage50(), 0.05);
            assertEquals(0.8, score.coverage80(), 0.05);
            assertEquals(0.95, score.coverage95(), 0.04);
        }
    }

    @Test
    void takesTheWidthsThatLostLessBefore() {
        // Poisson: the negative binomial is right. Nearly all at one distance: only past errors show that.
        Drawn.Factor plain = (day, hour) -> 1;
        Drawn.Factor twofold = (day, hour) -> day.getDayOfYear() % 2 == 0 ? 1.5 : 0.5;
        for (var factor : List.of(plain, twofold)) {
            var series = Drawn.calls(30, 1, 30, 24, factor);
            var origins = Rolling.origins(Drawn.alone(series), Drawn.week(30), 7, 20);
            var rolling = Rolling.walk(new MeanOfSameWeekdays(), Drawn.alone(series), origins, 24 * 14);
            double dispersion = pinball(series, rolling, Widths.DISPERSION);
            double conformal = pinball(series, rolling, Widths.CONFORMAL);
            double chosen = pinball(series, rolling, Widths.BACKTESTED);
            double better = Math.min(dispersion, conformal);
            double worse = Math.max(dispersion, conformal);
            assertTrue(worse > 1.001 * better, dispersion + " and " + conformal);
            assertTrue(chosen < (better + worse) / 2, chosen + " of " + dispersion + " and " + conformal);
        }
    }

    private static double pinball(Series series, Rolling rolling, Widths widths) {
        return new Evaluation(series, rolling, Counting.CALLS, widths)
                .scores(12).stream()
                        .mapToDouble(score -> score.pinball() * score.intervals())
                        .sum();
    }

    @Test
    void widthsAreLearntFromErrorsThatWereKnownAtTheOrigin() {
        Drawn.Factor later = (day, hour) -> day.isBefore(Drawn.FIRST.plusWeeks(14)) ? 1 : hour % 2 == 0 ? 3 : 0.2;
        var calm = Drawn.calls(20, 0, 20, 22);
        var wild = Drawn.calls(20, 0, 20, 22, later);
        var origins = Rolling.origins(Drawn.alone(calm), Drawn.week(14), 7, 6);
        var paths = Rolling.walk(new MeanOfSameWeekdays(), Drawn.alone(calm), origins, 24 * 14);
        for (var widths : List.of(Widths.DISPERSION, Widths.BACKTESTED)) {
            assertEquals(limits(calm, paths, widths), limits(wild, paths, widths));
        }
        var all = Rolling.walk(
                new MeanOfSameWeekdays(),
                Drawn.alone(wild),
                Rolling.origins(Drawn.alone(wild), Drawn.week(17), 7, 9),
                24 * 14);
        assertNotEquals(
                new Evaluation(calm, all, Counting.CALLS).forecast(),
                new Evaluation(wild, all, Counting.CALLS).forecast());
    }

    private static List<Double> limits(Series series, Rolling paths, Widths widths) {
        var forecast = new Evaluation(series, paths, Counting.CALLS, widths).forecast();
        return IntStream.range(0, forecast.length())
                .filter(h -> !forecast.isClosed(h))
                .mapToObj(h -> forecast.quantiles(h, 0.1)[0])
                .toList();
    }

    @Test
    void theRegressionBeatsTheNaiveForecastAndTheNaiveOneIsShownLosing() {
        var series = Drawn.calls(30, 1, 4, 23);
        var outlook = Drawn.alone(series);
        var origins = Rolling.origins(outlook, Drawn.week(30), 7, 10);
        double[] wapes = List.of(new SeasonalNaive(), new MeanOfSameWeekdays(), new HourOfWeekRegression()).stream()
                .mapToDouble(
                        model -> new Evaluation(series, Rolling.walk(model, outlook, origins, 24 * 14), Counting.CALLS)
                                .scores(8)
                                .get(1)
                                .wape())
                .toArray();
        assertTrue(wapes[2] < wapes[1] && wapes[1] < wapes[0], Arrays.toString(wapes));
    }

    @Test
    void laterWeeksAreTheSecondToTheSixth() {
        var series = Drawn.calls(12, 0, 10, 3);
        int[] origins = {Drawn.week(3), Drawn.week(5)};
        int weeks = 7 * 168;
        var means = new double[2][weeks];
        for (int k = 0; k < 2; k++) {
            for (int h = 0; h < weeks; h++) {
                int i = origins[k] + h;
                boolean later = 168 <= h && h < 6 * 168;
                means[k][h] = series.value(i) + (later ? 1 : 50);
            }
        }
        var evaluation = new Evaluation(series, new Rolling(origins, means), Counting.CALLS);
        var score = evaluation.laterWeeks(1).orElseThrow();
        // Five weeks of six days of ten hours, each wrong by one call.
        assertEquals(300, score.intervals());
        assertEquals(300, score.wape() * score.calls(), 1e-6);
        assertEquals(HorizonBucket.WEEKS_2_6, score.bucket());
        assertTrue(
                new Evaluation(series, Rolling.sumOf(List.of(new Rolling(origins, new double[2][168]))), Counting.CALLS)
                        .laterWeeks(1)
                        .isEmpty());
    }
}
