package fr.vigie.jobs.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.spark.SharedSpark;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.spark.actions.SparkActions;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSpark.class)
class MaintenanceSparkTest {
    public record Row(LocalDate asOf, int number) {}

    private static final LocalDate DAY = LocalDate.of(2026, 3, 30);
    private static final Maintenance.Done NOTHING = new Maintenance.Done(0, 0, 0);

    @Test
    void manySmallFilesBecomeOneAndNothingElseChanges(SparkSession spark) {
        var lake = new Lake(spark);
        var table = table("kept_small", Table.Partition.NONE);
        append(lake, table, 30);
        var digest = lake.digest(table);
        var version = lake.version(table);
        var run = lake.runOf(table);

        assertEquals(30, maintenance(lake, table).run(Instant.now()).packed());

        assertEquals(1, files(lake, table));
        assertEquals(digest, lake.digest(table));
        assertEquals(version, lake.version(table));
        assertEquals(run, lake.runOf(table));
        assertEquals(NOTHING, maintenance(lake, table).run(Instant.now()));
    }

    @Test
    void aTableThatAnotherProgramPackedKeepsItsVersion(SparkSession spark) {
        var lake = new Lake(spark);
        var table = table("packed_elsewhere", Table.Partition.AS_OF);
        for (int number = 0; number < 6; number++) {
            lake.append(table, spark.createDataset(List.of(new Row(DAY, number)), table.encoder()), "a" + number);
        }
        lake.replace(table, spark.createDataset(List.of(new Row(DAY.plusDays(1), 7)), table.encoder()), "r", DAY);
        lake.append(table, spark.createDataset(List.of(new Row(DAY, 8)), table.encoder()), "b");
        var version = lake.version(table);
        SparkActions.get(spark)
                .rewriteDataFiles(lake.iceberg(table))
                .option("rewrite-all", "true")
                .execute();
        assertFalse(lake.iceberg(table).currentSnapshot().summary().containsKey(Lake.VERSION));
        assertEquals(version, lake.version(table));
        assertEquals(Optional.of("b"), lake.runOf(table));
    }

    @Test
    void aFileOrTwoADateAreLeftAlone(SparkSession spark) {
        var lake = new Lake(spark);
        var table = table("kept_by_date", Table.Partition.AS_OF);
        for (int day = 0; day < 26; day++) {
            var date = DAY.plusDays(day);
            lake.replace(table, spark.createDataset(List.of(new Row(date, day)), table.encoder()), "r" + day, date);
        }
        assertEquals(NOTHING, maintenance(lake, table).run(Instant.now()));
        assertEquals(26, files(lake, table));
    }

    @Test
    void oldSnapshotsAreForgottenButForTheLastHundred(SparkSession spark) {
        var lake = new Lake(spark);
        var table = table("kept_old", Table.Partition.NONE);
        append(lake, table, 1);
        for (int commit = 1; commit < 121; commit++) {
            lake.iceberg(table).newFastAppend().commit();
        }
        var digest = lake.digest(table);
        var nextWeek = Instant.now().plus(Duration.ofDays(8));
        var before = maintenance(lake, table).run(Instant.now());
        assertEquals(0, before.snapshots());

        var after = maintenance(lake, table).run(nextWeek);

        assertEquals(21, after.snapshots());
        assertEquals(100, snapshots(lake, table));
        assertEquals(digest, lake.digest(table));
        assertEquals(NOTHING, maintenance(lake, table).run(nextWeek));
    }

    @Test
    void aFileThatNoSnapshotKnowsIsRemovedOnceItIsOld(SparkSession spark) throws IOException {
        var lake = new Lake(spark);
        var table = table("kept_clean", Table.Partition.NONE);
        append(lake, table, 2);
        var data = Path.of(URI.create("file://" + lake.iceberg(table).location().replaceFirst("^file:/*", "/")))
                .resolve("data");
        var old = Files.writeString(data.resolve("left-by-a-dead-write.parquet"), "half");
        var young = Files.writeString(data.resolve("of-a-write-going-on.parquet"), "half");
        var now = Instant.now();
        Files.setLastModifiedTime(old, FileTime.from(now.minus(Duration.ofDays(4))));

        assertEquals(NOTHING, maintenance(lake, table).run(now.minus(Duration.ofDays(8))));
        assertEquals(new Maintenance.Done(0, 0, 1), maintenance(lake, table).run(now));

        assertFalse(Files.exists(old));
        assertTrue(Files.exists(young));
        assertEquals(2, lake.digest(table).rows());
    }

    private static Maintenance maintenance(Lake lake, Table<Row> table) {
        return new Maintenance(lake, List.of(table), table);
    }

    private static Table<Row> table(String name, Table.Partition partition) {
        return new Table<>(name, Row.class, partition, List.of());
    }

    private static void append(Lake lake, Table<Row> table, int commits) {
        for (int number = 0; number < commits; number++) {
            var rows = lake.spark().createDataset(List.of(new Row(DAY, number)), table.encoder());
            lake.append(table, rows.coalesce(1), "r" + number);
        }
    }

    private static int files(Lake lake, Table<Row> table) {
        return Integer.parseInt(lake.iceberg(table).currentSnapshot().summary().get("total-data-files"));
    }

    private static int snapshots(Lake lake, Table<Row> table) {
        int count = 0;
        for (var ignored : lake.iceberg(table).snapshots()) {
            count++;
        }
        return count;
    }
}
