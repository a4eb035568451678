package fr.vigie.jobs.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.input.Event;
import fr.vigie.input.EventKind;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.RecordEncoder;
import fr.vigie.jobs.spark.SharedSpark;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSpark.class)
class IngestsSparkTest {
    private static Event event(String id, String name) {
        return new Event(id, LocalDate.of(2026, 3, 30), LocalDate.of(2026, 3, 31), EventKind.STRIKE, "all", name);
    }

    private static final List<Event> EXISTING =
            List.of(event("same", "a"), event("changed", "a"), event("untouched", "b"));

    private static Parsed parsed(long sequence, Record row) {
        return Parsed.kept(sequence, row, 0);
    }

    private static <R extends Record> Dataset<Row> fates(
            SparkSession spark, Table<R> table, List<R> existing, List<Parsed> parsed, @Nullable Instant purgedBefore) {
        return Ingests.fates(
                spark.createDataset(parsed, RecordEncoder.of(Parsed.class, "row", table.row())),
                spark.createDataset(existing, table.encoder()),
                table,
                purgedBefore);
    }

    private static List<String> said(Dataset<Row> fates, String... columns) {
        return fates
                .select(concat_ws(" ", Arrays.stream(columns).map(c -> col(c)).toArray(Column[]::new)))
                .as(Encoders.STRING())
                .collectAsList()
                .stream()
                .sorted()
                .toList();
    }

    @Test
    void everyRecordIsKeptOrADuplicateForAReason(SparkSession spark) {
        var read = List.of(
                parsed(1, event("same", "a")),
                parsed(2, event("changed", "a")),
                parsed(3, event("changed", "b")),
                parsed(4, event("new", "b")),
                parsed(5, event("new", "b")));
        var fates = fates(spark, Tables.EVENT, EXISTING, read, null);
        assertEquals(
                List.of("changed a superseded", "changed b kept", "new b kept", "new b superseded", "same a known"),
                said(fates, "eventId", "name", Ingests.FATE));
        var merged = Ingests.merged(
                Ingests.kept(fates, Tables.EVENT), spark.createDataset(EXISTING, Tables.EVENT.encoder()), Tables.EVENT);
        assertEquals(
                List.of("changed b", "new b", "same a", "untouched b"),
                merged.collectAsList().stream()
                        .map(e -> e.eventId() + " " + e.name())
                        .sorted()
                        .toList());
    }
}
