package fr.vigie.jobs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.forecast.Footing;
import fr.vigie.input.Commune;
import fr.vigie.input.Contract;
import fr.vigie.input.Operator;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.lake.AlertRow;
import fr.vigie.jobs.lake.BacklogRow;
import fr.vigie.jobs.lake.BacktestRow;
import fr.vigie.jobs.lake.CallersRow;
import fr.vigie.jobs.lake.EffectRow;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.ForecastTotalRow;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.jobs.lake.PromiseRow;
import fr.vigie.jobs.lake.RosterRow;
import fr.vigie.jobs.lake.RunRow;
import fr.vigie.jobs.lake.SignalRow;
import fr.vigie.jobs.lake.StaffingRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.lake.TerritoryRow;
import fr.vigie.jobs.spark.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedSpark.class)
class ReportsSparkTest {
    /** A Monday. */
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 23);

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String RUN = "run-of-the-test";

    @TempDir
    Path reports;

    private StageRun run(SparkSession spark) {
        var config = VigieConfig.parse(
                "",
                "the test",
                List.of(new Block("service", ServiceConfig.class), new Block("report", ReportConfig.class)));
        return new StageRun(new Lake(spark), config, AS_OF, RUN, reports);
    }

    private static <R extends Record> void fill(SparkSession spark, Table<R> table, List<R> rows) {
        new Lake(spark).replace(table, spark.createDataset(rows, table.encoder()), RUN);
    }

    private String page(String name) throws IOException {
        return Files.readString(reports.resolve(name));
    }

    @Test
    void managersSeeTheWeekToComeByTheModelInUse(SparkSession spark) throws IOException {
        fillManagers(spark);
        new ManagersReport().run(run(spark));
        var page = page("managers/index.html");
        assertTrue(page.contains("lundi 23 mars 2026"), "the week begins");
        assertTrue(page.contains("<dd>480<small>"), "two half-hours a day of 40 calls, six days");
        assertTrue(page.contains("de 470 à 490 dans 80\u00a0% des cas"), "the week's own interval");
        assertTrue(page.contains("il manque 2 opérateurs (4 nécessaires, 2 planifiés)"));
        assertTrue(page.contains("Amandine R."));
        assertTrue(page.contains("Le pic du lundi"));
        assertTrue(page.contains("premières tentatives"));
        assertTrue(page.contains(RUN), "where the figures come from");
        assertTrue(page("managers/index.en.html").contains("Monday, 23 March 2026"));
        var expected = page("managers/expected.csv").lines().toList();
        assertEquals("day,minute,mean,low80,high80,low95,high95", expected.get(0));
        assertEquals("2026-03-23,480,40.0,30.0,50.0,25.0,55.0", expected.get(1));
        assertEquals(13, expected.size(), "the other model's rows are not in it");
    }

    @Test
    void managersSeePromisesCallersAndWorkOfTheDaysToCome(SparkSession spark) throws IOException {
        fillManagers(spark);
        fill(spark, Tables.PRACTICE, List.of(practice("P001", "Cabinet des Glycines")));
        fill(
                spark,
                Tables.PROMISE,
                List.of(
                        promise("P001", "0.9@20", 0.81),
                        promise("P002", "0.8@20", 0.85),
                        new PromiseRow(
                                AS_OF.minusWeeks(1),
                                "P003",
                                "network",
                                "0.8@20",
                                "service",
                                AS_OF.minusWeeks(1),
                                AS_OF,
                                10,
                                0.8,
                                0.1,
                                null)));
        fill(
                spark,
                Tables.CALLERS,
                List.of(new CallersRow(
                        AS_OF,
                        "patience",
                        302,
                        "fitted",
                        302.0,
                        290.0,
                        315.0,
                        9000,
                        400,
                        0.012,
                        AS_OF.minusWeeks(8),
                        AS_OF)));
        fill(
                spark,
                Tables.BACKLOG,
                List.of(new BacklogRow(AS_OF, "network", at(AS_OF, 12, 30), AS_OF, 30, 120, 90, 90, 0, 0)));
        new ManagersReport().run(run(spark));
        var page = page("managers/index.html");
        assertTrue(page.contains("1 cabinet sur 2 doit s’attendre à moins"), "P003 is of last week");
        assertTrue(page.contains("Cabinet des Glycines"), "by its name");
        assertTrue(page.contains("302\u00a0s"), "the patience");
        assertTrue(page.contains("Tout est fait à temps."), "the work");
        assertEquals(
                "P001,Cabinet des Glycines,network,0.9,20.0,contract,2026-03-23,2026-03-29,100.0,0.95,0.81,3.0",
                page("managers/promises.csv").lines().skip(1).findFirst().orElseThrow());
        assertEquals(3, page("managers/promises.csv").lines().count());
        assertEquals(
                "network,2026-03-23,750,120.0,90.0,90.0,0.0,0",
                page("managers/work.csv").lines().skip(1).findFirst().orElseThrow());
        assertTrue(page("managers/callers.csv").contains("patience,302.0,fitted,302.0,290.0,315.0,9000,400,0.012"));
        for (var table : List.<Table<?>>of(Tables.PROMISE, Tables.CALLERS, Tables.BACKLOG)) {
            clear(spark, table);
        }
    }

    private static <R extends Record> void clear(SparkSession spark, Table<R> table) {
        fill(spark, table, List.of());
    }

    private static PromiseRow promise(String practice, String promised, double planned) {
        return new PromiseRow(
                AS_OF, practice, "network", promised, "contract", AS_OF, AS_OF.plusDays(7), 100, 0.95, planned, 3.0);
    }

    @Test
    void reasonsAreThoseOfTheForecastShown(SparkSession spark) throws IOException {
        fillManagers(spark);
        var earlier = AS_OF.minusDays(3);
        fill(
                spark,
                Tables.EFFECT,
                List.of(
                        EffectRow.of(earlier, "P007", Footing.UNKNOWN_KIND),
                        new EffectRow(earlier, "network", "network", AS_OF.plusDays(1), "campaign", 0.2)));
        new ManagersReport().run(run(spark));
        assertEquals(1, page("managers/footings.csv").lines().count(), "only the header");
        assertEquals(1, page("managers/effects.csv").lines().count(), "only the header");
        fill(spark, Tables.EFFECT, List.of(EffectRow.of(AS_OF, "P007", Footing.UNKNOWN_KIND)));
        new ManagersReport().run(run(spark));
        assertEquals(2, page("managers/footings.csv").lines().count());
    }

    @Test
    void groupsHaveReasonsAndTerritoriesTheirShareOfTheWeek(SparkSession spark) throws IOException {
        fillManagers(spark);
        fillCommunes(spark);
        fill(spark, Tables.PRACTICE, List.of(practice("P001", "a"), practice("P002", "b")));
        fill(
                spark,
                Tables.FORECAST_TOTAL,
                List.of(
                        week("hour-of-week-regression", 480),
                        week("hour-of-week-regression", "P001", 200),
                        week("hour-of-week-regression", "P002", 180),
                        week("hour-of-week-regression", "P003", 100),
                        week("seasonal-naive", "P001", 999)));
        fill(
                spark,
                Tables.EFFECT,
                List.of(
                        EffectRow.of(AS_OF, "P007", Footing.UNKNOWN_KIND),
                        new EffectRow(AS_OF, "network", "network", AS_OF, "day-after", 0.2),
                        new EffectRow(AS_OF, "group", "nord", AS_OF, "day-after", 0.31),
                        new EffectRow(AS_OF, "group", "nord", AS_OF.plusDays(14), "eve", 0.1)));
        new ManagersReport().run(run(spark));
        assertTrue(page("managers/index.html").contains("Lundi 23 mars 2026 après un jour férié"));
        assertEquals(
                List.of("level,place,name,day,influence,ratio", "group,nord,nord,2026-03-23,DAY_AFTER,0.31"),
                page("managers/place-effects.csv").lines().toList());
        var territories = page("managers/territories.csv").lines().toList();
        assertEquals(3, territories.size());
        // Three practices as unsure as all together have nothing in common, and two of them are no less sure than all.
        assertEquals(
                "CC de l’Exemple,2,380.0,370.0,390.0,360.0,400.0",
                territories.get(1).replace("\"", ""));
        assertEquals(",1,100.0,90.0,110.0,80.0,120.0", territories.get(2).replace("\"", ""));
    }

    @Test
    void theFortnightIsThePagesAndNotThatOfAnEarlierForecast(SparkSession spark) throws IOException {
        fillManagers(spark);
        var earlier = AS_OF.minusDays(7);
        fill(
                spark,
                Tables.FORECAST,
                List.of(forecast(
                        earlier, "hour-of-week-regression", AS_OF.plusDays(1), at(AS_OF.plusDays(1), 8, 0), 40)));
        fill(
                spark,
                Tables.EFFECT,
                List.of(
                        new EffectRow(earlier, "group", "nord", AS_OF.minusDays(1), "eve", 0.1),
                        new EffectRow(earlier, "group", "nord", AS_OF, "day-after", 0.31),
                        new EffectRow(earlier, "group", "nord", AS_OF.plusDays(13), "eve", 0.2)));
        new ManagersReport().run(run(spark));
        assertEquals(
                List.of(
                        "level,place,name,day,influence,ratio",
                        "group,nord,nord,2026-03-23,DAY_AFTER,0.31",
                        "group,nord,nord,2026-04-05,EVE,0.2"),
                page("managers/place-effects.csv").lines().toList());
    }

    @Test
    void aTableStandsOnceAmongTheSources(SparkSession spark) throws IOException {
        fillManagers(spark);
        fillCommunes(spark);
        fill(spark, Tables.PRACTICE, List.of(practice("P001", "a")));
        for (var report : List.of(new ManagersReport(), new AccountsReport(), new AuthoritiesReport())) {
            assertEquals(report.reads().stream().distinct().toList(), report.reads(), report.noun());
            var sources = new LakeReader(run(spark), report).provenance();
            assertEquals(sources.stream().distinct().toList(), sources, report.noun());
        }
    }

    @Test
    void accountStaffSeeAlertsThatNobodyClosed(SparkSession spark) throws IOException {
        fillAccounts(spark);
        new AccountsReport().run(run(spark));
        var page = page("accounts/index.html");
        assertTrue(page.contains("Depuis le 9 février, 19 transferts sur 61."));
        assertTrue(page.contains("31,1"), "the rate");
        assertFalse(page.contains("Une alerte close."), "closed by its last version");
        assertTrue(page.contains("Cabinet des Glycines"));
        assertTrue(page.contains("Camille Morel"));
        assertTrue(page("accounts/index.en.html").contains("Since 9 February, 19 transfers of 61."));
        assertTrue(page("accounts/practices.csv").contains("'=2+3"), "no cell is a formula");
    }

    @Test
    void theFileOfAlertsTellsTheFiguresOfTheOpeningFromTodays(SparkSession spark) throws IOException {
        fillAccounts(spark);
        new AccountsReport().run(run(spark));
        var lines = page("accounts/alerts.csv").lines().toList();
        assertEquals(2, lines.size(), "the closed one is not in it");
        var names = List.of(lines.get(0).split(","));
        var values = List.of(lines.get(1).replaceAll("\"[^\"]*\"", "").split(",", -1));
        var line = IntStream.range(0, names.size()).boxed().collect(Collectors.toMap(names::get, values::get));
        assertEquals("Cabinet des Glycines", line.get("practice"));
        assertEquals("transfers", line.get("unit"));
        assertEquals(AS_OF.minusWeeks(1).toString(), line.get("opened_on"));
        assertEquals("9.0", line.get("opened_numerator"));
        assertEquals("40.0", line.get("opened_denominator"));
        assertEquals(AS_OF.toString(), line.get("as_of"));
        assertEquals("19.0", line.get("numerator"));
        assertEquals("61.0", line.get("denominator"));
    }

    @Test
    void callsAWeekAreThoseOfTheDaysThatAreThere(SparkSession spark) throws IOException {
        fillAccounts(spark);
        var load = new ArrayList<LoadRow>();
        for (var k = 1; k <= 10; k++) {
            var day = AS_OF.minusDays(k);
            load.add(load("practice", "P001", day, at(day, 8, 0), 14));
        }
        fill(spark, Tables.LOAD, load);
        new AccountsReport().run(run(spark));
        assertTrue(page("accounts/practices.csv").contains(",98.0,"), "140 calls in ten days");
        assertTrue(page("accounts/index.html").contains("vendredi 13 mars 2026 au dimanche 22 mars 2026"));
    }

    @Test
    void authoritiesSeeTerritoriesAndNoPractice(SparkSession spark) throws IOException {
        fillAccounts(spark);
        fillTerritories(spark);
        new AuthoritiesReport().run(run(spark));
        var page = page("authorities/index.html");
        new AuthoritiesReport().run(run(spark));
        assertEquals(page, page("authorities/index.html"), "the same lake, the same page");
        assertTrue(page.contains("CC de l’Exemple"));
        assertTrue(page.contains("n.c."));
        assertTrue(page.contains("reach"), "the parameters of the territory run");
        assertTrue(page.contains("1er décembre 2025"), "the panel's period");
        try (var files = Files.list(reports.resolve("authorities"))) {
            var written = files.sorted().toList();
            assertEquals(
                    List.of("index.en.html", "index.html", "territory.csv"),
                    written.stream().map(file -> file.getFileName().toString()).toList(),
                    "no draft is left behind");
            for (var file : written) {
                var text = Files.readString(file);
                for (var secret : List.of("Glycines", "P001", "Camille Morel", "refusal", "A-1")) {
                    assertFalse(text.contains(secret), file.getFileName() + " tells " + secret);
                }
            }
        }
    }

    @Test
    void emptyTablesGivePagesThatSayWhy(SparkSession spark) throws IOException {
        fill(spark, Tables.FORECAST, List.of());
        fill(spark, Tables.ALERT, List.of());
        fill(spark, Tables.TERRITORY, List.of());
        for (var report : List.of(new ManagersReport(), new AccountsReport(), new AuthoritiesReport())) {
            assertFalse(report.isInPlace(reports));
            report.run(run(spark));
            assertTrue(report.isInPlace(reports), report.noun());
        }
        assertTrue(page("managers/index.html").contains("vigie forecast"));
        assertTrue(page("accounts/index.html").contains("vigie signals"));
        assertTrue(page("authorities/index.html").contains("vigie territory"));
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(PARIS).toInstant();
    }

    private static ForecastTotalRow week(String model, double mean) {
        return new ForecastTotalRow(
                AS_OF, model, "network", "network", 7, AS_OF, mean, mean - 20, mean - 15, mean - 10, mean - 5, mean,
                mean + 5, mean + 10, mean + 15, mean + 20);
    }

    private static ForecastTotalRow week(String model, String practice, double mean) {
        return new ForecastTotalRow(
                AS_OF,
                model,
                "practice",
                practice,
                7,
                AS_OF,
                mean,
                mean - 20,
                mean - 15,
                mean - 10,
                mean - 5,
                mean,
                mean + 5,
                mean + 10,
                mean + 15,
                mean + 20);
    }

    private static void fillManagers(SparkSession spark) {
        var load = new ArrayList<LoadRow>();
        var forecast = new ArrayList<ForecastRow>();
        for (var k = 0; k < 6; k++) {
            var past = AS_OF.minusWeeks(1).plusDays(k);
            for (var quarter = 0; quarter < 4; quarter++) {
                load.add(load(past, at(past, 8, quarter * 15), k == 0 ? 30 : 20));
            }
            var day = AS_OF.plusDays(k);
            for (var half = 0; half < 2; half++) {
                forecast.add(forecast("hour-of-week-regression", day, at(day, 8, half * 30), 40));
                forecast.add(forecast("seasonal-naive", day, at(day, 8, half * 30), 99));
            }
        }
        fill(spark, Tables.LOAD, load);
        fill(spark, Tables.FORECAST, forecast);
        fill(spark, Tables.FORECAST_TOTAL, List.of(week("hour-of-week-regression", 480), week("seasonal-naive", 1188)));
        fill(
                spark,
                Tables.BACKTEST,
                List.of(
                        new BacktestRow(
                                AS_OF,
                                "seasonal-naive",
                                "network",
                                "network",
                                "next-day",
                                0.12,
                                1.0,
                                12.0,
                                3.0,
                                0.5,
                                0.8,
                                0.95),
                        new BacktestRow(
                                AS_OF,
                                "seasonal-naive",
                                "practice",
                                "P001",
                                "next-day",
                                0.5,
                                1.0,
                                12.0,
                                3.0,
                                0.5,
                                0.8,
                                0.95)));
        fill(
                spark,
                Tables.STAFFING,
                List.of(new StaffingRow(
                        AS_OF,
                        "nord",
                        at(AS_OF, 8, 0),
                        AS_OF,
                        30,
                        3.2,
                        "erlang-a",
                        4,
                        5,
                        0.85,
                        12.0,
                        0.02,
                        0.7,
                        2,
                        null,
                        "answered")));
        fill(
                spark,
                Tables.ROSTER,
                List.of(new RosterRow(AS_OF, "op1", at(AS_OF, 8, 0), at(AS_OF, 12, 0), "calls", null)));
        fill(
                spark,
                Tables.OPERATOR,
                List.of(new Operator("op1", "Amandine R.", 35.0, null, null, null, null, "nord", null)));
        fill(
                spark,
                Tables.RUN,
                List.of(
                        log(
                                "forecast",
                                "{\"forecast\":{\"models\":[\"hour-of-week-regression\",\"seasonal-naive\"],\"demand\":\"first-attempts\"}}")));
    }

    private static void fillAccounts(SparkSession spark) {
        fill(spark, Tables.LOAD, List.of());
        fill(spark, Tables.PRACTICE, List.of(practice("P001", "Cabinet des Glycines"), practice("P002", "=2+3")));
        fill(
                spark,
                Tables.CONTRACT,
                List.of(new Contract("P001", AS_OF.minusYears(1), 300, 99.0, 0.5, "Camille Morel", "0.8@20", null)));
        fill(
                spark,
                Tables.ALERT,
                List.of(
                        alert(
                                "A-1",
                                "open",
                                "Depuis le 9 février, 19 transferts sur 61.",
                                "Since 9 February, 19 transfers of 61.",
                                2),
                        alert("A-2", "open", "Une alerte close.", "A closed alert.", 9),
                        alert("A-2", "closed", "Une alerte close.", "A closed alert.", 1)));
        fill(spark, Tables.SIGNAL, List.of(signal(AS_OF.minusWeeks(1), 9, 40), signal(AS_OF, 19, 61)));
    }

    private static void fillTerritories(SparkSession spark) {
        fillCommunes(spark);
        fill(
                spark,
                Tables.TERRITORY,
                List.of(
                        territory("commune", "59001", "Abancourt", "2025", "apl", 2.9),
                        territory("epci", "200040954", "CC de l’Exemple", "2025", "apl", 2.9),
                        territory(
                                "epci", "200040954", "CC de l’Exemple", "2025-12-01/2026-03-01", "panel_no_slot", null),
                        territory("department", "59", "59", "2025-12-01/2026-03-01", "panel_no_slot", 0.21)));
        fill(spark, Tables.RUN, List.of(log("territory", "{\"territory\":{\"reach\":\"20m\"}}")));
    }

    private static void fillCommunes(SparkSession spark) {
        fill(
                spark,
                Tables.COMMUNE,
                List.of(new Commune(
                        "59001",
                        "Abancourt",
                        "59",
                        "200040954",
                        "CC de l’Exemple",
                        "592",
                        null,
                        null,
                        450,
                        430.0,
                        50.23,
                        3.21,
                        null,
                        3.4,
                        2018)));
    }

    private static LoadRow load(LocalDate day, Instant startsAt, long offered) {
        return load("network", "network", day, startsAt, offered);
    }

    private static LoadRow load(String level, String id, LocalDate day, Instant startsAt, long offered) {
        return new LoadRow(
                level,
                id,
                15,
                startsAt,
                day,
                offered,
                offered,
                offered - 1,
                offered - 2,
                2,
                0,
                0,
                0,
                0,
                0,
                offered - 4,
                0,
                0,
                1,
                3,
                offered - 2,
                65.0 * (offered - 2),
                44.0 * (offered - 2),
                21.0 * (offered - 2),
                300,
                280,
                5);
    }

    private static ForecastRow forecast(String model, LocalDate day, Instant startsAt, double mean) {
        return forecast(AS_OF, model, day, startsAt, mean);
    }

    private static ForecastRow forecast(LocalDate asOf, String model, LocalDate day, Instant startsAt, double mean) {
        return new ForecastRow(
                asOf, model, "network", "network", 30, startsAt, day, mean, mean - 15, mean - 12, mean - 10, mean - 5,
                mean, mean + 5, mean + 10, mean + 12, mean + 15, 65);
    }

    private static PracticeRow practice(String id, String name) {
        return new PracticeRow(id, name, "59001", "general", null, null, "nord", null, null, null, List.of());
    }

    private static AlertRow alert(String id, String state, String reason, String reasonEn, int daysAgo) {
        return new AlertRow(
                id,
                "P001",
                null,
                "refusal",
                0.9,
                AS_OF.minusWeeks(1),
                state,
                null,
                reason,
                reasonEn,
                AS_OF.minusDays(daysAgo));
    }

    private static SignalRow signal(LocalDate asOf, double numerator, double denominator) {
        return new SignalRow(
                asOf,
                "P001",
                null,
                "refusal",
                numerator,
                denominator,
                numerator / denominator,
                0.062,
                0.071,
                5,
                0.001,
                LocalDate.of(2026, 2, 9),
                true);
    }

    private static TerritoryRow territory(
            String mesh, String id, String name, String period, String indicator, @Nullable Double value) {
        return new TerritoryRow(
                AS_OF,
                mesh,
                id,
                name,
                period,
                indicator,
                value,
                null,
                null,
                null,
                null,
                value == null,
                "travel-estimated");
    }

    private static RunRow log(String stage, String configuration) {
        return new RunRow(
                RUN, stage, "test", AS_OF, configuration, "{}", "{}", "{}", "{}", "{}", Instant.EPOCH, Instant.EPOCH);
    }
}
