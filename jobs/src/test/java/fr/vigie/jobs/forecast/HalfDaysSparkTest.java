package fr.vigie.jobs.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.Event;
import fr.vigie.input.EventKind;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.lake.EffectRow;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.SharedSpark;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Twenty-four weeks with a half-day on every fifth Wednesday, when hardly anybody calls after noon, and one to come. */
@ExtendWith(SharedSpark.class)
class HalfDaysSparkTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate FIRST = LocalDate.of(2022, 1, 3);
    private static final LocalDate AS_OF = FIRST.plusWeeks(24);
    private static final List<LocalDate> HALF_DAYS = IntStream.rangeClosed(0, 4)
            .mapToObj(k -> FIRST.plusWeeks(4 + 5L * k).plusDays(2))
            .toList();
    private static final LocalDate TO_COME = HALF_DAYS.get(4);

    private static LoadRow row(String level, String id, LocalDate day, int quarter, int calls) {
        var at = day.atTime(quarter / 4, quarter % 4 * 15).atZone(PARIS).toInstant();
        return QuarterLoad.of(level, id, at, day, calls);
    }

    private static List<LoadRow> load() {
        var random = new SplittableRandom(4);
        var rows = new ArrayList<LoadRow>();
        for (var day = FIRST; day.isBefore(AS_OF); day = day.plusDays(1)) {
            for (int quarter = 28; quarter < 76 && day.getDayOfWeek() != DayOfWeek.SUNDAY; quarter++) {
                int calls = quarter >= 48 && HALF_DAYS.contains(day) ? random.nextInt(2) : 8 + random.nextInt(5);
                rows.add(row("practice", "p1", day, quarter, calls));
                rows.add(row("group", "none", day, quarter, calls));
                rows.add(row("network", "network", day, quarter, calls));
            }
        }
        return rows;
    }

    private static double afternoon(Lake lake, LocalDate day) {
        return lake
                .read(Tables.FORECAST)
                .where("level = 'network' and asOf = date'%s' and localDate = date'%s'".formatted(AS_OF, day))
                .collectAsList()
                .stream()
                .filter(row -> row.startsAt().atZone(PARIS).getHour() >= 12)
                .mapToDouble(ForecastRow::mean)
                .sum();
    }

    @Test
    void theForecastKnowsTheHalfDayToComeAndSaysWhy(SparkSession spark, @TempDir Path folder) {
        var config = VigieConfig.parse(
                "forecast: {models: [hour-of-week-regression], backtest-weeks: 2}",
                "the test",
                List.of(new Block("service", ServiceConfig.class), new Block("forecast", ForecastConfig.class)));
        var lake = new Lake(spark);
        lake.replace(Tables.LOAD, spark.createDataset(load(), Tables.LOAD.encoder()), "test-load");
        var before = lake.read(Tables.EVENT).collectAsList();
        var events = HALF_DAYS.stream()
                .map(day -> new Event("E" + day, day, day, EventKind.HALF_DAY, "all", "eve"))
                .toList();
        lake.replace(Tables.EVENT, spark.createDataset(events, Tables.EVENT.encoder()), "test-events");
        new ForecastJob().run(new StageRun(lake, config, AS_OF, "half-days", folder));
        lake.replace(Tables.EVENT, spark.createDataset(before, Tables.EVENT.encoder()), "test-events");

        double halfDay = afternoon(lake, TO_COME);
        double thursday = afternoon(lake, TO_COME.plusDays(1));
        assertTrue(halfDay < 0.3 * thursday, halfDay + " against " + thursday);
        var effects = lake.read(Tables.EFFECT)
                .where("level = 'network' and asOf = date'%s' and effect = 'half-day'".formatted(AS_OF))
                .collectAsList();
        assertEquals(
                List.of(TO_COME), effects.stream().map(EffectRow::localDate).toList());
        // Half of the day nearly without calls.
        assertEquals(-0.55, effects.get(0).ratio(), 0.15);
    }
}
