package fr.vigie.jobs.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.Activity;
import fr.vigie.input.Contract;
import fr.vigie.input.Shift;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.CallRow;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.jobs.lake.ScenarioRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.SharedSpark;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSpark.class)
class ScenarioJobSparkTest {
    /** A Sunday: the week to come begins on the next day. */
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 1);

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final double MEAN = 250;
    private static final String FEW =
            "scenarios: { cases: { more: [volume=+20%], night: [\"protected-time=03:00-04:00\"] } }";

    @BeforeAll
    static void fillTables(SparkSession spark) {
        var lake = new Lake(spark);
        var forecast = new ArrayList<ForecastRow>();
        for (int day = 1; day <= 8; day++) {
            for (int half = 0; half < 24; half++) {
                forecast.add(forecast(AS_OF.plusDays(day), LocalTime.of(7, 0).plusMinutes(30L * half)));
            }
        }
        fill(lake, Tables.FORECAST, forecast);
        fill(lake, Tables.FORECAST_UPDATE, List.of());
        var shifts = new ArrayList<Shift>();
        for (int k = 0; k < 10; k++) {
            shifts.add(new Shift("op" + k, at(AS_OF.plusDays(1), 7), at(AS_OF.plusDays(1), 19), Activity.CALLS));
        }
        fill(lake, Tables.SHIFT, shifts);
        fill(lake, Tables.OPERATOR, List.of());
        fill(lake, Tables.LOAD, List.of());
        fill(lake, Tables.CONTRACT, List.of());
        // Three bookings of 50 s for an urgent call of 110 s, the one of a year ago apart: 65 s on average.
        fill(
                lake,
                Tables.CALL,
                List.of(
                        call("a", "booking", 50, AS_OF.minusDays(1)),
                        call("b", "booking", 50, AS_OF.minusDays(2)),
                        call("c", "booking", 50, AS_OF.minusDays(3)),
                        call("d", "urgent", 110, AS_OF.minusDays(3)),
                        call("e", null, 900, AS_OF.minusDays(3)),
                        call("f", "other", 900, AS_OF.minusDays(365))));
        fill(
                lake,
                Tables.PRACTICE,
                List.of(practice("p1", null), practice("p2", AS_OF.plusDays(3)), practice("p3", AS_OF.minusDays(3))));
    }

    @Test
    void theWeekToComeStandsBesideItself(SparkSession spark) {
        var rows = run(spark, FEW);
        var base = rows.get(ScenarioRow.BASE);
        assertNotNull(base);
        assertEquals(AS_OF.plusDays(1), base.firstDay());
        assertEquals(AS_OF.plusDays(7), base.lastDay());
        assertEquals(7 * 24 * MEAN, value(base.calls()), 1e-6);
        assertEquals(7 * 24 * MEAN * 65 / 3600, value(base.handlingHours()), 1e-6);
        var more = rows.get("more");
        assertNotNull(more);
        assertEquals("volume=+20%", more.changes());
        assertEquals(1.2 * 7 * 24 * MEAN, value(more.calls()), 1e-6);
        assertTrue(value(more.meanWaitSeconds()) > value(base.meanWaitSeconds()));
        assertEquals(20 * value(more.neededHours()), value(more.euros()), 1e-6);
    }

    @Test
    void aScenarioThatTheWeekHasNoRoomForSaysWhy(SparkSession spark) {
        var night = run(spark, FEW).get("night");
        assertNotNull(night);
        assertNull(night.calls());
        assertTrue(String.valueOf(night.note()).startsWith("No line is open in the protected time 03:00-04:00."));
    }

    @Test
    void theKindsAreThoseOfTheWeeksBefore(SparkSession spark) {
        var rows = ScenarioJob.tried(stage(spark, ""), "change", List.of("attendant=0,urgent=100%"));
        double calls = value(rows.get(0).calls());
        assertEquals(calls / 4, value(rows.get(1).settledCalls()), 1e-6);
        assertEquals(0.75 * calls * 50 / 3600, value(rows.get(1).handlingHours()), 1e-6);
        var error = assertThrows(
                UserError.class,
                () -> ScenarioJob.tried(stage(spark, ""), "change", List.of("attendant=0,others=100%")));
        assertEquals(2, error.exitCode());
        assertTrue(String.valueOf(error.getMessage()).contains("'others'; there are booking, urgent."));
    }

    @Test
    void operatorsOfTheShiftsAreThereAndOthersAsNeeded(SparkSession spark) {
        var rows = ScenarioJob.tried(stage(spark, ""), "change", List.of("absent=1"));
        double monday = 10 * 12 / 0.75;
        double needed = value(rows.get(0).neededHours());
        assertEquals(monday + needed * 6 / 7, value(rows.get(0).plannedHours()), 1e-6);
    }

    @Test
    void aContractOfOneIsKeptForAllOfItsTeam(SparkSession spark) {
        var usual = ScenarioJob.tried(stage(spark, ""), "change", List.of("volume=+20%"));
        var houses = ScenarioJob.tried(
                stage(spark, "service: { service-level: 0.95@10 }"), "change", List.of("volume=+20%"));
        var lake = new Lake(spark);
        fill(
                lake,
                Tables.CONTRACT,
                List.of(new Contract("p1", AS_OF.minusYears(1), null, null, null, null, "0.95@10", null)));
        try {
            var contracts = ScenarioJob.tried(stage(spark, ""), "change", List.of("volume=+20%"));
            for (int i = 0; i < 2; i++) {
                assertTrue(value(contracts.get(i).neededHours())
                        > value(usual.get(i).neededHours()));
                assertEquals(
                        value(houses.get(i).neededHours()),
                        value(contracts.get(i).neededHours()),
                        1e-9);
            }
        } finally {
            fill(lake, Tables.CONTRACT, List.of());
        }
    }

    @Test
    void practicesThatAreClientsThatWeekPayByMonth(SparkSession spark) {
        var rows = ScenarioJob.tried(stage(spark, ""), "change", List.of("offer-by-month=600"));
        assertEquals(2 * 600 * 7 / 30.4375, value(rows.get(1).revenueEuros()), 1e-6);
    }

    @Test
    void everyScenarioOfTheDefaultsCanBeApplied(SparkSession spark) {
        var rows = run(spark, "");
        assertEquals(14, rows.size());
        rows.values().forEach(row -> assertNull(row.note(), row.scenario()));
    }

    @Test
    void aWrongChangeStopsTheStartAndIsNamed(SparkSession spark) {
        var error = assertThrows(UserError.class, () -> stage(spark, "scenarios: { cases: { more: [volumes=+20%] } }"));
        assertEquals(2, error.exitCode());
        assertTrue(String.valueOf(error.getMessage()).contains("'volumes=+20%'"), error::getMessage);
    }

    private static TreeMap<String, ScenarioRow> run(SparkSession spark, String yaml) {
        new ScenarioJob().run(stage(spark, yaml));
        var rows = new TreeMap<String, ScenarioRow>();
        new Lake(spark)
                .read(Tables.SCENARIO)
                .collectAsList()
                .forEach(row -> assertNull(rows.put(row.scenario(), row), row.scenario()));
        return rows;
    }

    private static StageRun stage(SparkSession spark, String yaml) {
        var config = VigieConfig.parse(
                yaml + "\nstaffing: { redial: 0, hourly-cost: 20 }",
                "test",
                List.of(
                        new Block("service", ServiceConfig.class),
                        new Block("staffing", StaffingConfig.class),
                        new Block("scenarios", ScenariosConfig.class)));
        return new StageRun(new Lake(spark), config, AS_OF, "test", Path.of("reports"));
    }

    private static <R extends Record> void fill(Lake lake, Table<R> table, List<R> rows) {
        lake.replace(table, lake.spark().createDataset(rows, table.encoder()), "test");
    }

    private static ForecastRow forecast(LocalDate day, LocalTime time) {
        double none = 0;
        return new ForecastRow(
                AS_OF,
                "hour-of-week-regression",
                "network",
                "network",
                30,
                day.atTime(time).atZone(PARIS).toInstant(),
                day,
                MEAN,
                none,
                none,
                none,
                none,
                MEAN,
                none,
                none,
                none,
                none,
                65);
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(PARIS).toInstant();
    }

    private static CallRow call(String id, @Nullable String request, int seconds, LocalDate day) {
        var arrived = at(day, 9);
        return new CallRow(
                id,
                "test",
                "p1",
                null,
                null,
                null,
                arrived,
                arrived,
                arrived.plusSeconds(10),
                arrived.plusSeconds(seconds),
                10,
                "op1",
                "answered",
                request,
                null,
                null,
                null,
                null,
                null,
                1,
                day);
    }

    private static PracticeRow practice(String id, @Nullable LocalDate until) {
        return new PracticeRow(id, id, "59350", null, null, until, null, null, null, null, List.of());
    }

    private static double value(@Nullable Double figure) {
        return Objects.requireNonNull(figure);
    }

    @Test
    void theBaseIsNoScenario() {
        var error = assertThrows(
                IllegalArgumentException.class,
                () -> new ScenariosConfig(Map.of(ScenarioRow.BASE, List.of("absent=1"))));
        assertTrue(String.valueOf(error.getMessage()).contains("'base'"));
    }
}
