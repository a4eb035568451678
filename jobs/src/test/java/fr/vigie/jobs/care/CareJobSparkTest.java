package fr.vigie.jobs.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.Operator;
import fr.vigie.input.Presence;
import fr.vigie.input.PresenceState;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.lake.CallRow;
import fr.vigie.jobs.lake.CareRow;
import fr.vigie.jobs.lake.Lake;
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
import java.util.Objects;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two hours of a morning. North is a, b and c, ready from ten to noon; each call below is from being answered to the end of its
 * wrap-up:
 *
 * <pre>
 * a  10:00–10:18 (no slot)  10:18–10:36  10:36–10:54             11:30–11:40
 * b  10:00–10:30            10:30:30–10:59:30, half a minute after the one before
 * c  10:00–10:55                                                 11:00–11:20 (urgent)
 * </pre>
 *
 * <p>South is d and e: too few.
 */
@ExtendWith(SharedSpark.class)
class CareJobSparkTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 3);
    private static final LocalDate DAY = AS_OF.minusDays(1);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String RULES = "care: { weeks: 1, pause: 60s, ceiling: 0.88, fewest: 3 }";
    private static final int WRAP_SECONDS = 30;

    @BeforeEach
    void fillTables(SparkSession spark) {
        fill(
                spark,
                Tables.CALL,
                List.of(
                        call("a", DAY, "10:00:00", "10:18:00", "booking", "no_slot"),
                        call("a", DAY, "10:18:00", "10:36:00", "booking", "booked"),
                        call("a", DAY, "10:36:00", "10:54:00", "booking", "booked"),
                        call("a", DAY, "11:30:00", "11:40:00", "booking", "booked"),
                        call("b", DAY, "10:00:00", "10:30:00", "booking", "booked"),
                        call("b", DAY, "10:30:30", "10:59:30", "change", "moved"),
                        call("c", DAY, "10:00:00", "10:55:00", "booking", "booked"),
                        call("c", DAY, "11:00:00", "11:20:00", "urgent", "transferred"),
                        call("d", DAY, "10:00:00", "10:30:00", "booking", "no_slot"),
                        call("e", DAY, "10:00:00", "10:30:00", "booking", "no_slot"),
                        // None of these counts: the run's own day, before the week looked back on, and nobody's.
                        call("a", AS_OF, "10:00:00", "12:00:00", "urgent", "transferred"),
                        call("a", AS_OF.minusDays(8), "10:00:00", "12:00:00", "urgent", "transferred"),
                        call(null, DAY, "10:00:00", "12:00:00", "urgent", "transferred")));
        var presence = new ArrayList<Presence>();
        for (var operator : List.of("a", "b", "c", "d", "e")) {
            presence.add(seen(operator, DAY, "10:00:00", "12:00:00", PresenceState.AVAILABLE));
            presence.add(seen(operator, DAY, "12:00:00", "13:00:00", PresenceState.PAUSED));
            presence.add(seen(operator, AS_OF, "10:00:00", "12:00:00", PresenceState.AVAILABLE));
        }
        fill(spark, Tables.PRESENCE, presence);
        fill(
                spark,
                Tables.OPERATOR,
                List.of(
                        operator("a", "north"),
                        operator("b", "north"),
                        operator("c", "north"),
                        operator("d", "south"),
                        operator("e", "south")));
    }

    @Test
    void theDayIsTheOneReckonedByHand(SparkSession spark) {
        var all = row(run(spark), "north", null);
        assertEquals(AS_OF, all.asOf());
        assertEquals(3, all.operatorDays());
        // Busy 54 + 59 + 55 minutes before eleven and 10 + 20 after, of three times two hours.
        assertEquals(198 / 360.0, value(all.occupancy()), 1e-9);
        assertEquals(6, value(all.readyHours()), 1e-9);
        // Of eight calls one found no slot and one was urgent.
        assertEquals(2 / 8.0, value(all.hardCalls()), 1e-9);
        // Longest runs of 54, 59.5 (half a minute is no pause) and 55 minutes.
        assertEquals(55, value(all.typicalRunMinutes()), 1e-9);
        assertEquals(59.5, value(all.longRunMinutes()), 1e-9);
        // Three, two and one in a row.
        assertEquals(2, value(all.typicalCallsInARow()), 1e-9);
        assertEquals(3, value(all.longCallsInARow()), 1e-9);
        // From ten to eleven all three were 168 minutes of 180 busy, above 0.88.
        assertEquals(3, value(all.hoursOverCeiling()), 1e-9);
    }

    @Test
    void hoursAreThoseOfTheClock(SparkSession spark) {
        var rows = run(spark);
        assertEquals(168 / 180.0, value(row(rows, "north", 10).occupancy()), 1e-9);
        assertEquals(1 / 6.0, value(row(rows, "north", 10).hardCalls()), 1e-9);
        assertEquals(30 / 180.0, value(row(rows, "north", 11).occupancy()), 1e-9);
        assertNull(row(rows, "north", 11).hardCalls(), "two took calls then: too few");
    }

    @Test
    void aTeamOfFewHasNoFigureAndNobodyIsNamed(SparkSession spark) {
        var rows = run(spark);
        assertEquals(
                List.of("north", "north", "north", "south"),
                rows.stream().map(CareRow::team).toList());
        assertEquals(
                new CareRow(AS_OF, "south", null, null, null, null, null, null, null, null, null, null),
                row(rows, "south", null));
    }

    @Test
    void whoComesToASmallTeamMakesItOneToSpeakOf(SparkSession spark) {
        fill(
                spark,
                Tables.OPERATOR,
                List.of(
                        operator("a", "north"),
                        operator("b", "north"),
                        operator("c", "south"),
                        operator("d", "south"),
                        operator("e", "south")));
        var rows = run(spark);
        assertNull(row(rows, "north", null).occupancy());
        // 55 + 20 + 30 + 30 minutes of six hours; three of four calls were hard.
        assertEquals(135 / 360.0, value(row(rows, "south", null).occupancy()), 1e-9);
        assertEquals(3 / 4.0, value(row(rows, "south", null).hardCalls()), 1e-9);
    }

    @Test
    void theTeamsWithheldAreCounted(SparkSession spark) {
        var run = stage(spark);
        new CareJob().run(run);
        assertEquals(1.0, run.metrics().get("teams-withheld"));
    }

    private static StageRun stage(SparkSession spark) {
        var config = VigieConfig.parse(
                RULES, "test", List.of(new Block("service", ServiceConfig.class), new Block("care", CareConfig.class)));
        return new StageRun(new Lake(spark), config, AS_OF, "test", Path.of("reports"));
    }

    private static List<CareRow> run(SparkSession spark) {
        new CareJob().run(stage(spark));
        return new Lake(spark)
                .read(Tables.CARE).collectAsList().stream()
                        .sorted(Comparator.comparing(CareRow::team)
                                .thenComparing(CareRow::hour, Comparator.nullsFirst(Comparator.naturalOrder())))
                        .toList();
    }

    private static CareRow row(List<CareRow> rows, String team, @Nullable Integer hour) {
        var found = rows.stream()
                .filter(row -> row.team().equals(team) && Objects.equals(row.hour(), hour))
                .toList();
        assertTrue(found.size() == 1, rows::toString);
        return found.get(0);
    }

    private static <R extends Record> void fill(SparkSession spark, Table<R> table, List<R> rows) {
        new Lake(spark).replace(table, spark.createDataset(rows, table.encoder()), "test");
    }

    private static Operator operator(String id, String skills) {
        return new Operator(id, null, 35.0, null, null, null, null, skills, null);
    }

    private static Instant at(LocalDate day, String clock) {
        return day.atTime(LocalTime.parse(clock)).atZone(PARIS).toInstant();
    }

    private static Presence seen(String operator, LocalDate day, String from, String until, PresenceState state) {
        return new Presence(operator, at(day, from), at(day, until), state);
    }

    private static CallRow call(
            @Nullable String operator, LocalDate day, String from, String until, String request, String disposition) {
        return new CallRow(
                operator + " " + day + " " + from,
                "test",
                "p1",
                null,
                null,
                null,
                at(day, from),
                null,
                at(day, from),
                at(day, until).minusSeconds(WRAP_SECONDS),
                WRAP_SECONDS,
                operator,
                "answered",
                request,
                disposition,
                null,
                null,
                "operator",
                null,
                1,
                day);
    }

    private static double value(@Nullable Double figure) {
        return Objects.requireNonNull(figure);
    }
}
