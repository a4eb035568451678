package fr.vigie.jobs.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.Activity;
import fr.vigie.input.Contract;
import fr.vigie.input.Operator;
import fr.vigie.input.Shift;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.CallRow;
import fr.vigie.jobs.lake.CallersRow;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.jobs.lake.PromiseRow;
import fr.vigie.jobs.lake.PublishedRosterRow;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        assertTrue(value(nine.plannedServiceLevel()) < 0.1, "one or two instead of eleven: " + nine);
        assertNull(rows.get(3).plannedServiceLevel(), "nobody calls");
    }

    @Test
    void whatCallersDoIsFittedToTheCallsOfEightWeeks(SparkSession spark) {
        var lake = new Lake(spark);
        var day = NINE.minusSeconds(7 * 86_400);
        var calls = new ArrayList<CallRow>();
        for (int i = 0; i < 200; i++) {
            // Each hour somebody hangs up after 60 s; who has an even number calls again after two minutes and is
            // answered
            // after 20 s. The calls before the eight weeks and of the run's own day would tell otherwise.
            var at = day.minusSeconds(3600L * i);
            calls.add(call("lost" + i, caller(i), at, null, at.plusSeconds(60)));
            if (i % 2 == 0) {
                calls.add(call("again" + i, caller(i), at.plusSeconds(180), at.plusSeconds(200), at.plusSeconds(300)));
            }
        }
        for (int i = 0; i < 300; i++) {
            var before = day.minusSeconds(86_400L * 60 + i);
            calls.add(call("old" + i, caller(i), before, null, before.plusSeconds(5)));
            calls.add(call("today" + i, caller(i), NINE.plusSeconds(i), null, NINE.plusSeconds(i + 5)));
        }
        fill(lake, Tables.CALL, calls);
        var metrics = new TreeMap<String, Double>();
        var played = run(spark, "", metrics).get(2);
        var rows = callers(lake);
        var nine = run(spark, "staffing: { patience: 70s }").get(2);
        fill(lake, Tables.CALL, List.of());
        var patience = rows.get("patience");
        assertEquals("fitted", patience.origin());
        // Exponential and censored: all waits over those who hung up.
        assertEquals((200 * 60 + 100 * 20) / 200.0, patience.value(), 1e-9);
        assertEquals(300, patience.calls());
        assertEquals(200, patience.events());
        assertTrue(value(patience.low()) < 70 && value(patience.high()) > 70, patience.toString());
        // All hang up after a minute sharp, which no exponential law does.
        assertTrue(value(patience.departure()) > 0.3, patience.toString());
        var redial = rows.get("redial");
        assertEquals("fitted", redial.origin());
        assertEquals(0.5, redial.value(), 1e-9);
        assertEquals(0.5 + 1.96 * Math.sqrt(0.25 / 200), value(redial.high()), 1e-3);
        assertEquals(List.of(200L, 100L), List.of(redial.calls(), redial.events()));
        assertEquals(AS_OF.minusWeeks(8), redial.fromDay());
        assertEquals(70, metrics.getOrDefault("patience-seconds", 0.0), 1e-9);
        assertEquals("simulated", played.method());
        assertEquals("erlang-x", nine.method(), "with a patience that is configured formulas are meant");
        // The fixed point of Erlang X: first attempts are what is left of all attempts without redials.
        assertEquals(250 * 2 * 65 / 3600.0, nine.offeredErlangs() * (1 - 0.5 * value(nine.abandonment())), 1e-9);
    }

    @Test
    void whatIsConfiguredGoesFirstAndWhatIsUsualCountsWhereTooFewWereLost(SparkSession spark) {
        var lake = new Lake(spark);
        var day = NINE.minusSeconds(7 * 86_400);
        fill(lake, Tables.CALL, List.of(call("lost", caller(1), day, null, day.plusSeconds(30))));
        run(spark, "");
        assertEquals(List.of("usual", "usual"), origins(lake));
        assertEquals(300, callers(lake).get("patience").value());
        assertEquals(30.0, callers(lake).get("patience").fitted());
        assertEquals(0.4, callers(lake).get("redial").value());
        run(spark, "staffing: { fewest-lost: 1 }");
        assertEquals(List.of("fitted", "fitted"), origins(lake));
        run(spark, "staffing: { patience: 90s, redial: 0.2, fewest-lost: 1 }");
        assertEquals(List.of("configured", "configured"), origins(lake));
        assertEquals(90, callers(lake).get("patience").value());
        fill(lake, Tables.CALL, List.of());
        run(spark, "");
        assertEquals(List.of("usual", "usual"), origins(lake));
    }

    private static List<String> origins(Lake lake) {
        return callers(lake).values().stream().map(CallersRow::origin).toList();
    }

    private static Map<String, CallersRow> callers(Lake lake) {
        return lake.read(Tables.CALLERS).collectAsList().stream()
                .collect(Collectors.toMap(CallersRow::figure, row -> row, (a, b) -> b, TreeMap::new));
    }

    private static byte[] caller(int number) {
        return new byte[] {(byte) number, (byte) (number >> 8), 1};
    }

    @Test
    void thePublishedRosterIsThePlan(SparkSession spark) {
        var lake = new Lake(spark);
        fill(
                lake,
                Tables.ROSTER_PUBLISHED,
                List.of(published(1, "op1"), published(2, "op1"), published(2, "op2"), published(2, "op3")));
        var nine = run(spark, "staffing: { redial: 0 }").get(2);
        fill(lake, Tables.ROSTER_PUBLISHED, List.of());
        assertEquals(3, nine.plannedAgents(), "the last version; by the shifts file it is one");
    }

    @Test
    void whoIsKnownToBeAbsentIsNotPlanned(SparkSession spark) {
        var lake = new Lake(spark);
        var shifts = lake.read(Tables.SHIFT).collectAsList();
        var told = new ArrayList<>(shifts);
        told.add(shift("op3", "2026-03-02T00:00:00Z", "2026-03-02T23:00:00Z", Activity.ABSENCE));
        fill(lake, Tables.SHIFT, told);
        fill(lake, Tables.ROSTER_PUBLISHED, List.of(published(1, "op1"), published(1, "op3")));
        fill(lake, Tables.PRACTICE, List.of(practice("p1", "north")));
        var nine = run(spark, "staffing: { redial: 0 }").get(2);
        var promise = lake.read(Tables.PROMISE).collectAsList().get(0);
        fill(lake, Tables.ROSTER_PUBLISHED, List.of(published(1, "op1")));
        var alone = run(spark, "staffing: { redial: 0 }").get(2);
        fill(lake, Tables.SHIFT, shifts);
        fill(lake, Tables.ROSTER_PUBLISHED, List.of());
        fill(lake, Tables.PRACTICE, List.of());
        assertEquals(1, nine.plannedAgents(), "op3 told an absence after the roster was published");
        assertEquals(alone, nine);
        assertEquals(value(nine.plannedServiceLevel()), value(promise.plannedLevel()), 1e-12);
    }

    private static PublishedRosterRow published(int version, String operator) {
        return new PublishedRosterRow(
                AS_OF, version, Instant.EPOCH, "anna", operator, NINE, NINE.plusSeconds(7200), "calls", null);
    }

    @Test
    void theStrictestContractIsKeptForAllAndItsPriceIsTold(SparkSession spark) {
        var lake = new Lake(spark);
        int without = run(spark, "staffing: { redial: 0 }").get(2).agents();
        fill(lake, Tables.PRACTICE, List.of(practice("p1", "north"), practice("p2", "south")));
        fill(
                lake,
                Tables.CONTRACT,
                List.of(
                        contract("p1", AS_OF.minusDays(400), "0.8@20"),
                        contract("p1", AS_OF.minusDays(30), "0.95@20"),
                        contract("p1", AS_OF.plusDays(1), "0.99@1"),
                        contract("p2", AS_OF.minusDays(30), null)));
        var nine = run(spark, "staffing: { redial: 0 }").get(2);
        var promises = lake.read(Tables.PROMISE).collectAsList();
        fill(lake, Tables.CONTRACT, List.of(contract("p1", AS_OF, "soon")));
        var error = assertThrows(UserError.class, () -> run(spark, ""));
        fill(lake, Tables.CONTRACT, List.of());
        fill(lake, Tables.PRACTICE, List.of());
        assertTrue(nine.agents() > without && value(nine.serviceLevel()) >= 0.95, nine.toString());
        assertEquals("contract", nine.binding());
        assertEquals(1, promises.size(), "only p1 has a forecast of its own");
        var own = promises.get(0);
        assertEquals(
                List.of("p1", "network", "0.95@20", "contract"),
                List.of(own.practiceId(), own.group(), own.promised(), own.origin()));
        assertEquals(10, own.calls());
        assertEquals(value(nine.serviceLevel()), value(own.neededLevel()), 0.02);
        assertTrue(own.isBelow() && value(own.plannedLevel()) < 0.1, own.toString());
        assertTrue(
                String.valueOf(error.getMessage())
                        .startsWith("The contract of practice p1 promises the service level 'soon'"),
                error::getMessage);
    }

    @Test
    void aContractCountsFromItsFirstDayOnAndUntilItsPracticeLeaves(SparkSession spark) {
        var lake = new Lake(spark);
        var forecast = lake.read(Tables.FORECAST).collectAsList();
        var days = new ArrayList<>(forecast);
        for (int day = 1; day <= 2; day++) {
            days.add(forecast(REGRESSION, "network", "network", AS_OF.plusDays(day), 250));
            days.add(forecast(REGRESSION, "practice", "p1", AS_OF.plusDays(day), 10));
        }
        fill(lake, Tables.FORECAST, days);
        fill(lake, Tables.PRACTICE, List.of(practice("p1", "north", AS_OF.plusDays(1)), practice("p2", "south", null)));
        fill(lake, Tables.CONTRACT, List.of(contract("p1", AS_OF.plusDays(1), "0.95@10")));
        var rows = run(spark, "staffing: { redial: 0 }");
        var promises = lake.read(Tables.PROMISE).collectAsList().stream()
                .sorted(Comparator.comparing(PromiseRow::fromDay))
                .toList();
        fill(lake, Tables.FORECAST, forecast);
        fill(lake, Tables.CONTRACT, List.of());
        fill(lake, Tables.PRACTICE, List.of());
        var tomorrow = rows.get(4);
        var gone = rows.get(5);
        assertTrue(rows.subList(0, 4).stream().noneMatch(row -> row.binding().equals("contract")), rows::toString);
        assertEquals("contract", tomorrow.binding());
        assertEquals("answered", gone.binding());
        assertTrue(tomorrow.agents() > gone.agents(), rows::toString);
        assertEquals(
                List.of("0.8@20", "0.95@10"),
                promises.stream().map(PromiseRow::promised).toList());
        assertEquals(
                List.of(AS_OF.plusDays(1), AS_OF.plusDays(2)),
                promises.stream().map(PromiseRow::untilDay).toList());
    }

    private static PracticeRow practice(String id, String group) {
        return practice(id, group, null);
    }

    private static PracticeRow practice(String id, String group, @Nullable LocalDate until) {
        return new PracticeRow(id, id, "59350", null, null, until, group, null, null, null, List.of());
    }

    private static Contract contract(String practice, LocalDate from, @Nullable String level) {
        return new Contract(practice, from, null, null, null, null, level, null);
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
        return call(id, null, arrived, null, ended);
    }

    private static CallRow call(
            String id, byte @Nullable [] caller, Instant arrived, @Nullable Instant answered, Instant ended) {
        return new CallRow(
                id,
                "s",
                "p1",
                null,
                caller,
                null,
                arrived,
                null,
                answered,
                ended,
                0,
                null,
                answered == null ? "abandoned" : "answered",
                null,
                null,
                null,
                null,
                null,
                null,
                1,
                LocalDate.ofInstant(arrived, ZoneOffset.UTC));
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
    void whoAnswersSeveralTeamsIsPlannedForOneOfThem(SparkSession spark) {
        var lake = new Lake(spark);
        var operators = lake.read(Tables.OPERATOR).collectAsList();
        fill(lake, Tables.OPERATOR, List.of(operator("op1", "south|north|closed")));
        var rows = run(spark, "staffing: { pooling: group }");
        fill(lake, Tables.OPERATOR, operators);
        assertEquals(
                List.of(1, 0), rows.stream().map(StaffingRow::plannedAgents).toList());
    }

    @Test
    void whoARosterPlansForATeamIsCountedThere(SparkSession spark) {
        var lake = new Lake(spark);
        var operators = lake.read(Tables.OPERATOR).collectAsList();
        var all = IntStream.range(0, 8).mapToObj(i -> "both" + i).toList();
        fill(
                lake,
                Tables.OPERATOR,
                all.stream().map(id -> operator(id, "north|south")).toList());
        fill(
                lake,
                Tables.ROSTER_PUBLISHED,
                all.stream()
                        .map(id -> published(id, id.compareTo("both6") < 0 ? "north" : "south"))
                        .toList());
        var placed = run(spark, "staffing: { pooling: group }");
        fill(
                lake,
                Tables.ROSTER_PUBLISHED,
                all.stream().map(id -> published(id, null)).toList());
        var unnamed = run(spark, "staffing: { pooling: group }");
        fill(
                lake,
                Tables.ROSTER_PUBLISHED,
                all.stream().map(id -> published(id, "closed")).toList());
        var unknown = run(spark, "staffing: { pooling: group }");
        fill(lake, Tables.ROSTER_PUBLISHED, List.of());
        fill(lake, Tables.OPERATOR, operators);
        assertEquals(
                List.of(6, 2), placed.stream().map(StaffingRow::plannedAgents).toList());
        assertEquals(
                List.of(4, 4), unnamed.stream().map(StaffingRow::plannedAgents).toList(), "in equal parts");
        assertEquals(unnamed, unknown, "a team that there is no more");
    }

    private static PublishedRosterRow published(String operator, @Nullable String team) {
        return new PublishedRosterRow(
                AS_OF, 1, Instant.EPOCH, "anna", operator, NINE, NINE.plusSeconds(7200), "calls", team);
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

    private static <R extends Record> void fill(Lake lake, Table<R> table, List<R> rows) {
        lake.replace(table, lake.spark().createDataset(rows, table.encoder()), "test");
    }

    private static ForecastRow forecast(String model, String level, String id, LocalDate day, double mean) {
        return forecast(model, level, id, day.atTime(8, 0).toInstant(ZoneOffset.UTC), day, mean);
    }

    private static ForecastRow forecast(String model, String level, String id, Instant start, double mean) {
        return forecast(model, level, id, start, AS_OF, mean);
    }

    private static ForecastRow forecast(
            String model, String level, String id, Instant start, LocalDate day, double mean) {
        return new ForecastRow(
                AS_OF, model, level, id, 30, start, day, mean, mean, mean, mean, mean, mean, mean, mean, mean, mean,
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
