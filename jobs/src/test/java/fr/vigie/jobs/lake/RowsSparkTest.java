package fr.vigie.jobs.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.spark.SharedSpark;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowsSparkTest {
    public record Line(
            LocalDate day,
            Instant startsAt,
            byte[] callerKey,
            double share,
            boolean open,
            @Nullable String note,
            List<String> keys) {}

    private static final Table<Line> TABLE = new Table<>("shown", Line.class, Table.Partition.NONE, List.of());
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant EIGHT = Instant.parse("2026-03-30T06:00:00Z");

    @BeforeAll
    void write(SparkSession spark) {
        var lines = List.of(
                new Line(LocalDate.of(2026, 3, 30), EIGHT, new byte[] {0, -1}, 0.5, true, null, List.of("a", "b")),
                new Line(
                        LocalDate.of(2026, 3, 31),
                        EIGHT.plusSeconds(86400),
                        new byte[] {1},
                        0.25,
                        false,
                        "x",
                        List.of()));
        new Lake(spark).replace(TABLE, spark.createDataset(lines, TABLE.encoder()), "r1");
    }

    @Test
    void aListIsJoinedInCsvAndAnArrayInJson(SparkSession spark) {
        assertEquals(
                List.of(
                        "day,starts_at,caller_key,share,open,note,keys",
                        "2026-03-30,2026-03-30T06:00:00Z,00ff,0.5,true,,a|b",
                        "2026-03-31,2026-03-31T06:00:00Z,01,0.25,false,x,"),
                print(spark, Rows::writeCsv));
        assertEquals(
                "{\"day\":\"2026-03-30\",\"starts_at\":\"2026-03-30T06:00:00Z\",\"caller_key\":\"00ff\",\"share\":0.5,"
                        + "\"open\":true,\"note\":null,\"keys\":[\"a\",\"b\"]}",
                print(spark, Rows::writeJson).get(0));
    }

    @Test
    void conditionsAreReadAsTheColumnsType(SparkSession spark) {
        for (var where : List.of(
                "day=2026-03-30",
                "starts_at=2026-03-30T06:00:00Z",
                "starts_at=2026-03-30T08:00:00+02:00",
                "starts_at=2026-03-30 08:00",
                "caller_key=00FF",
                "share=0.50",
                "open=true",
                "note=",
                "keys=b")) {
            var found = print(spark, Rows::writeCsv, where);
            assertEquals(2, found.size(), where);
            assertTrue(found.get(1).startsWith("2026-03-30,"), where);
        }
    }

    @Test
    void aValueThatIsNoneOfItsColumnIsRefused(SparkSession spark) {
        for (var where :
                List.of("day=monday", "starts_at=8", "caller_key=0g", "caller_key=0", "share=half", "open=yes")) {
            var refused = assertThrows(UserError.class, () -> print(spark, Rows::writeCsv, where));
            assertEquals(2, refused.exitCode());
            assertTrue(
                    String.valueOf(refused.getMessage()).startsWith(where + ": the column holds "),
                    refused::getMessage);
        }
    }

    @Test
    void aColumnThatIsMisspeltIsGuessed(SparkSession spark) {
        var refused = assertThrows(UserError.class, () -> print(spark, Rows::writeCsv, "start_at=8"));
        assertEquals("The table 'shown' has no column 'start_at'. Did you mean 'starts_at'?", refused.getMessage());
    }

    @Test
    void aLimitOfNothingLeavesTheHeader(SparkSession spark) {
        var lake = new Lake(spark);
        var out = new StringWriter();
        Rows.of(lake, TABLE, null, null, List.of(), 0, PARIS).writeCsv(new PrintWriter(out));
        assertEquals(1, out.toString().lines().count());
        var refused = assertThrows(UserError.class, () -> Rows.of(lake, TABLE, null, null, List.of(), -1, PARIS));
        assertEquals("--limit (-1) must not be negative.", refused.getMessage());
    }

    private static List<String> print(SparkSession spark, BiConsumer<Rows, PrintWriter> form, String... where) {
        var out = new StringWriter();
        form.accept(
                Rows.of(new Lake(spark), TABLE, null, null, List.of(where), null, PARIS), new PrintWriter(out, true));
        return out.toString().lines().toList();
    }
}
