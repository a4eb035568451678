package fr.vigie.jobs.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.SharedSpark;
import fr.vigie.scenario.ChangeEffect;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Twenty-six weeks of two groups; in the last two the group "north" tries something that takes 40 % of the wait away. */
@ExtendWith(SharedSpark.class)
class TrialSparkTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate FIRST = LocalDate.of(2025, 6, 2);
    private static final LocalDate START = FIRST.plusWeeks(24);
    private static final LocalDate LAST = FIRST.plusWeeks(26).minusDays(1);
    private static final double EFFECT = -0.4;

    @BeforeAll
    static void fillLoad(SparkSession spark) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
        var rows = new ArrayList<LoadRow>();
        for (var day = FIRST; !day.isAfter(LAST.plusDays(1)); day = day.plusDays(1)) {
            double busy = Math.exp(0.05 * random.nextGaussian());
            for (int hour = 7; hour < 19 && day.getDayOfWeek() != DayOfWeek.SUNDAY; hour++) {
                var at = day.atTime(hour, 0).atZone(PARIS).toInstant();
                var north = row("north", at, day, busy, day.isBefore(START) ? 1 : 1 + EFFECT, random);
                var south = row("south", at, day, busy, 1, random);
                rows.add(north);
                rows.add(south);
                rows.add(load(
                        "network",
                        "network",
                        at,
                        day,
                        north.offered() + south.offered(),
                        north.waitSeconds() + south.waitSeconds()));
            }
        }
        var lake = new Lake(spark);
        lake.replace(Tables.LOAD, spark.createDataset(rows, Tables.LOAD.encoder()), "test-load");
        lake.replace(Tables.EVENT, spark.createDataset(List.of(), Tables.EVENT.encoder()), "test");
        lake.replace(Tables.PRACTICE, spark.createDataset(List.of(), Tables.PRACTICE.encoder()), "test");
    }

    private static LoadRow row(
            String group, Instant at, LocalDate day, double busy, double factor, RandomGenerator random) {
        int calls = (int) Math.round(100 * busy + 10 * random.nextGaussian());
        double wait = 20 * Math.exp(0.2 * random.nextGaussian()) * factor;
        return load("group", group, at, day, calls, calls * wait);
    }

    private static LoadRow load(String level, String id, Instant at, LocalDate day, long calls, double wait) {
        return new LoadRow(
                level,
                id,
                15,
                at,
                day,
                calls,
                calls,
                calls,
                calls,
                0,
                0,
                0,
                0,
                0,
                0,
                calls / 2,
                0,
                0,
                0,
                0,
                calls,
                65.0 * calls,
                0,
                0,
                wait,
                0,
                1);
    }

    private static ChangeEffect effect(SparkSession spark, Trial trial, TrialMetric metric) {
        var config = VigieConfig.parse(
                "service: { public-holidays: none, school-zone: none }",
                "the test",
                List.of(new Block("service", ServiceConfig.class), new Block("forecast", ForecastConfig.class)));
        var run = new StageRun(new Lake(spark), config, trial.to().plusDays(1), "test", Path.of("reports"));
        return trial.effect(run, metric, 0.95);
    }

    @Test
    void theGroupThatTriedItWaitsLess(SparkSession spark) {
        var effect = effect(spark, new Trial(START, LAST, "north"), TrialMetric.WAITING);
        assertEquals(EFFECT, effect.effect(), 0.05);
        assertTrue(effect.low() <= EFFECT && EFFECT <= effect.high(), effect::toString);
        assertFalse(effect.mayBeNothing());
        assertEquals(12, effect.actual(), 0.6);
        assertEquals(8, effect.windows(), "sixteen weeks after eight, by twos");
    }

    @Test
    void theOtherGroupAndTheVolumeStayAsTheyWere(SparkSession spark) {
        assertTrue(effect(spark, new Trial(START, LAST, "south"), TrialMetric.WAITING)
                .mayBeNothing());
        assertTrue(effect(spark, new Trial(START, LAST, "north"), TrialMetric.VOLUME)
                .mayBeNothing());
        assertTrue(effect(spark, new Trial(START, LAST, null), TrialMetric.HANDLING_TIME)
                .mayBeNothing());
    }

    @Test
    void theNetworkWaitsHalfAsMuchLess(SparkSession spark) {
        assertEquals(
                EFFECT / 2,
                effect(spark, new Trial(START, LAST, null), TrialMetric.WAITING).effect(),
                0.05);
    }

    @Test
    void badInputIsNamed(SparkSession spark) {
        refused("ends (2025-11-16) before it begins", () -> new Trial(START, START.minusDays(1), null));
        refused(
                "group 'east'; there is load of none, north, south",
                () -> effect(spark, new Trial(START, LAST, "east"), TrialMetric.WAITING));
        refused(
                "Before the trial there are",
                () -> effect(spark, new Trial(FIRST.plusWeeks(10), LAST, null), TrialMetric.WAITING));
        refused("Nothing of the figure", () -> effect(spark, new Trial(START, LAST, "north"), TrialMetric.ABANDONMENT));
    }

    private static void refused(String complaint, Runnable what) {
        var error = assertThrows(UserError.class, what::run);
        assertEquals(2, error.exitCode());
        assertTrue(String.valueOf(error.getMessage()).contains(complaint), error::getMessage);
    }
}
