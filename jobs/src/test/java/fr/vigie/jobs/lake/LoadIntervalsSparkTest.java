package fr.vigie.jobs.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.jobs.spark.SharedSpark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSpark.class)
class LoadIntervalsSparkTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void hoursBeginOnTheLocalHourWhereTheOffsetIsNotAWholeOne(SparkSession spark) {
        // Half past three in UTC is nine o'clock in Kolkata.
        assertEquals(
                Map.of("2026-03-30T02:30:00Z", 2L, "2026-03-30T03:30:00Z", 4L),
                arrivals(spark, "2026-03-30T03:00:00Z", 6, 60, ZoneId.of("Asia/Kolkata")));
        // Nepal is 5:45 ahead: 3:15 in UTC is nine o'clock there.
        assertEquals(
                Map.of("2026-03-30T03:15:00Z", 2L, "2026-03-30T03:45:00Z", 1L),
                arrivals(spark, "2026-03-30T03:15:00Z", 3, 30, ZoneId.of("Asia/Kathmandu")));
    }

    @Test
    void theHourThatAutumnRepeatsIsTwo(SparkSession spark) {
        assertEquals(
                Map.of("2026-10-24T23:00:00Z", 4L, "2026-10-25T00:00:00Z", 4L, "2026-10-25T01:00:00Z", 4L),
                arrivals(spark, "2026-10-24T23:00:00Z", 12, 60, PARIS));
    }

    @Test
    void hoursFollowOneAnotherOverTheOneThatSpringSkips(SparkSession spark) {
        assertEquals(
                Map.of("2026-03-29T00:00:00Z", 4L, "2026-03-29T01:00:00Z", 4L),
                arrivals(spark, "2026-03-29T00:00:00Z", 8, 60, PARIS));
    }

    @Test
    void halfAnHourThatAClockChangeAddsBelongsToTheHourBefore(SparkSession spark) {
        // Lord Howe Island: at 15:00 UTC the clock goes from two back to half past one.
        assertEquals(
                Map.of("2026-04-04T14:00:00Z", 6L, "2026-04-04T15:30:00Z", 2L),
                arrivals(spark, "2026-04-04T14:00:00Z", 8, 60, ZoneId.of("Australia/Lord_Howe")));
    }

    /** The arrivals of each interval by its start, of quarters with one call each. */
    private static Map<String, Long> arrivals(SparkSession spark, String from, int quarters, int minutes, ZoneId zone) {
        var rows = IntStream.range(0, quarters)
                .mapToObj(k -> row(Instant.parse(from).plusSeconds(900L * k), zone))
                .toList();
        var sums = new TreeMap<String, Long>();
        LoadIntervals.of(spark.createDataset(rows, Tables.LOAD.encoder()), minutes, zone)
                .collectAsList()
                .forEach(row -> {
                    assertEquals(minutes, row.intervalMinutes());
                    sums.put(row.startsAt().toString(), row.arrivals());
                });
        return sums;
    }

    private static LoadRow row(Instant start, ZoneId zone) {
        return new LoadRow(
                "network",
                "all",
                15,
                start,
                LocalDate.ofInstant(start, zone),
                1,
                1,
                1,
                1,
                0,
                0,
                0,
                0,
                0,
                0,
                1,
                0,
                0,
                0,
                0,
                1,
                60,
                50,
                10,
                5,
                5,
                1);
    }
}
