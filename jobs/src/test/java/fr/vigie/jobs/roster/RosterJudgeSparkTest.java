package fr.vigie.jobs.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.input.Activity;
import fr.vigie.input.Operator;
import fr.vigie.input.Shift;
import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.SharedSpark;
import fr.vigie.roster.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was published of the weeks after a week binds whoever plans it anew. */
@ExtendWith(SharedSpark.class)
class RosterJudgeSparkTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 16);
    private static final LocalDate SUNDAY = MONDAY.minusDays(1);
    private static final Shift EARLY = piece(MONDAY, "06:00", "07:30", Activity.CALLS);
    private static final Shift LATE = piece(SUNDAY, "21:00", "22:30", Activity.CALLS);

    private static Shift piece(LocalDate day, String from, String until, Activity activity) {
        return new Shift("op1", at(day, from), at(day, until), activity);
    }

    private static Instant at(LocalDate day, String clock) {
        return day.atTime(LocalTime.parse(clock)).atZone(PARIS).toInstant();
    }

    private static void fill(Lake lake, Shift... shifts) {
        lake.replace(Tables.SHIFT, lake.spark().createDataset(List.of(shifts), Tables.SHIFT.encoder()), "test");
    }

    @BeforeEach
    void publishNextWeek(SparkSession spark) {
        var lake = new Lake(spark);
        var operator = new Operator("op1", null, 35.0, LocalDate.of(2020, 1, 1), null, null, null, null, null);
        lake.replace(Tables.OPERATOR, lake.spark().createDataset(List.of(operator), Tables.OPERATOR.encoder()), "test");
        fill(lake);
        forget(spark);
        new RosterBook(lake).append(MONDAY, List.of(EARLY), Map.of(), at(SUNDAY.minusDays(9), "08:00"), "Ana", null);
    }

    @AfterEach
    void forget(SparkSession spark) {
        var lake = new Lake(spark);
        lake.replace(
                Tables.ROSTER_PUBLISHED,
                lake.spark().createDataset(List.of(), Tables.ROSTER_PUBLISHED.encoder()),
                "test");
    }

    private static List<String> told(SparkSession spark, Shift... roster) {
        var config = VigieConfig.parse(
                "service: { opening-hours: { sunday: ['07:00-23:00'], monday: ['06:00-19:00'] } }",
                "test",
                List.of(new Block("service", ServiceConfig.class), new Block("roster", RosterConfig.class)));
        return new RosterJudge(new Lake(spark), config.block(ServiceConfig.class), config.block(RosterConfig.class))
                .violations(List.of(roster)).stream().map(Violation::toString).toList();
    }

    @Test
    void aLateSundayBeforeAnEarlyMondayPublishedIsRefused(SparkSession spark) {
        var rest = "op1 on 2026-03-16: 7 h 30 of rest before (at-least-11-hours-of-daily-rest, C. trav. L3131-1)";
        assertEquals(List.of(rest), told(spark, LATE));
        assertEquals(List.of(), told(spark, piece(SUNDAY, "17:30", "19:00", Activity.CALLS)));
        assertEquals(List.of(rest), told(spark, LATE, EARLY), "told once");
    }

    @Test
    void aMondayGivenUpBindsNobody(SparkSession spark) {
        assertEquals(
                List.of(),
                told(spark, LATE, piece(MONDAY, "10:00", "11:30", Activity.CALLS)),
                "the week after is planned anew with it");
        fill(new Lake(spark), piece(MONDAY, "00:00", "12:00", Activity.ABSENCE));
        assertEquals(List.of(), told(spark, LATE), "an absence told since");
    }
}
