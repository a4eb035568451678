package fr.vigie.jobs.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.input.Instruction;
import fr.vigie.input.InstructionKind;
import fr.vigie.input.Observation;
import fr.vigie.input.ObservationKind;
import fr.vigie.input.Presence;
import fr.vigie.input.PresenceState;
import fr.vigie.input.Review;
import fr.vigie.jobs.RunLog;
import fr.vigie.jobs.lake.Decisions;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.RejectRow;
import fr.vigie.jobs.lake.RunRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.SharedSpark;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is as old as the limit stays, and what is a day older goes, by the service's days and not UTC's. */
@ExtendWith(SharedSpark.class)
class PurgeSparkTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate AS_OF = LocalDate.of(2026, 7, 1);
    private static final int DAYS = 90;

    /** Midnight in Paris is 22:00 of the day before. */
    private static final Instant LAST_OF_THE_DAY_BEFORE = Instant.parse("2026-04-01T21:59:59Z");

    private static final Instant FIRST_OF_THE_LIMIT = Instant.parse("2026-04-01T22:00:00Z");
    private static final Instant DAY_AFTER = Instant.parse("2026-04-03T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void removesPresenceAndEmptiesTextsThatAreOlderThanTheirLimit(SparkSession shared) {
        var spark = shared.newSession();
        spark.conf().set("spark.sql.catalog.lake.warehouse", folder.toString());
        var lake = new Lake(spark);
        write(
                lake,
                Tables.PRESENCE,
                List.of(presence(LAST_OF_THE_DAY_BEFORE), presence(FIRST_OF_THE_LIMIT), presence(DAY_AFTER)));
        write(
                lake,
                Tables.OBSERVATION,
                List.of(
                        observation("old", LAST_OF_THE_DAY_BEFORE),
                        observation("limit", FIRST_OF_THE_LIMIT),
                        observation("new", DAY_AFTER)));
        write(
                lake,
                Tables.REVIEW,
                List.of(
                        review("old", LAST_OF_THE_DAY_BEFORE),
                        review("limit", FIRST_OF_THE_LIMIT),
                        review("new", DAY_AFTER)));
        write(
                lake,
                Tables.INSTRUCTION,
                List.of(
                        instruction("old", LAST_OF_THE_DAY_BEFORE),
                        instruction("limit", FIRST_OF_THE_LIMIT),
                        instruction("open", null)));

        write(
                lake,
                Tables.CALL_REJECTED,
                List.of(reject("old", 1), reject("old", 2), reject("limit", 1), reject("not-logged", 1)));
        RunLog.of(lake).append(List.of(run("old", LAST_OF_THE_DAY_BEFORE), run("limit", LAST_OF_THE_DAY_BEFORE)));
        RunLog.of(lake).append(List.of(run("limit", FIRST_OF_THE_LIMIT)));

        var limits = new RetentionConfig(Duration.ofDays(DAYS), Duration.ofDays(DAYS), Duration.ofDays(DAYS));
        var removed = new Purge(lake, limits, PARIS)
                .run(AS_OF, "test", Clock.fixed(Instant.parse("2026-07-01T10:00:00Z"), PARIS));

        assertEquals(
                Map.of(
                        "call",
                        0L,
                        "call_rejected",
                        3L,
                        "presence",
                        1L,
                        "observation.note",
                        1L,
                        "instruction.note",
                        1L,
                        "review.text",
                        1L),
                removed.stream().collect(Collectors.toMap(Purge.Removed::what, Purge.Removed::rows)));
        removed.forEach(what -> assertEquals(LocalDate.of(2026, 4, 2), what.before(), what.what()));
        assertEquals(
                List.of(FIRST_OF_THE_LIMIT, DAY_AFTER),
                lake.read(Tables.PRESENCE).collectAsList().stream()
                        .map(Presence::startsAt)
                        .sorted()
                        .toList());
        assertEquals(
                List.of("limit said", "new said", "old null"),
                lake.read(Tables.OBSERVATION).collectAsList().stream()
                        .map(row -> row.observationId() + " " + row.note())
                        .sorted()
                        .toList());
        assertEquals(
                List.of("limit said", "new said", "old null"),
                lake.read(Tables.REVIEW).collectAsList().stream()
                        .map(row -> row.reviewId() + " " + row.text())
                        .sorted()
                        .toList());
        assertEquals(
                List.of("limit said", "old null", "open said"),
                lake.read(Tables.INSTRUCTION).collectAsList().stream()
                        .map(row -> row.practiceId() + " " + row.note())
                        .sorted()
                        .toList());
        assertEquals(
                List.of("limit"),
                lake.read(Tables.CALL_REJECTED).collectAsList().stream()
                        .map(RejectRow::content)
                        .sorted()
                        .toList());
        var audit = new Decisions(lake).all();
        assertEquals("purge begun", audit.get(0).action());
        assertEquals(removed.size() + 2, audit.size(), "begun, each, and the end");
        assertEquals(Set.of(1L), Decisions.unfinished(audit.subList(0, audit.size() - 1)));
        assertEquals(Set.of(), Decisions.unfinished(audit));
        assertEquals(Optional.empty(), Decisions.firstBroken(audit));
    }

    private static RejectRow reject(String content, int line) {
        return new RejectRow("exchange", "calls", ".", "x.csv", line, null, "bad-value", "", content);
    }

    private static RunRow run(String content, Instant at) {
        var inputs = "{\"files\":[\"./x.csv %s\"],\"source\":\"exchange\"}".formatted(content);
        return new RunRow("id", "ingest", "1", null, "{}", inputs, "{}", "{}", "{}", "{}", at, at);
    }

    private static <R extends Record> void write(Lake lake, Table<R> table, List<R> rows) {
        lake.rewrite(table, lake.spark().createDataset(rows, table.encoder()), "test");
    }

    private static Presence presence(Instant startsAt) {
        return new Presence("O1", startsAt, startsAt.plusSeconds(60), PresenceState.AVAILABLE);
    }

    private static Observation observation(String id, Instant observedAt) {
        return new Observation(id, "P1", null, observedAt, "O1", ObservationKind.OTHER, "said");
    }

    private static Review review(String id, Instant postedAt) {
        return new Review(id, "P1", postedAt, 3, "said", null, null);
    }

    private static Instruction instruction(String practice, @Nullable Instant validUntil) {
        return new Instruction(
                practice,
                null,
                Instant.parse("2025-01-01T00:00:00Z"),
                validUntil,
                InstructionKind.MESSAGE_ONLY,
                "said");
    }
}
