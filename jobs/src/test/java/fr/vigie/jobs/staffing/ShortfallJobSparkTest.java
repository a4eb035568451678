package fr.vigie.jobs.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.Activity;
import fr.vigie.input.Operator;
import fr.vigie.input.Presence;
import fr.vigie.input.PresenceState;
import fr.vigie.input.Shift;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.lake.CapacityRow;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.lake.PublishedRosterRow;
import fr.vigie.jobs.lake.ShortfallRow;
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
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A Saturday that fell short, read on the Monday after; and the months after it. */
@ExtendWith(SharedSpark.class)
class ShortfallJobSparkTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate SATURDAY = MONDAY.minusDays(2);
    private static final Instant NINE = SATURDAY.atTime(8, 0).toInstant(ZoneOffset.UTC);

    @BeforeAll
    static void fillTables(SparkSession spark) {
        var lake = new Lake(spark);
        var forecast = new ArrayList<ForecastRow>();
        // The Friday's forecast counts, not the one of Thursday nor one made afterwards.
        forecast.add(forecast(SATURDAY.minusDays(2), SATURDAY, 500));
        forecast.add(forecast(SATURDAY.minusDays(1), SATURDAY, 120));
        forecast.add(forecast(SATURDAY.plusDays(1), SATURDAY, 900));
        for (int day = 0; day < 14; day++) {
            forecast.add(forecast(MONDAY, MONDAY.plusDays(day), 120));
        }
        fill(lake, Tables.FORECAST, forecast);
        fill(lake, Tables.LOAD, List.of(load(NINE, 70), load(NINE.plusSeconds(900), 70)));
        var shifts = new ArrayList<Shift>();
        var presence = new ArrayList<Presence>();
        for (int i = 0; i < 6; i++) {
            shifts.add(new Shift("op" + i, NINE, NINE.plusSeconds(1800), Activity.CALLS));
            presence.add(new Presence(
                    "op" + i, NINE, NINE.plusSeconds(1800), i == 0 ? PresenceState.AWAY : PresenceState.AVAILABLE));
        }
        fill(lake, Tables.SHIFT, shifts);
        fill(lake, Tables.PRESENCE, presence);
        fill(
                lake,
                Tables.OPERATOR,
                List.of(new Operator("op1", null, 35.0, MONDAY.minusYears(3), null, null, null, null, null)));
        fill(lake, Tables.PRACTICE, List.of());
        fill(
                lake,
                Tables.STAFFING,
                List.of(new StaffingRow(
                        MONDAY,
                        "network",
                        NINE,
                        MONDAY,
                        30,
                        4,
                        "erlang-a",
                        6,
                        8,
                        0.8,
                        5.0,
                        0.02,
                        0.7,
                        null,
                        null,
                        "answered")));
    }

    @Test
    void onAMondayItIsSaturdaysGapAgainstFridaysForecast(SparkSession spark) {
        var lake = new Lake(spark);
        new ShortfallJob().run(new StageRun(lake, config(), MONDAY, "test", Path.of("reports")));
        var rows = lake.read(Tables.SHORTFALL).collectAsList();
        assertEquals(2, rows.size());
        var day = rows.stream()
                .filter(row -> row.part().equals("day"))
                .findFirst()
                .orElseThrow();
        assertEquals(SATURDAY, day.localDate());
        assertEquals(120, day.plannedCalls());
        assertEquals(140, day.calls());
        assertEquals(0.5, day.absentHours(), 1e-12);
        assertTrue(day.absence() < 0 && day.volume() < 0, day::toString);
        assertEquals(day.seen() - day.promised(), sum(day), 1e-12);
    }

    @Test
    void whoCallsInSickIsAbsentThoughTheRosterWasMended(SparkSession spark) {
        var lake = new Lake(spark);
        var versions = new ArrayList<PublishedRosterRow>();
        for (int i = 0; i < 6; i++) {
            versions.add(published(1, NINE.minusSeconds(86_400), "op" + i));
            if (i > 0) {
                versions.add(published(2, NINE.minusSeconds(3600), "op" + i));
            }
        }
        fill(lake, Tables.ROSTER_PUBLISHED, versions);
        new ShortfallJob().run(new StageRun(lake, config(), MONDAY, "test", Path.of("reports")));
        fill(lake, Tables.ROSTER_PUBLISHED, List.of());
        var day = lake.read(Tables.SHORTFALL).collectAsList().stream()
                .filter(row -> row.part().equals("day"))
                .findFirst()
                .orElseThrow();
        assertEquals(0.5, day.absentHours(), 1e-12);
        assertTrue(day.absence() < 0, day::toString);
    }

    @Test
    void aDayIsHeldAgainstTheTeamsThatWerePlannedWhenItBegan(SparkSession spark) {
        var lake = new Lake(spark);
        fill(
                lake,
                Tables.ROSTER_PUBLISHED,
                List.of(
                        published(1, NINE.minusSeconds(86_400), "op1", "north"),
                        published(2, NINE.minusSeconds(3600), "op1", "south")));
        var run = new StageRun(lake, config(), MONDAY, "test", Path.of("reports"));
        var groups = List.of("north", "south");
        var saturday = run.teamsAsBegan(groups, SATURDAY);
        var sunday = run.teamsAsBegan(groups, SATURDAY.plusDays(1));
        var pooled = run.teamsAsBegan(List.of("network"), SATURDAY);
        fill(lake, Tables.ROSTER_PUBLISHED, List.of());
        assertEquals(List.of("north"), saturday.of("op1"));
        assertEquals(List.of("south"), sunday.of("op1"), "the version of Saturday morning");
        assertEquals(List.of("network"), pooled.of("op1"));
    }

    private static PublishedRosterRow published(int version, Instant when, String operator) {
        return published(version, when, operator, null);
    }

    private static PublishedRosterRow published(int version, Instant when, String operator, @Nullable String team) {
        return new PublishedRosterRow(
                MONDAY.minusWeeks(1), version, when, "anna", operator, NINE, NINE.plusSeconds(1800), "calls", team);
    }

    @Test
    void oneOperatorForTheNetworkMustHireAndTheSameSeedHiresTheSame(SparkSession spark) {
        var lake = new Lake(spark);
        var first = capacity(lake);
        assertEquals(6, first.size());
        assertEquals(LocalDate.of(2026, 4, 1), first.get(0).month());
        assertTrue(first.get(0).calls() > 0, first::toString);
        assertEquals(first, capacity(lake));
    }

    private static List<CapacityRow> capacity(Lake lake) {
        var run = new StageRun(lake, config(), MONDAY, "test", Path.of("reports"));
        new CapacityJob().run(run);
        assertEquals(1.0, run.metrics().get("operators"));
        return lake.read(Tables.CAPACITY).collectAsList().stream()
                .filter(row -> row.asOf().equals(MONDAY))
                .sorted(Comparator.comparing(CapacityRow::month))
                .toList();
    }

    private static double sum(ShortfallRow row) {
        return row.volume() + row.handlingTime() + row.absence() + row.adherence() + row.rest();
    }

    private static VigieConfig config() {
        return VigieConfig.parse(
                "staffing: { redial: 0 }\ncapacity: { months: 6, paths: 200 }",
                "test",
                List.of(
                        new Block("service", ServiceConfig.class),
                        new Block("staffing", StaffingConfig.class),
                        new Block("capacity", CapacityConfig.class)));
    }

    private static <R extends Record> void fill(Lake lake, Table<R> table, List<R> rows) {
        lake.replace(table, lake.spark().createDataset(rows, table.encoder()), "test");
    }

    private static ForecastRow forecast(LocalDate asOf, LocalDate day, double mean) {
        return new ForecastRow(
                asOf,
                "hour-of-week-regression",
                "network",
                "network",
                30,
                day.atTime(8, 0).toInstant(ZoneOffset.UTC),
                day,
                mean,
                0,
                0,
                0,
                0,
                mean,
                0,
                0,
                0,
                0,
                65);
    }

    private static LoadRow load(Instant start, long offered) {
        return new LoadRow(
                "network",
                "network",
                15,
                start,
                SATURDAY,
                offered,
                offered,
                offered,
                offered,
                0,
                0,
                0,
                0,
                0,
                0,
                20,
                0,
                0,
                0,
                0,
                offered,
                70.0 * offered,
                0,
                0,
                0,
                0,
                0);
    }
}
