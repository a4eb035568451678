package fr.vigie.jobs.forecast;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.RunLog;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.BacktestRow;
import fr.vigie.jobs.lake.Decisions;
import fr.vigie.jobs.lake.ForecastInUse;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.ForecastTotalRow;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.lake.OverrideRow;
import fr.vigie.jobs.lake.RunRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.SharedSpark;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedSpark.class)
class OverridesSparkTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 30);
    private static final Instant EIGHT = Instant.parse("2026-03-30T06:00:00Z");
    private static final Instant NINE = EIGHT.plus(1, ChronoUnit.HOURS);
    private static final Map<String, String> GROUPS = Map.of("p1", "north", "p2", "north", "p3", "south");

    private static final Function<Collection<LocalDate>, Map<LocalDate, String>> ALWAYS_NAIVE =
            dates -> dates.stream().collect(Collectors.toMap(date -> date, date -> "seasonal-naive"));

    private static ForecastRow forecast(String level, String id, Instant at, double mean) {
        return new ForecastRow(
                AS_OF,
                "seasonal-naive",
                level,
                id,
                30,
                at,
                AS_OF,
                mean,
                0,
                0,
                0,
                mean / 2,
                mean,
                2 * mean,
                2 * mean,
                2 * mean,
                3 * mean,
                100);
    }

    /** Half-hours from 8 on: 2 and 6 calls in the north, 4 in the south; twice that at 8:30, and again at 9. */
    private static Dataset<ForecastRow> forecast(SparkSession spark) {
        var rows = new ArrayList<ForecastRow>();
        for (int k = 0; k < 3; k++) {
            var at = EIGHT.plus(30L * k, ChronoUnit.MINUTES);
            int times = k == 0 ? 1 : 2;
            rows.add(forecast("practice", "p1", at, 2 * times));
            rows.add(forecast("practice", "p2", at, 6 * times));
            rows.add(forecast("practice", "p3", at, 4 * times));
            rows.add(forecast("group", "north", at, 8 * times));
            rows.add(forecast("group", "south", at, 4 * times));
            rows.add(forecast("network", "network", at, 12 * times));
        }
        return spark.createDataset(rows, Tables.FORECAST.encoder());
    }

    private static OverrideRow override(
            int second, String level, String id, @Nullable Double factor, @Nullable Double calls) {
        return new OverrideRow(
                EIGHT.minusSeconds(9999 - second), level, id, EIGHT, NINE, factor, calls, "campaign", "Ana");
    }

    /** The corrected means of the first half-hour by place. */
    private static Map<String, Double> atEight(Dataset<ForecastRow> corrected) {
        var means = new TreeMap<String, Double>();
        corrected.collectAsList().stream()
                .filter(row -> row.startsAt().equals(EIGHT))
                .forEach(row -> means.put(row.id(), row.mean()));
        return means;
    }

    @Test
    void aCorrectedGroupTakesItsPracticesWithItAndMovesTheNetwork(SparkSession spark) {
        var corrected = Overrides.of(forecast(spark), List.of(override(1, "group", "north", 1.5, null)), GROUPS);
        assertEquals(Map.of("p1", 3.0, "p2", 9.0, "north", 12.0, "network", 16.0), atEight(corrected));
        var rows = corrected.collectAsList();
        // Four places in two half-hours; at 9 nothing is corrected.
        assertEquals(8, rows.size());
        assertTrue(rows.stream().allMatch(row -> row.model().equals("override") && row.q75() == 2 * row.mean()));
    }

    @Test
    void callsAreSpreadAsTheModelSpreadsThem(SparkSession spark) {
        var corrected = Overrides.of(forecast(spark), List.of(override(1, "network", "network", null, 72.0)), GROUPS);
        assertEquals(
                Map.of("p1", 4.0, "p2", 12.0, "p3", 8.0, "north", 16.0, "south", 8.0, "network", 24.0),
                atEight(corrected));
    }

    @Test
    void theLatestCorrectionOfAPlaceCountsAndThatOfAWholePrevails(SparkSession spark) {
        var corrected = Overrides.of(
                forecast(spark),
                List.of(
                        override(3, "group", "north", 2.0, null),
                        override(1, "group", "north", 9.0, null),
                        override(2, "practice", "p1", 5.0, null)),
                GROUPS);
        // The north is 16, shared as 10 to 6; six is what the model says of the second practice, too.
        assertEquals(Map.of("p1", 10.0, "north", 16.0, "network", 20.0), atEight(corrected));
    }

    @Test
    void laterStagesTakeTheCorrectionInPlaceOfTheModel(SparkSession spark) {
        var all = forecast(spark);
        var both = all.union(Overrides.of(all, List.of(override(1, "group", "south", 0.5, null)), GROUPS));
        var south = ForecastInUse.of(both, "seasonal-naive").collectAsList().stream()
                .filter(row -> row.id().equals("south"))
                .mapToDouble(ForecastRow::mean)
                .sorted()
                .toArray();
        assertEquals(List.of(2.0, 4.0, 8.0), List.of(south[0], south[1], south[2]));
        assertEquals(3, south.length);
        assertEquals(18, ForecastInUse.of(both, "seasonal-naive").count());
    }

    @Test
    void theCorrectionAndTheModelAreScoredOnTheSameIntervals(SparkSession spark) {
        var all = forecast(spark);
        var both = all.union(Overrides.of(all, List.of(override(1, "group", "south", 0.5, null)), GROUPS));
        // Two quarters of one first attempt each at 8, none at 8:30.
        var load = spark.createDataset(
                List.of(load("south", EIGHT), load("south", EIGHT.plus(15, ChronoUnit.MINUTES))),
                Tables.LOAD.encoder());
        var scores =
                OverrideScores.of(both, totals(spark, both), load, ALWAYS_NAIVE, "firstAttempts", AS_OF.plusDays(1))
                        .stream()
                        .filter(score -> score.level().equals("group"))
                        .toList();
        assertEquals(
                List.of(
                        "daily-next-day overridden",
                        "daily-next-day override",
                        "next-day overridden",
                        "next-day override"),
                scores.stream()
                        .map(score -> score.horizon() + " " + score.model())
                        .toList());
        // Of the day 20 were forecast and corrected to 14.
        assertEquals(18.0 / 2, scores.get(0).wape(), 1e-9);
        assertEquals(12.0 / 2, scores.get(1).wape(), 1e-9);
        // 4 and 8 were forecast and corrected to 2 and 4; 2 and 0 came.
        assertEquals(10.0 / 2, scores.get(2).wape());
        assertEquals(4.0 / 2, scores.get(3).wape());
        assertEquals(
                List.of(), OverrideScores.of(both, totals(spark, both), load, ALWAYS_NAIVE, "firstAttempts", AS_OF));
    }

    @Test
    void aCorrectionIsScoredAgainstTheModelThatWasTheFirstThen(SparkSession spark, @TempDir Path folder) {
        var lake = new Lake(spark);
        var all = forecast(spark);
        var corrected = Overrides.of(all, List.of(override(1, "group", "south", 0.5, null)), GROUPS);
        var others = all.map(
                (MapFunction<ForecastRow, ForecastRow>) row -> row.times("mean-of-same-weekdays", 9),
                Tables.FORECAST.encoder());
        lake.replace(Tables.FORECAST, all.union(others).union(corrected), "then", AS_OF);
        lake.replace(Tables.FORECAST_TOTAL, totals(spark, all.union(corrected)), "then", AS_OF);
        lake.replace(
                Tables.LOAD,
                spark.createDataset(List.of(load("south", EIGHT), load("south", NINE)), Tables.LOAD.encoder()),
                "load");
        RunLog.of(lake)
                .append(List.of(new RunRow(
                        "then",
                        "forecast",
                        "1",
                        AS_OF,
                        "{\"forecast\":{\"models\":[\"seasonal-naive\",\"mean-of-same-weekdays\"]}}",
                        "{}",
                        "{}",
                        "{}",
                        "{}",
                        "{}",
                        EIGHT,
                        EIGHT)));
        var config = VigieConfig.parse(
                "forecast: {models: [mean-of-same-weekdays], backtest-weeks: 1}",
                "the test",
                List.of(new Block("service", ServiceConfig.class), new Block("forecast", ForecastConfig.class)));
        new ForecastJob().run(new StageRun(lake, config, AS_OF.plusDays(1), "now", folder));
        var scores = lake
                .read(Tables.BACKTEST)
                .where(col("asOf").equalTo(AS_OF.plusDays(1)).and(col("id").equalTo("south")))
                .where(col("horizon").equalTo("next-day").and(col("model").isin("override", "overridden")))
                .collectAsList()
                .stream()
                .collect(Collectors.toMap(BacktestRow::model, BacktestRow::wape));
        // 4 and 8 were forecast, and corrected to 2 and 4; one call came at 8.
        assertEquals(Map.of("overridden", 11.0, "override", 5.0), scores);
    }

    /** The day and its week of every place, and what corrections make of them. */
    private static Dataset<ForecastTotalRow> totals(SparkSession spark, Dataset<ForecastRow> both) {
        var own = both.where(col("model").equalTo("seasonal-naive"));
        var rows = new ArrayList<ForecastTotalRow>();
        for (var place : own.select("level", "id").distinct().collectAsList()) {
            double mean = own.where(col("id").equalTo(place.getString(1))).collectAsList().stream()
                    .mapToDouble(ForecastRow::mean)
                    .sum();
            rows.add(total(place.getString(0), place.getString(1), 1, mean));
            rows.add(total(place.getString(0), place.getString(1), 7, 6 * mean));
        }
        var totals = spark.createDataset(rows, Tables.FORECAST_TOTAL.encoder());
        return totals.union(
                OverriddenTotals.of(totals, own, both.where(col("model").equalTo("override"))));
    }

    private static ForecastTotalRow total(String level, String id, int days, double mean) {
        return new ForecastTotalRow(
                AS_OF,
                "seasonal-naive",
                level,
                id,
                days,
                AS_OF,
                mean,
                mean / 4,
                mean / 2,
                mean / 2,
                mean / 2,
                mean,
                2 * mean,
                2 * mean,
                2 * mean,
                3 * mean);
    }

    @Test
    void daysAndWeeksFollowTheirHalfHours(SparkSession spark) {
        var all = forecast(spark);
        var both = all.union(Overrides.of(all, List.of(override(1, "group", "north", 1.5, null)), GROUPS));
        var used = ForecastInUse.totals(totals(spark, both), "seasonal-naive").collectAsList();
        // Four places and two that no correction touches.
        assertEquals(12, used.size());
        var means = new TreeMap<String, Double>();
        used.forEach(row -> means.put(row.id() + " " + row.days(), row.mean()));
        // The north's 8, 16 and 16 calls are 12, 24 and 16; six times as many came in the week.
        assertEquals(52, means.get("north 1"), 1e-9);
        assertEquals(252, means.get("north 7"), 1e-9);
        assertEquals(72, means.get("network 1"), 1e-9);
        assertEquals(13, means.get("p1 1"), 1e-9);
        assertEquals(20, means.get("south 1"), 1e-9);
        assertTrue(used.stream().allMatch(row -> Math.abs(row.q75() - 2 * row.mean()) < 1e-9));
    }

    private static LoadRow load(String group, Instant at) {
        return QuarterLoad.of("group", group, at, AS_OF, 1);
    }

    @Test
    void theBookKeepsTheCorrectionWithItsReasonAndRefusesWhatCannotBe(SparkSession spark) {
        var lake = new Lake(spark);
        lake.replace(Tables.FORECAST, forecast(spark), "test-forecast");
        var book = new OverrideBook(lake);
        int before = lake.read(Tables.OVERRIDE).collectAsList().size();
        book.enter(override(1, "group", "north", 1.5, null), AS_OF, PARIS);
        assertEquals(before + 1, lake.read(Tables.OVERRIDE).collectAsList().size());
        var decisions = new Decisions(lake).all();
        var last = decisions.get(decisions.size() - 1);
        assertEquals("group north", last.id());
        assertEquals("campaign", last.reason());
        assertTrue(last.action().endsWith("times 1.5"), last.action());

        refuses(book, override(1, "group", "nort", 1.5, null), AS_OF, "north");
        refuses(book, override(1, "group", "north", 1.5, null), AS_OF.plusDays(1), "still to come");
        refuses(book, override(1, "group", "north", 1.5, 3.0), AS_OF, "either");
        refuses(book, override(1, "group", "north", -1.0, null), AS_OF, "0 to 10");
        var overnight = new OverrideRow(
                EIGHT, "group", "north", EIGHT, EIGHT.plus(1, ChronoUnit.DAYS), null, 90.0, "campaign", "Ana");
        refuses(book, overnight, AS_OF, "more than one day");
        assertEquals(before + 1, lake.read(Tables.OVERRIDE).collectAsList().size());
    }

    private static void refuses(OverrideBook book, OverrideRow row, LocalDate known, String word) {
        var refused = assertThrows(UserError.class, () -> book.enter(row, known, PARIS));
        assertEquals(2, refused.exitCode());
        assertTrue(String.valueOf(refused.getMessage()).contains(word), refused.getMessage());
    }
}
