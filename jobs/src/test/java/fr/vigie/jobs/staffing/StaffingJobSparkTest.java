package fr.vigie.jobs.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.Activity;
import fr.vigie.input.Operator;
import fr.vigie.input.Shift;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.CallRow;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.lake.StaffingRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.SharedSpark;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSpark.class)
class StaffingJobSparkTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 2);
    private static final Instant NINE = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-02T09:00:00Z");
    private static final String REGRESSION = "hour-of-week-regression";

    @BeforeAll
    static void fillTables(SparkSession spark) {
        var lake = new Lake(spark);
        fill(
                lake,
                Tables.FORECAST,
                List.of(
                        forecast(REGRESSION, "network", "network", NINE.minusSeconds(3600), 250),
                        forecast(REGRESSION, "network", "network", NINE.minusSeconds(1800), 250),
                        forecast(REGRESSION, "network", "network", NINE, 250),
                        forecast(REGRESSION, "network", "network", TEN, 0),
                        forecast("seasonal-naive", "network", "network", NINE, 900),
                        forecast(REGRESSION, "group", "north", NINE, 100),
                        forecast(REGRESSION, "group", "south", NINE, 150),
                        forecast(REGRESSION, "practice", "p1", NINE, 10)));
        fill(
                lake,
                Tables.SHIFT,
                List.of(
                        shift("op1", "2026-03-02T07:00:00Z", "2026-03-02T11:00:00Z", Activity.CALLS),
                        shift("op2", "2026-03-02T08:15:00Z", "2026-03-02T11:00:00Z", Activity.CALLS),
                        shift("op3", "2026-03-02T07:00:00Z", "2026-03-02T11:00:00Z", Activity.TRAINING)));
        fill(lake, Tables.OPERATOR, List.of(operator("op1", "north"), operator("op2", "south")));
        fill(
                lake,
                Tables.LOAD,
                List.of(
                        // Of 1,000 lost calls 300 were followed by another one.
                        load("network", "network", AS_OF.minusWeeks(1), 10_000, 9_900, 800, 200),
                        load("network", "network", AS_OF.minusWeeks(2), 200, 0, 0, 0),
                        load("group", "north", AS_OF.minusWeeks(1), 500, 0, 500, 0),
                        load("network", "network", AS_OF, 500, 0, 500, 0),
                        load("network", "network", AS_OF.minusWeeks(60), 500, 0, 500, 0)));
    }

    @Test
    void theNetworkIsSizedToAllTargetsAndHeldAgainstTheShifts(SparkSession spark) {
        var rows = run(spark, "staffing: { redial: 0 }");
        assertEquals(4, rows.size(), "one model and one level only");
        assertEquals("transient", rows.get(0).method(), "in the first hour the queue is followed in time");
        assertEquals("transient", rows.get(1).method());
        var nine = rows.get(2);
        assertEquals("network", nine.group());
        assertEquals(NINE, nine.startsAt());
        assertEquals("erlang-a", nine.method());
        // 250 calls in half an hour, 65 s each.
        assertEquals(250 * 2 * 65 / 3600.0, nine.offeredErlangs(), 1e-12);
        assertTrue(value(nine.serviceLevel()) >= 0.8 && value(nine.abandonment()) <= 0.05, nine.toString());
        assertTrue(value(nine.occupancy()) <= 0.88, nine.toString());
        assertEquals(11, nine.agents());
        assertEquals("answered", nine.binding());
        assertEquals(15, nine.scheduledAgents(), "11 / (1 - 0.25) is 14.67");
        // op1 all the time, op2 half of it, op3 in training.
        assertEquals(1, nine.plannedAgents());
        assertEquals(2, rows.get(3).plannedAgents());
    }

    @Test
    void redialsAreLearntFromTheLoadOfTheYearBefore(SparkSession spark) {
        var metrics = new TreeMap<String, Double>();
        var nine = run(spark, "", metrics).get(2);
        assertEquals("erlang-x", nine.method());
        assertEquals(1000.0, metrics.get("lost-calls"));
        assertEquals(500.0, metrics.get("redials"));
        assertEquals(0.0, metrics.get("intervals-out-of-reach"));
        assertEquals(540 / 1100.0, metrics.getOrDefault("redial-probability", 0.0), 1e-12);
        // The fixed point of Erlang X: first attempts are what is left of all attempts without redials.
        assertEquals(
                250 * 2 * 65 / 3600.0, nine.offeredErlangs() * (1 - 540 / 1100.0 * value(nine.abandonment())), 1e-9);
    }

    @Test
    void whoWaitsWhenTheLinesOpenIsLearntFromTheWeeksBefore(SparkSession spark) {
        int without = run(spark, "staffing: { redial: 0 }").get(0).agents();
        var before = NINE.minusSeconds(7 * 86_400 + 3600);
        var calls = new ArrayList<CallRow>();
        for (int i = 0; i < 40; i++) {
            // Of forty calls of the first half-hour thirty wait when the lines open at eight, one left before.
            int seconds = i < 30 ? -60 : i == 30 ? -120 : 60;
            calls.add(call("c" + i, before.plusSeconds(seconds), before.plusSeconds(i == 30 ? -90 : 120)));
        }
        fill(new Lake(spark), Tables.CALL, calls);
        var first = run(spark, "{ service: { opening-hours: { monday: ['08:00-19:00'] } }, staffing: { redial: 0 } }")
                .get(0);
        fill(new Lake(spark), Tables.CALL, List.of());
        assertTrue(first.agents() > without + 20, first + " without a queue before the lines open: " + without);
    }

    private static CallRow call(String id, Instant arrived, Instant ended) {
        return new CallRow(
                id,
                "s",
                "p1",
                null,
                null,
                null,
                arrived,
                null,
                null,
                ended,
                0,
                null,
                "abandoned",
                null,
                null,
                null,
                null,
                null,
                null,
                1,
                AS_OF.minusWeeks(1));
    }

    @Test
    void withoutAForecastNothingIsStaffedAndTheLineSaysWhy(SparkSession spark) {
        var lake = new Lake(spark);
        var later = AS_OF.plusDays(1);
        var error = assertThrows(UserError.class, () -> new StaffingJob()
                .run(new StageRun(lake, config(""), later, "test", Path.of("reports"))));
        assertEquals(1, error.exitCode());
        assertTrue(
                String.valueOf(error.getMessage()).startsWith("There is no forecast of 2026-03-03"), error::getMessage);
    }

    @Test
    void groupsCanHaveTheirOwnTeams(SparkSession spark) {
        var rows = run(spark, "staffing: { pooling: group }");
        assertEquals(
                List.of("north", "south"), rows.stream().map(StaffingRow::group).toList());
        assertEquals(1, rows.get(0).plannedAgents());
        assertEquals(0, rows.get(1).plannedAgents());
    }

    @Test
    void aModelThatWasNotForecastIsNamed(SparkSession spark) {
        var error = assertThrows(UserError.class, () -> run(spark, "staffing: { forecast-model: crystal-ball }"));
        assertTrue(
                String.valueOf(error.getMessage()).contains("'crystal-ball'; it has " + REGRESSION), error::getMessage);
    }

    private static List<StaffingRow> run(SparkSession spark, String yaml) {
        return run(spark, yaml, new TreeMap<>());
    }

    private static List<StaffingRow> run(SparkSession spark, String yaml, Map<String, Double> metrics) {
        var lake = new Lake(spark);
        var run = new StageRun(lake, config(yaml), AS_OF, "test", Path.of("reports"));
        new StaffingJob().run(run);
        metrics.putAll(run.metrics());
        return lake.read(Tables.STAFFING).collectAsList().stream()
                .filter(row -> row.asOf().equals(AS_OF))
                .sorted(Comparator.comparing(StaffingRow::startsAt).thenComparing(StaffingRow::group))
                .toList();
    }

    private static VigieConfig config(String yaml) {
        var job = new StaffingJob();
        return VigieConfig.parse(
                yaml,
                "test",
                List.of(new Block("service", ServiceConfig.class), new Block(job.noun(), job.configuration())));
    }

    private static LoadRow load(
            String level, String id, LocalDate day, long offered, long firstAttempts, long abandoned, long blocked) {
        var nine = day.atTime(8, 0).toInstant(ZoneOffset.UTC);
        return new LoadRow(
                level,
                id,
                15,
                nine,
                day,
                offered,
                offered,
                firstAttempts,
                0,
                abandoned,
                0,
                0,
                blocked,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0);
    }

    private static <R extends Record> void fill(Lake lake, Table<R> table, List<R> rows) {
        lake.replace(table, lake.spark().createDataset(rows, table.encoder()), "test");
    }

    private static ForecastRow forecast(String model, String level, String id, Instant start, double mean) {
        double none = 0;
        return new ForecastRow(
                AS_OF, model, level, id, 30, start, AS_OF, mean, none, none, none, none, mean, none, none, none, none,
                65);
    }

    private static Shift shift(String operator, String start, String end, Activity activity) {
        return new Shift(operator, Instant.parse(start), Instant.parse(end), activity);
    }

    private static Operator operator(String id, String skills) {
        return new Operator(id, null, 35.0, null, null, null, null, skills, null);
    }

    private static double value(@Nullable Double figure) {
        return figure == null ? Double.NaN : figure;
    }
}
