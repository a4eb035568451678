package fr.vigie.jobs.backlog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.input.Activity;
import fr.vigie.input.Operator;
import fr.vigie.input.Shift;
import fr.vigie.input.Work;
import fr.vigie.input.WorkKind;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.lake.BacklogRow;
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
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An hour of a Monday: of work beside calls eight minutes are open, and eight come at ten, as on the Monday before. */
@ExtendWith(SharedSpark.class)
class BacklogJobSparkTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 2);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @BeforeEach
    void fillTables(SparkSession spark) {
        fill(
                spark,
                Tables.WORK,
                List.of(
                        work("open", AS_OF.minusDays(2), null, null, null),
                        work("weekly", AS_OF.minusWeeks(1), "10:35", "10:20", 8.0),
                        // Neither is expected: Tuesday's lines are closed, and a fortnight is longer ago than weeks are
                        // looked at.
                        work("closed", AS_OF.minusDays(6), "10:35", "10:20", 8.0),
                        work("old", AS_OF.minusWeeks(2), "10:35", "10:20", 100.0),
                        work("todays", AS_OF, null, null, null)));
        fill(spark, Tables.PRACTICE, List.<PracticeRow>of());
        fill(spark, Tables.OPERATOR, List.of(new Operator("a", null, 35.0, null, null, null, null, null, null)));
        fill(spark, Tables.SHIFT, List.of());
        fill(spark, Tables.ROSTER_PUBLISHED, List.of());
    }

    @Test
    void theQuietHalfHourTakesWhatIsOpenAndWhatComes(SparkSession spark) {
        fill(spark, Tables.SHIFT, List.of(new Shift("a", at(AS_OF, "10:30"), at(AS_OF, "10:45"), Activity.WORK)));
        fill(spark, Tables.STAFFING, List.of(staffing("10:00", 2, 3), staffing("10:30", 2, 2)));
        var rows = run(spark);
        assertEquals(2, rows.size());
        // One beyond the calls' need for half an hour, of which four fifths are worked; then a quarter that is planned
        // for work.
        assertRow(rows.get(0), 24, 16, 16, 0, 0);
        assertRow(rows.get(1), 15, 0, 0, 0, 0);
    }

    @Test
    void whereNobodyIsToSpareItSaysHowManyAreMissing(SparkSession spark) {
        fill(spark, Tables.STAFFING, List.of(staffing("10:00", 2, 2), staffing("10:30", 2, 1)));
        var rows = run(spark);
        assertRow(rows.get(0), 0, 16, 0, 16, 1);
        assertRow(rows.get(1), 0, 0, 0, 0, 0);
    }

    @Test
    void whereNobodyIsPlannedThereIsNothingToSay(SparkSession spark) {
        fill(spark, Tables.STAFFING, List.of(staffing("10:00", 2, null)));
        assertEquals(List.of(), run(spark));
    }

    private static void assertRow(
            BacklogRow row, double spare, double coming, double done, double late, int agentsToAdd) {
        assertEquals("network", row.group());
        assertEquals(spare, row.spareMinutes(), 1e-9);
        assertEquals(coming, row.comingMinutes(), 1e-9);
        assertEquals(done, row.doneMinutes(), 1e-9);
        assertEquals(late, row.lateMinutes(), 1e-9);
        assertEquals(agentsToAdd, row.agentsToAdd());
    }

    private static List<BacklogRow> run(SparkSession spark) {
        var config = VigieConfig.parse(
                "backlog: { weeks: 1, worked-share: 0.8 }",
                "test",
                List.of(new Block("service", ServiceConfig.class), new Block("backlog", BacklogConfig.class)));
        new BacklogJob().run(new StageRun(new Lake(spark), config, AS_OF, "test", Path.of("reports")));
        return new Lake(spark)
                .read(Tables.BACKLOG).collectAsList().stream()
                        .sorted(Comparator.comparing(BacklogRow::startsAt))
                        .toList();
    }

    private static <R extends Record> void fill(SparkSession spark, Table<R> table, List<R> rows) {
        new Lake(spark).replace(table, spark.createDataset(rows, table.encoder()), "test");
    }

    private static Instant at(LocalDate day, String clock) {
        return day.atTime(LocalTime.parse(clock)).atZone(PARIS).toInstant();
    }

    /** A mail that came at five past ten. */
    private static Work work(
            String id, LocalDate day, @Nullable String due, @Nullable String done, @Nullable Double minutes) {
        return new Work(
                id,
                "p1",
                WorkKind.MAIL,
                at(day, "10:05"),
                due == null ? null : at(day, due),
                done == null ? null : at(day, done),
                minutes);
    }

    private static StaffingRow staffing(String clock, int needed, @Nullable Integer planned) {
        return new StaffingRow(
                AS_OF,
                "network",
                at(AS_OF, clock),
                AS_OF,
                30,
                1.2,
                "erlang-a",
                needed,
                needed,
                0.85,
                12.0,
                0.02,
                0.6,
                planned,
                null,
                "answered");
    }
}
