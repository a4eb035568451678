package fr.vigie.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.jobs.lake.CallRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.SharedSpark;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSpark.class)
class IngestsSparkTest {
    private static CallRow call(String id, String practice, @Nullable Integer caller, String time, String outcome) {
        var at = Instant.parse("2026-03-30T" + time + "Z");
        return new CallRow(
                id,
                "calls",
                practice,
                null,
                caller == null ? null : new byte[] {caller.byteValue()},
                null,
                at,
                null,
                null,
                at.plusSeconds(30),
                0,
                null,
                outcome,
                null,
                null,
                null,
                null,
                null,
                1,
                LocalDate.of(2026, 3, 30));
    }

    private static Map<String, Integer> attempts(SparkSession spark, List<CallRow> calls) {
        Dataset<CallRow> rows = spark.createDataset(calls, Tables.CALL.encoder());
        return Ingests.withAttempts(rows, Duration.ofMinutes(60)).collectAsList().stream()
                .collect(Collectors.toMap(CallRow::callId, CallRow::attempt));
    }

    @Test
    void aRedialFollowsAnUnansweredCallOfTheSameCallerToTheSamePracticeWithinTheWindow(SparkSession spark) {
        var attempts = attempts(
                spark,
                List.of(
                        call("first", "P1", 1, "08:00:00", "abandoned"),
                        call("redial", "P1", 1, "08:10:00", "blocked"),
                        call("again", "P1", 1, "08:20:00", "answered"),
                        call("later", "P1", 1, "08:30:00", "answered"),
                        call("too-late", "P1", 1, "09:10:01", "answered"),
                        call("other-caller", "P1", 2, "08:01:00", "answered"),
                        call("other-practice", "P2", 1, "08:01:00", "answered"),
                        call("withheld", "P1", null, "08:02:00", "abandoned"),
                        call("withheld-again", "P1", null, "08:03:00", "answered")));
        assertEquals(1, attempts.get("first"));
        assertEquals(2, attempts.get("redial"));
        assertEquals(3, attempts.get("again"));
        assertEquals(3, attempts.get("later"), "the answered call adds nothing");
        assertEquals(1, attempts.get("too-late"));
        assertEquals(1, attempts.get("other-caller"));
        assertEquals(1, attempts.get("other-practice"));
        assertEquals(1, attempts.get("withheld-again"), "a withheld number is nobody's");
    }

    @Test
    void exactlyTheWindowIsStillWithinIt(SparkSession spark) {
        var attempts = attempts(
                spark,
                List.of(
                        call("first", "P1", 1, "08:00:00", "abandoned"),
                        call("on-the-minute", "P1", 1, "09:00:00", "answered")));
        assertEquals(2, attempts.get("on-the-minute"));
    }

    @Test
    void onlyWhatIsNewOrDiffersIsFresh(SparkSession spark) {
        var encoder = Tables.CALL.encoder();
        var existing = spark.createDataset(
                List.of(
                        call("same", "P1", 1, "08:00:00", "abandoned"),
                        call("changed", "P1", 1, "08:01:00", "abandoned"),
                        call("untouched", "P1", 1, "08:02:00", "answered")),
                encoder);
        var incoming = spark.createDataset(
                List.of(
                        call("same", "P1", 1, "08:00:00", "abandoned"),
                        call("changed", "P1", 1, "08:01:00", "answered"),
                        call("new", "P1", 1, "08:03:00", "answered")),
                encoder);
        var fresh = Ingests.fresh(incoming, existing, Tables.CALL);
        assertEquals(
                List.of("changed", "new"),
                fresh.collectAsList().stream().map(CallRow::callId).sorted().toList());
        var merged = Ingests.merged(fresh, existing, Tables.CALL).collectAsList();
        assertEquals(
                List.of("changed answered", "new answered", "same abandoned", "untouched answered"),
                merged.stream()
                        .map(c -> c.callId() + " " + c.outcome())
                        .sorted()
                        .toList());
    }
}
