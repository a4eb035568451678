package fr.vigie.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.input.Event;
import fr.vigie.input.EventKind;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.SharedSpark;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSpark.class)
class IngestsSparkTest {
    private static Event event(String id, String name) {
        return new Event(id, LocalDate.of(2026, 3, 30), LocalDate.of(2026, 3, 31), EventKind.STRIKE, "all", name);
    }

    @Test
    void onlyWhatIsNewOrDiffersIsFresh(SparkSession spark) {
        var encoder = Tables.EVENT.encoder();
        var existing = spark.createDataset(
                List.of(event("same", "a"), event("changed", "a"), event("untouched", "b")), encoder);
        var incoming =
                spark.createDataset(List.of(event("same", "a"), event("changed", "b"), event("new", "b")), encoder);
        var fresh = Ingests.fresh(incoming, existing, Tables.EVENT);
        assertEquals(
                List.of("changed", "new"),
                fresh.collectAsList().stream().map(Event::eventId).sorted().toList());
        var merged = Ingests.merged(fresh, existing, Tables.EVENT).collectAsList();
        assertEquals(
                List.of("changed b", "new b", "same a", "untouched b"),
                merged.stream().map(e -> e.eventId() + " " + e.name()).sorted().toList());
    }
}
