package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.calendar.Almanac;
import fr.vigie.series.Series;
import fr.vigie.series.Timeline;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every model must do; a new one needs a line in {@code permits} and a CSV of reference values. */
class ForecastModelTest {
    static List<ForecastModel> models() {
        return ForecastModel.all();
    }

    private static List<String> lines(String file) throws IOException {
        try (var stream = ForecastModelTest.class.getResourceAsStream(file)) {
            assertNotNull(stream, "There is no file of reference values " + file + ".");
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        }
    }

    static List<String[]> rows(String file) throws IOException {
        return lines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    /** As its first line tells. */
    private static double tolerance(String file) throws IOException {
        return Double.parseDouble(lines(file).get(0).replaceFirst("^# .*Tolerance (.*)\\.$", "$1"));
    }

    static List<ForecastModel> singleModels() {
        return ForecastModel.all().stream()
                .filter(model -> !(model instanceof Auto))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("singleModels")
    void givesTheReferenceValues(ForecastModel model) throws IOException {
        // With the memories that the reference has.
        var withMemories = model instanceof HourOfWeekRegression ? new HourOfWeekRegression(120, 21, 0.5, 0.3) : model;
        checkReferenceValues(model.name(), withMemories::means);
    }

    @Test
    void theWeightedMeanGivesTheReferenceValues() throws IOException {
        checkReferenceValues("weighted-mean", WeightedMean::means);
    }

    private interface Means {
        double[] of(Outlook outlook, int origin, int horizon);
    }

    private static void checkReferenceValues(String file, Means means) throws IOException {
        var rows = rows("reference-series.csv");
        var series = Series.on(Timeline.ofPeriods(Instant.EPOCH, 60, 4, 12, rows.size()));
        for (int i = rows.size() - 1; i >= 0; i--) {
            switch (rows.get(i)[1]) {
                case "known" -> series.known(i, Double.parseDouble(rows.get(i)[2]));
                case "closed" -> series.closed(i);
                default -> {}
            }
        }
        var expected = rows(file + ".csv").stream()
                .mapToDouble(row -> Double.parseDouble(row[1]))
                .toArray();
        int present = rows.size() - expected.length;
        var path = means.of(Drawn.alone(series.build()), present, expected.length);
        assertArrayEquals(expected, path, tolerance(file + ".csv"));
    }

    @Test
    void autoIsTheCombinationWhereThereAreCallsEnough() {
        var series = Drawn.calls(30, 2, 20, 1);
        int present = Drawn.week(28);
        var outlook = Drawn.alone(series);
        var forecast = Combination.forecast(outlook, present);
        var means = new Auto().means(outlook, present, series.length() - present);
        for (int h = 0; h < means.length; h++) {
            assertEquals(forecast.mean(h), means[h], 1e-12);
        }
    }

    @Test
    void aWalkOfAutoSeesNothingBehindItsOrigins() {
        Drawn.Factor later = (day, hour) -> day.isBefore(Drawn.FIRST.plusWeeks(28)) ? 1 : hour % 2 == 0 ? 3 : 0.2;
        int[] origins = IntStream.rangeClosed(22, 28).map(Drawn::week).toArray();
        var calm = Rolling.walk(new Auto(), Drawn.alone(Drawn.calls(30, 2, 20, 1)), origins, 24 * 14);
        var wild = Rolling.walk(new Auto(), Drawn.alone(Drawn.calls(30, 2, 20, 1, later)), origins, 24 * 14);
        for (int k = 0; k < origins.length; k++) {
            assertArrayEquals(calm.means()[k], wild.means()[k]);
        }
    }

    @Test
    void autoLeavesThePartsOfAWholeToTheRegression() {
        assertEquals(new HourOfWeekRegression(), new Auto().ofParts());
        assertEquals(Widths.DISPERSION, new Auto().widths(Drawn.calls(12, 1, 1, 11), Drawn.week(12)));
        assertEquals(Widths.BACKTESTED, new Auto().widths(Drawn.calls(12, 1, 20, 11), Drawn.week(12)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void isFoundByItsName(ForecastModel model) {
        assertEquals(model, ForecastModel.named(model.name()));
    }

    @Test
    void namesAreTheClassNamesInKebabCase() {
        assertEquals(
                List.of(
                        "seasonal-naive",
                        "mean-of-same-weekdays",
                        "hour-of-week-regression",
                        "seasonal-autoregression",
                        "hour-of-week-autoregression",
                        "nearest-windows",
                        "double-seasonal-holt-winters",
                        "median-of-same-slots",
                        "extended-airline",
                        "mstl",
                        "dynamic-harmonic-regression",
                        "singular-value-profiles",
                        "auto"),
                ForecastModel.names());
        var e = assertThrows(IllegalArgumentException.class, () -> ForecastModel.named("prophet"));
        assertTrue(e.getMessage().contains("seasonal-naive"), e.getMessage());
    }

    @ParameterizedTest
    @MethodSource("models")
    void closedHoursAreExactlyZeroAndOpenOnesAreNot(ForecastModel model) {
        var series = Drawn.calls(8, 2, 20, 1);
        int present = Drawn.week(8);
        var means = model.means(Drawn.alone(series), present, series.length() - present);
        for (int h = 0; h < means.length; h++) {
            assertEquals(series.isClosed(present + h), means[h] == 0);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void neverLooksBehindTheOrigin(ForecastModel model) {
        int origin = Drawn.week(9) + 24;
        var one = Drawn.calls(12, 2, 20, 1);
        var other = Drawn.calls(
                12,
                2,
                20,
                1,
                (day, hour) -> day.isBefore(Drawn.FIRST.plusWeeks(9).plusDays(1)) ? 1 : 7);
        var horizon = 24 * 14;
        assertArrayEquals(
                model.means(Drawn.alone(one), origin, horizon), model.means(Drawn.alone(other), origin, horizon));
    }

    @ParameterizedTest
    @MethodSource("models")
    void keepsTheWeeklyShape(ForecastModel model) {
        var series = Drawn.calls(12, 1, 50, 2);
        int present = Drawn.week(12);
        var means = model.means(Drawn.alone(series), present, 168);
        double monday = Arrays.stream(means, 0, 24).sum();
        double tuesday = Arrays.stream(means, 24, 48).sum();
        assertEquals(1.5, monday / tuesday, 0.2);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aSeriesWithoutAnyCallGivesZero(ForecastModel model) {
        var series = Drawn.calls(12, 1, 0, 3);
        assertArrayEquals(new double[168], model.means(Drawn.alone(series), Drawn.week(12), 168));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aSeriesOfWhichNothingIsKnownGivesZero(ForecastModel model) {
        var series = Drawn.calls(0, 4, 10, 3);
        assertArrayEquals(new double[168], model.means(Drawn.alone(series), Drawn.week(2), 168));
    }

    @ParameterizedTest
    @MethodSource("models")
    void threeDaysOfHistoryGiveAForecastForTheWholeWeek(ForecastModel model) {
        var series = Drawn.calls(1, 1, 30, 4);
        var means = model.means(Drawn.alone(series), 72, 168);
        for (int h = 0; h < means.length; h++) {
            assertTrue(Double.isFinite(means[h]));
            assertEquals(series.isClosed(72 + h), means[h] == 0);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aNewChildTakesTheShapeOfItsFamily(ForecastModel model) {
        var parent = Drawn.calls(10, 1, 200, 5);
        var young = Series.on(parent.timeline());
        for (int i = 0; i < parent.length(); i++) {
            if (parent.isClosed(i)) {
                young.closed(i);
            } else if (Drawn.week(10) - 24 * 4 <= i && i < Drawn.week(10)) {
                young.known(i, 10);
            }
        }
        var outlook = new Outlook(young.build(), Almanac.none(), FamilyProfile.of(parent));
        var means = model.means(outlook, Drawn.week(10), 168);
        double monday = Arrays.stream(means, 0, 24).sum();
        double wednesday = Arrays.stream(means, 48, 72).sum();
        // Nothing is known of its Mondays; ten calls an hour are known of its Thursdays to Saturdays.
        assertTrue(monday > 1.2 * wednesday, monday + " on Monday, " + wednesday + " on Wednesday");
    }

    @ParameterizedTest
    @MethodSource("models")
    void aConstantSeriesStaysConstant(ForecastModel model) {
        var series = Series.on(Timeline.ofPeriods(Instant.EPOCH, 60, 24, 168, 168 * 6));
        for (int i = 0; i < 168 * 5; i++) {
            series.known(i, 7);
        }
        for (double mean : model.means(Drawn.alone(series.build()), 168 * 5, 168)) {
            assertEquals(7, mean, 1e-9);
        }
    }
}
