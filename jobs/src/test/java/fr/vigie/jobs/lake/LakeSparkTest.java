package fr.vigie.jobs.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fr.vigie.jobs.spark.SharedSpark;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSpark.class)
class LakeSparkTest {
    public record Row(LocalDate asOf, LocalDate localDate, String practiceId, @Nullable Instant startsAt, int over60) {}

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 30);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 31);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 4);

    private static Row row(LocalDate day, String practice) {
        return new Row(day, day, practice, Instant.parse("2026-03-30T05:00:00Z"), 7);
    }

    private static Table<Row> table(String name, Table.Partition partition) {
        return new Table<>(name, Row.class, partition, List.of());
    }

    @Test
    void aTableThatWasNeverWrittenIsEmpty(SparkSession spark) {
        var lake = new Lake(spark);
        var table = table("never", Table.Partition.NONE);
        assertEquals(0, lake.read(table).count());
        assertEquals("empty", lake.version(table));
        assertEquals(List.of("as_of", "local_date", "practice_id", "starts_at", "over_60"), table.columns());
    }

    public record LaterRow(
            LocalDate asOf,
            LocalDate localDate,
            String practiceId,
            @Nullable Instant startsAt,
            int over60,
            @Nullable String team) {}

    @Test
    void aTableOfAnOlderVersionHasItsNewColumnsEmptyAndGetsThemWithTheNextWrite(SparkSession spark) {
        var lake = new Lake(spark);
        var old = table("grown", Table.Partition.NONE);
        lake.append(old, spark.createDataset(List.of(row(MONDAY, "a")), old.encoder()), "r1");
        var grown = new Table<>("grown", LaterRow.class, Table.Partition.NONE, List.of());
        var first = row(MONDAY, "a");
        var empty = new LaterRow(first.asOf(), first.localDate(), "a", first.startsAt(), first.over60(), null);
        var version = lake.version(grown);
        assertEquals(List.of(empty), lake.read(grown).collectAsList());
        assertEquals(1, lake.digest(grown).rows());
        assertEquals(version, lake.version(grown), "reading changes nothing");
        var next = new LaterRow(first.asOf(), first.localDate(), "b", first.startsAt(), first.over60(), "north");
        lake.append(grown, spark.createDataset(List.of(next), grown.encoder()), "r2");
        assertEquals(
                List.of(empty, next), lake.read(grown).orderBy("practiceId").collectAsList());
    }

    @Test
    void aReplacementTouchesItsOwnDateOnly(SparkSession spark) {
        var lake = new Lake(spark);
        var table = table("by_date", Table.Partition.AS_OF);
        lake.replace(table, spark.createDataset(List.of(row(MONDAY, "a")), table.encoder()), "r1", MONDAY);
        lake.replace(table, spark.createDataset(List.of(row(TUESDAY, "b")), table.encoder()), "r2", TUESDAY);
        lake.replace(table, spark.createDataset(List.of(row(TUESDAY, "c")), table.encoder()), "r3", TUESDAY);
        var rows = lake.read(table).collectAsList();
        assertEquals(
                List.of("a", "c"), rows.stream().map(Row::practiceId).sorted().toList());
        assertEquals(Optional.of("r1"), lake.runOf(table, MONDAY));
        assertEquals(Optional.of("r3"), lake.runOf(table, TUESDAY));
        assertEquals(Optional.empty(), lake.runOf(table, MAY));
    }

    @Test
    void theVersionFollowsFromAllDatesAndNotFromTheLast(SparkSession spark) {
        var lake = new Lake(spark);
        var one = table("dates_one", Table.Partition.AS_OF);
        var other = table("dates_other", Table.Partition.AS_OF);
        put(lake, one, MONDAY, "r1");
        put(lake, one, TUESDAY, "r2");
        put(lake, other, MONDAY, "r0");
        put(lake, other, TUESDAY, "r2");
        var version = lake.version(one);
        assertNotEquals(version, lake.version(other));
        put(lake, one, MONDAY, "r1");
        assertEquals(version, lake.version(one));
        put(lake, other, MONDAY, "r1");
        assertEquals(version, lake.version(other));
    }

    private static void put(Lake lake, Table<Row> table, LocalDate day, String run) {
        lake.replace(table, lake.spark().createDataset(List.of(row(day, run)), table.encoder()), run, day);
    }

    @Test
    void replacedPartitionsAreThoseOfTheRows(SparkSession spark) {
        var lake = new Lake(spark);
        var table = table("by_month", Table.Partition.MONTH);
        lake.append(table, spark.createDataset(List.of(row(MONDAY, "a"), row(MAY, "m")), table.encoder()), "r1");
        var first = lake.version(table);
        lake.replacePartitions(table, spark.createDataset(List.of(row(TUESDAY, "b")), table.encoder()), "r2");
        assertEquals(
                List.of("b", "m"),
                lake.read(table).collectAsList().stream()
                        .map(Row::practiceId)
                        .sorted()
                        .toList());
        assertNotEquals(first, lake.version(table));
    }

    @Test
    void theDigestTakenWhileWritingIsTheTables(SparkSession spark) {
        var lake = new Lake(spark);
        var table = table("digested", Table.Partition.NONE);
        var rows = List.of(row(MONDAY, "a"), row(TUESDAY, "b"), row(MAY, "c"));
        var two = lake.replace(table, spark.createDataset(rows, table.encoder()).repartition(2), "r1");
        var five =
                lake.replace(table, spark.createDataset(rows, table.encoder()).repartition(5), "r2");
        assertEquals(two, five);
        assertEquals(two, lake.digest(table));
    }
}
