package fr.vigie.jobs.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.ForecastInUse;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.ForecastUpdateRow;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.SharedSpark;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Eleven weeks of a service open from 7 to 19, and a Tuesday whose morning has twice the calls; it is ten o'clock. */
@ExtendWith(SharedSpark.class)
class ForecastUpdateSparkTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final LocalDate TODAY = FIRST.plusWeeks(11).plusDays(1);
    private static final Instant TEN = TODAY.atTime(10, 0).atZone(PARIS).toInstant();
    private static final VigieConfig CONFIG = VigieConfig.parse(
            "forecast: {models: [hour-of-week-regression], backtest-weeks: 2}",
            "the test",
            List.of(new Block("service", ServiceConfig.class), new Block("forecast", ForecastConfig.class)));

    private static List<ForecastRow> first;
    private static List<ForecastUpdateRow> updated;

    @BeforeAll
    static void updateAtTen(SparkSession spark, @TempDir Path folder) {
        var lake = new Lake(spark);
        lake.replace(Tables.LOAD, spark.createDataset(load(true), Tables.LOAD.encoder()), "test-load");
        new ForecastJob().run(run(lake, folder));
        var before = lake.digest(Tables.FORECAST);
        new ForecastUpdateJob().run(run(lake, folder));
        assertEquals(before, lake.digest(Tables.FORECAST));
        first = lake.read(Tables.FORECAST).where("asOf = date'" + TODAY + "'").collectAsList();
        updated = lake.read(Tables.FORECAST_UPDATE)
                .where("asOf = date'" + TODAY + "'")
                .collectAsList();
    }

    private static StageRun run(Lake lake, Path folder) {
        return new StageRun(lake, CONFIG, TODAY, "test", folder);
    }

    private static List<LoadRow> load(boolean morning) {
        var random = new SplittableRandom(3);
        var rows = new ArrayList<LoadRow>();
        for (var day = FIRST; !day.isAfter(TODAY); day = day.plusDays(1)) {
            boolean today = day.equals(TODAY);
            int until = today ? morning ? 41 : 0 : 19 * 4;
            for (int quarter = 7 * 4; quarter < until && day.getDayOfWeek() != DayOfWeek.SUNDAY; quarter++) {
                var at = day.atTime(quarter / 4, quarter % 4 * 15).atZone(PARIS).toInstant();
                int some = (today ? 2 : 1) * (8 + random.nextInt(5));
                int others = (today ? 2 : 1) * (3 + random.nextInt(3));
                rows.add(QuarterLoad.of("practice", "p1", at, day, some));
                rows.add(QuarterLoad.of("practice", "p2", at, day, others));
                rows.add(QuarterLoad.of("group", "none", at, day, some + others));
                rows.add(QuarterLoad.of("network", "network", at, day, some + others));
            }
        }
        return rows;
    }

    private static List<ForecastUpdateRow> updated(String id) {
        return updated.stream().filter(row -> row.id().equals(id)).toList();
    }

    @Test
    void whatIsOverShowsWhatCame() {
        var over = updated("network").stream()
                .filter(row -> row.startsAt().isBefore(TEN))
                .toList();
        // Half-hours from 7 to 10; the quarter from 10 on is under way.
        assertEquals(6, over.size());
        for (var row : over) {
            assertTrue(row.mean() >= 2 * 2 * (8 + 3) && row.q025() == row.mean() && row.q975() == row.mean());
        }
    }

    @Test
    void theRestOfABusyDayIsBusier() {
        for (var id : List.of("p1", "p2", "none", "network")) {
            double before = first.stream()
                    .filter(row -> row.id().equals(id) && row.localDate().equals(TODAY))
                    .filter(row -> !row.startsAt().isBefore(TEN))
                    .mapToDouble(ForecastRow::mean)
                    .sum();
            double after = updated(id).stream()
                    .filter(row -> !row.startsAt().isBefore(TEN))
                    .mapToDouble(ForecastUpdateRow::mean)
                    .sum();
            assertEquals(1.85, after / before, 0.1, id);
        }
    }

    @Test
    void onlyOpenHoursOfTodayAreThereAndPracticesAddUp() {
        var practices = new TreeMap<Instant, Double>();
        updated.stream()
                .filter(row -> row.level().equals("practice"))
                .forEach(row -> practices.merge(row.startsAt(), row.mean(), Double::sum));
        var network = updated("network");
        assertEquals(24, network.size());
        for (var row : network) {
            assertEquals(TODAY, row.localDate());
            assertEquals(TEN, row.moment());
            assertEquals(row.mean(), practices.get(row.startsAt()), 1e-9);
            assertTrue(row.q025() <= row.q25() && row.q25() <= row.q75() && row.q75() <= row.q975());
        }
    }

    @Test
    void laterStagesTakeTheUpdate(SparkSession spark) {
        var rows = spark.createDataset(first, Tables.FORECAST.encoder());
        var updates = spark.createDataset(updated, Tables.FORECAST_UPDATE.encoder());
        var inUse = ForecastInUse.of(rows, "hour-of-week-regression", updates).collectAsList();
        assertEquals(first.size(), inUse.size());
        assertEquals(
                updated.size(),
                inUse.stream()
                        .filter(row ->
                                row.localDate().equals(TODAY) && row.model().equals("update"))
                        .count());
    }

    @Test
    void saysWhatIsMissing(SparkSession spark, @TempDir Path folder) {
        var lake = new Lake(spark);
        lake.replace(Tables.LOAD, spark.createDataset(load(false), Tables.LOAD.encoder()), "test-load");
        var none = assertThrows(UserError.class, () -> new ForecastUpdateJob().run(run(lake, folder)));
        assertTrue(String.valueOf(none.getMessage()).contains("no call of " + TODAY), none.getMessage());
        var tomorrow = new StageRun(lake, CONFIG, TODAY.plusDays(300), "test", folder);
        var unforecast = assertThrows(UserError.class, () -> new ForecastUpdateJob().run(tomorrow));
        assertTrue(String.valueOf(unforecast.getMessage()).contains("no forecast"), unforecast.getMessage());
    }
}
