package fr.vigie.jobs.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSpark.class)
class RecordEncoderSparkTest {
    public enum Colour {
        RED,
        BLUE
    }

    public record Point(int x, double y) {}

    public record Everything(
            int i,
            long l,
            double d,
            boolean b,
            @Nullable Integer maybeInt,
            @Nullable Double maybeDouble,
            @Nullable String text,
            byte @Nullable [] bytes,
            @Nullable Instant at,
            @Nullable LocalDate day,
            @Nullable Colour colour,
            @Nullable Point point,
            List<Point> points) {}

    public record Unknown(Map<String, String> map) {}

    @Test
    void everyComponentSurvivesTheTrip(SparkSession spark) {
        var row = new Everything(
                1,
                2L,
                0.5,
                true,
                3,
                null,
                "été",
                new byte[] {1, 2},
                Instant.parse("2026-10-25T00:30:00.123Z"),
                LocalDate.of(2026, 3, 29),
                Colour.BLUE,
                new Point(7, 8.5),
                List.of(new Point(1, 2), new Point(3, 4)));
        var encoder = RecordEncoder.of(Everything.class);
        var back = spark.createDataset(List.of(row), encoder)
                .repartition(2)
                .map((MapFunction<Everything, Everything>) r -> r, encoder)
                .collectAsList()
                .get(0);
        assertEquals(row.at(), back.at());
        assertEquals(row.day(), back.day());
        assertEquals(row.point(), back.point());
        assertEquals(row.points(), back.points());
        assertEquals(row.colour(), back.colour());
        assertEquals(row.text(), back.text());
        assertEquals(row.maybeInt(), back.maybeInt());
        assertNull(back.maybeDouble());
        assertArrayEquals(row.bytes(), back.bytes());
    }

    @Test
    void nullsStayNull(SparkSession spark) {
        var row = new Everything(0, 0, 0, false, null, null, null, null, null, null, null, null, List.of());
        var encoder = RecordEncoder.of(Everything.class);
        var back = spark.createDataset(List.of(row), encoder)
                .map((MapFunction<Everything, Everything>) r -> r, encoder)
                .collectAsList()
                .get(0);
        assertEquals(row, back);
    }

    @Test
    void aTypeWithoutEncoderIsNamed() {
        var error = assertThrows(IllegalArgumentException.class, () -> RecordEncoder.of(Unknown.class));
        assertEquals(true, error.getMessage().contains("Unknown.map"), error.getMessage());
    }
}
