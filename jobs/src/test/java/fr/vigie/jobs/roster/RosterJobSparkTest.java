package fr.vigie.jobs.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.RosterRow;
import fr.vigie.jobs.lake.StaffingRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.SharedSpark;
import fr.vigie.roster.Employee;
import fr.vigie.roster.LabourProfile;
import fr.vigie.roster.RosterCheck;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSpark.class)
class RosterJobSparkTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String STEPS = "roster: { steps: 2000, dives: 0 }";
    private static final LocalDate THURSDAY = LocalDate.of(2026, 3, 5);
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 20);

    @BeforeAll
    static void fillStaffing(SparkSession spark) {
        var rows = new ArrayList<>(need(THURSDAY));
        rows.addAll(need(JULY));
        fill(new Lake(spark), Tables.STAFFING, rows);
    }

    @Test
    void theFirstFullWeekIsRosteredLegally(SparkSession spark) {
        var rows = run(spark, operators(null), List.of(), "roster: { steps: 2000, dives: 1 }");
        assertFalse(rows.isEmpty());
        assertTrue(rows.stream().allMatch(row -> row.week().equals(MONDAY)));
        assertTrue(rows.stream().allMatch(row -> List.of("calls", "break").contains(row.activity())));
        var pieces = rows.stream()
                .map(row -> new Shift(
                        row.operatorId(),
                        row.startsAt(),
                        row.endsAt(),
                        Activity.valueOf(row.activity().toUpperCase(Locale.ROOT))))
                .toList();
        var employees = IntStream.rangeClosed(1, 8)
                .mapToObj(i -> new Employee("op" + i, 35 * 60))
                .toList();
        assertEquals(
                List.of(),
                new RosterCheck(LabourProfile.IDCC_2098_CENTRES_APPELS, PARIS, DayOfWeek.MONDAY)
                        .violations(employees, pieces, MONDAY, MONDAY.plusWeeks(1)));
    }

    @Test
    void theWeekBeginsOnTheServicesDay(SparkSession spark) {
        var rows = run(spark, operators(null), List.of(), STEPS + "\nservice: { week-start: sunday }");
        assertFalse(rows.isEmpty());
        assertTrue(rows.stream().allMatch(row -> row.week().equals(MONDAY.minusDays(1))));
        var days = rows.stream()
                .map(row -> LocalDate.ofInstant(row.startsAt(), PARIS))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(MONDAY, days.first());
        assertEquals(MONDAY.plusDays(5), days.last());
    }

    @Test
    void theSameInputGivesTheSameRoster(SparkSession spark) {
        assertEquals(run(spark, operators(null), List.of()), run(spark, operators(null), List.of()));
    }

    @Test
    void whoIsAbsentOrHasLeftIsNotRostered(SparkSession spark) {
        var absence = new Shift(
                "op1",
                MONDAY.atTime(8, 0).atZone(PARIS).toInstant(),
                MONDAY.plusDays(1).atTime(16, 0).atZone(PARIS).toInstant(),
                Activity.ABSENCE);
        var rows = run(spark, operators(MONDAY.minusDays(2)), List.of(absence));
        var days = rows.stream()
                .filter(row -> row.operatorId().equals("op1"))
                .map(row -> LocalDate.ofInstant(row.startsAt(), PARIS))
                .collect(Collectors.toSet());
        assertFalse(days.isEmpty());
        assertTrue(days.stream().noneMatch(day -> day.isBefore(MONDAY.plusDays(2))), days::toString);
        assertTrue(rows.stream().noneMatch(row -> row.operatorId().equals("op8")));
    }

    @Test
    void overtimeSinceNewYearCountsThoughItIsMoreThanAQuarterAgo(SparkSession spark) {
        // Ten weeks of seven hours of overtime since the fifth of January: none is left.
        var overtime = new ArrayList<Shift>();
        for (int week = 0; week < 10; week++) {
            for (int day = 0; day < 6; day++) {
                var seven = LocalDate.of(2026, 1, 5)
                        .plusWeeks(week)
                        .plusDays(day)
                        .atTime(7, 0)
                        .atZone(PARIS);
                overtime.add(
                        new Shift("op1", seven.toInstant(), seven.plusHours(7).toInstant(), Activity.CALLS));
            }
        }
        var lake = new Lake(spark);
        fill(
                lake,
                Tables.OPERATOR,
                List.of(new Operator("op1", null, 40.0, LocalDate.of(2020, 1, 1), null, null, null, null, null)));
        fill(lake, Tables.SHIFT, overtime);
        var run = new StageRun(lake, config(STEPS), JULY, "test", Path.of("reports"));
        new RosterJob().run(run);
        assertEquals(5.0, run.metrics().get("hours-unplanned"));
        var settings = config(STEPS);
        var judge = new RosterJudge(lake, settings.block(ServiceConfig.class), settings.block(RosterConfig.class));
        assertEquals(35 * 60, judge.employees(JULY).get(0).mostMinutes(), "whoever judges knows the same");
    }

    @Test
    void whatIsMissingIsSaid(SparkSession spark) {
        var lake = new Lake(spark);
        fill(lake, Tables.OPERATOR, operators(null).subList(0, 1));
        fill(lake, Tables.SHIFT, List.of());
        var run = new StageRun(lake, config(STEPS), THURSDAY, "test", Path.of("reports"));
        new RosterJob().run(run);
        // Six days of twelve hours need four at a time; one has 35 hours, two hours of paid breaks in them.
        assertEquals(1.0, run.metrics().get("operators"));
        assertEquals(0.0, run.metrics().get("hours-unplanned"));
        assertEquals(6 * 48 * 4 - 33 * 4.0, run.metrics().getOrDefault("quarters-under", 0.0), 4);
    }

    @Test
    void whereNobodyCanBePlannedTheRosterMadeBeforeStays(SparkSession spark) {
        var before = run(spark, operators(null), List.of());
        var refused = assertThrows(UserError.class, () -> run(spark, List.of(), List.of()));
        assertTrue(refused.getMessage().contains("the roster made before stays"), refused.getMessage());
        assertEquals(before, roster(new Lake(spark)));
    }

    @Test
    void withoutStaffingThereIsNoRosterAndTheLineSaysWhy(SparkSession spark) {
        var run = new StageRun(new Lake(spark), config(STEPS), THURSDAY.plusDays(1), "test", Path.of("reports"));
        var error = assertThrows(UserError.class, () -> new RosterJob().run(run));
        assertEquals(1, error.exitCode());
        assertTrue(
                String.valueOf(error.getMessage()).startsWith("There is no staffing of 2026-03-06"), error::getMessage);
    }

    private static List<RosterRow> run(SparkSession spark, List<Operator> operators, List<Shift> shifts) {
        return run(spark, operators, shifts, STEPS);
    }

    private static List<RosterRow> run(
            SparkSession spark, List<Operator> operators, List<Shift> shifts, String settings) {
        var lake = new Lake(spark);
        fill(lake, Tables.OPERATOR, operators);
        fill(lake, Tables.SHIFT, shifts);
        new RosterJob().run(new StageRun(lake, config(settings), THURSDAY, "test", Path.of("reports")));
        return roster(lake);
    }

    private static VigieConfig config(String settings) {
        var job = new RosterJob();
        return VigieConfig.parse(
                settings,
                "test",
                List.of(new Block("service", ServiceConfig.class), new Block(job.noun(), job.configuration())));
    }

    private static List<RosterRow> roster(Lake lake) {
        return lake.read(Tables.ROSTER).collectAsList().stream()
                .sorted(Comparator.comparing(RosterRow::operatorId).thenComparing(RosterRow::startsAt))
                .toList();
    }

    /** Ten days of need, from the date of the forecast on. */
    private static List<StaffingRow> need(LocalDate asOf) {
        var rows = new ArrayList<StaffingRow>();
        for (var day = asOf; day.isBefore(asOf.plusDays(14)); day = day.plusDays(1)) {
            for (int half = 0; half < 24 && day.getDayOfWeek().getValue() < 7; half++) {
                var start =
                        day.atTime(7, 0).plusMinutes(30L * half).atZone(PARIS).toInstant();
                rows.add(Needed.halfHour(asOf, "network", start, day, 3));
            }
        }
        return rows;
    }

    private static List<Operator> operators(@Nullable LocalDate lastLeftOn) {
        return IntStream.rangeClosed(1, 8)
                .mapToObj(i -> new Operator(
                        "op" + i,
                        null,
                        35.0,
                        LocalDate.of(2020, 1, 1),
                        null,
                        i == 8 ? lastLeftOn : null,
                        null,
                        null,
                        null))
                .toList();
    }

    private static <R extends Record> void fill(Lake lake, Table<R> table, List<R> rows) {
        lake.replace(table, lake.spark().createDataset(rows, table.encoder()), "test");
    }
}
