package fr.vigie.jobs.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.Contract;
import fr.vigie.input.Operator;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.CapacityRow;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.jobs.lake.StaffingRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.SharedSpark;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A service that is open from seven to seven, with 250 calls every half-hour and ten operators. */
@ExtendWith(SharedSpark.class)
class CapacityJobSparkTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 1);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @BeforeEach
    void fillTables(SparkSession spark) {
        fill(spark, Tables.FORECAST, forecast("network", 250, 1, 6));
        fill(spark, Tables.STAFFING, List.of(staffing()));
        fill(spark, Tables.CALL, List.of());
        fill(spark, Tables.LOAD, List.of());
        fill(
                spark,
                Tables.OPERATOR,
                IntStream.range(0, 10)
                        .mapToObj(k ->
                                new Operator("op" + k, null, 35.0, AS_OF.minusYears(3), null, null, null, null, null))
                        .toList());
        fill(spark, Tables.PRACTICE, List.of(practice("p1", null), practice("p2", null)));
        fill(spark, Tables.CONTRACT, List.of());
    }

    /** Contracts count in every other test of this lake too. */
    @AfterEach
    void takeContractsAway(SparkSession spark) {
        fill(spark, Tables.CONTRACT, List.of());
    }

    @Test
    void aContractOfOneIsKeptForAllOfItsTeam(SparkSession spark) {
        var usual = run(spark, "");
        var houses = run(spark, "service: { service-level: 0.95@10 }");
        fill(
                spark,
                Tables.CONTRACT,
                List.of(new Contract("p2", AS_OF.minusYears(1), null, null, null, null, "0.95@10", null)));
        var contracts = run(spark, "");
        assertEquals(12, contracts.size());
        for (int month = 0; month < contracts.size(); month++) {
            assertTrue(contracts.get(month).hoursNeeded() > usual.get(month).hoursNeeded(), "month " + month);
            assertTrue(contracts.get(month).riskWithout() >= usual.get(month).riskWithout());
            assertEquals(houses.get(month).hoursNeeded(), contracts.get(month).hoursNeeded(), 1e-9);
        }
    }

    @Test
    void whoLeavesIsTakenAwayOnce(SparkSession spark) {
        double all = run(spark, "").get(6).calls();
        // p2 has 150 of the 250 calls of every half-hour, and its last day ends them: the forecast knows that.
        var forecast = new ArrayList<>(forecast("network", 250, 1, 3));
        forecast.addAll(forecast("network", 100, 4, 6));
        forecast.addAll(forecast("p2", 150, 1, 3));
        fill(spark, Tables.FORECAST, forecast);
        fill(spark, Tables.PRACTICE, List.of(practice("p1", null), practice("p2", AS_OF.plusDays(3))));
        assertEquals(all * 100 / 250, run(spark, "").get(6).calls(), all * 1e-6);
    }

    @Test
    void seatsThatAreTooFewHideNoShortage(SparkSession spark) {
        var usual = run(spark, "");
        assertEquals(0, stage(spark, "", "redial: 0").metrics().get("intervals-over-max-agents"));
        var stage = stage(spark, "", "redial: 0, max-agents: 3");
        assertEquals(6 * 24.0, stage.metrics().get("intervals-over-max-agents"));
        assertEquals(usual, rows(spark));
    }

    @Test
    void aWeekdayThatTheForecastDoesNotReachIsLikeTheOthers(SparkSession spark) {
        var all = run(spark, "");
        fill(spark, Tables.FORECAST, forecast("network", 250, 1, 5));
        var withoutSaturday = run(spark, "");
        for (int month = 0; month < all.size(); month++) {
            assertEquals(all.get(month).calls(), withoutSaturday.get(month).calls(), 1e-6);
            assertEquals(
                    all.get(month).hoursNeeded(), withoutSaturday.get(month).hoursNeeded(), 1e-6);
        }
    }

    @Test
    void whoWasSignedBeforeIsInTheForecast(SparkSession spark) {
        double without = run(spark, "").get(6).calls();
        assertEquals(without, signing(spark, "2026-02-28").get(6).calls(), 1e-9);
        assertEquals(without + 800, signing(spark, "2026-03-02").get(6).calls(), 10);
    }

    @Test
    void withoutANeedItSaysWhichStageComesFirst(SparkSession spark) {
        fill(spark, Tables.STAFFING, List.of());
        var error = assertThrows(UserError.class, () -> run(spark, ""));
        assertEquals(1, error.exitCode());
        assertTrue(String.valueOf(error.getMessage()).contains("vigie staffing"), error::getMessage);
    }

    @Test
    void whereNobodyAnswersThereIsNothingToPlan(SparkSession spark) {
        fill(spark, Tables.OPERATOR, List.of());
        assertEquals(List.of(), run(spark, ""));
    }

    private static List<CapacityRow> run(SparkSession spark, String yaml) {
        stage(spark, yaml, "redial: 0");
        return rows(spark);
    }

    private static List<CapacityRow> signing(SparkSession spark, String from) {
        stage(spark, "", "redial: 0", "clients: [{ name: Port, from: %s, calls-per-month: 800 }]".formatted(from));
        return rows(spark);
    }

    private static StageRun stage(SparkSession spark, String yaml, String staffing) {
        return stage(spark, yaml, staffing, "clients: []");
    }

    private static StageRun stage(SparkSession spark, String yaml, String staffing, String clients) {
        var config = VigieConfig.parse(
                yaml + "\nstaffing: { " + staffing + " }\ncapacity: { months: 12, paths: 200, " + clients + " }",
                "test",
                List.of(
                        new Block("service", ServiceConfig.class),
                        new Block("staffing", StaffingConfig.class),
                        new Block("capacity", CapacityConfig.class)));
        var stage = new StageRun(new Lake(spark), config, AS_OF, "test", Path.of("reports"));
        new CapacityJob().run(stage);
        return stage;
    }

    private static List<CapacityRow> rows(SparkSession spark) {
        return new Lake(spark)
                .read(Tables.CAPACITY).collectAsList().stream()
                        .sorted(Comparator.comparing(CapacityRow::month))
                        .toList();
    }

    private static <R extends Record> void fill(SparkSession spark, Table<R> table, List<R> rows) {
        new Lake(spark).replace(table, spark.createDataset(rows, table.encoder()), "test");
    }

    private static Instant at(LocalDate day, int half) {
        return day.atTime(LocalTime.of(7, 0))
                .plusMinutes(30L * half)
                .atZone(PARIS)
                .toInstant();
    }

    /** The same calls every half-hour of some days after the first; the network's or a practice's. */
    private static List<ForecastRow> forecast(String id, double calls, int first, int last) {
        double none = 0;
        return IntStream.rangeClosed(first, last)
                .mapToObj(AS_OF::plusDays)
                .flatMap(day -> IntStream.range(0, 24)
                        .mapToObj(half -> new ForecastRow(
                                AS_OF,
                                "hour-of-week-regression",
                                id.equals("network") ? id : "practice",
                                id,
                                30,
                                at(day, half),
                                day,
                                calls,
                                none,
                                none,
                                none,
                                none,
                                calls,
                                none,
                                none,
                                none,
                                none,
                                65)))
                .toList();
    }

    /** That there is a need at all. */
    private static StaffingRow staffing() {
        var monday = AS_OF.plusDays(1);
        return new StaffingRow(
                AS_OF,
                "network",
                at(monday, 0),
                monday,
                30,
                9.0,
                "erlang-a",
                11,
                15,
                0.85,
                12.0,
                0.02,
                0.7,
                null,
                null,
                "answered");
    }

    private static PracticeRow practice(String id, @Nullable LocalDate until) {
        return new PracticeRow(id, id, "59350", null, null, until, null, null, null, null, List.of());
    }
}
