package fr.vigie.jobs.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.SharedSpark;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSpark.class)
class PastSparkTest {
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate AS_OF = FROM.plusDays(90);

    /** Days on which a practice calls, and how often. */
    private static Stream<LoadRow> calls(String practice, LocalDate from, int days, int calls) {
        return from.datesUntil(from.plusDays(days))
                .map(day -> QuarterLoad.of(
                        "practice",
                        practice,
                        day.atTime(9, 0).atZone(ZoneId.of("Europe/Paris")).toInstant(),
                        day,
                        calls));
    }

    private static PracticeRow practice(String id, @Nullable LocalDate since, @Nullable LocalDate until) {
        return new PracticeRow(id, id, "35000", null, since, until, null, null, null, null, List.of());
    }

    @Test
    void callsStandBesideWhatTheRegisterSays(SparkSession spark) {
        var since = FROM.plusDays(70);
        var until = FROM.plusDays(39);
        var load = Stream.of(
                        calls("tested", FROM.plusDays(50), 2, 1),
                        calls("tested", since, 20, 4),
                        calls("gone-on", FROM, 90, 3),
                        calls("unregistered", FROM.plusDays(10), 80, 2),
                        calls("unregistered", FROM.minusDays(5), 5, 9),
                        calls("unregistered", AS_OF, 5, 9),
                        calls("mute", FROM, 90, 0))
                .flatMap(rows -> rows)
                .toList();
        var past = Past.of(
                spark.createDataset(load, Tables.LOAD.encoder()),
                spark.createDataset(
                        List.of(practice("tested", since, null), practice("gone-on", FROM, until)),
                        Tables.PRACTICE.encoder()),
                "firstAttempts",
                FROM,
                AS_OF);
        var last = AS_OF.minusDays(1);
        assertEquals(
                Map.of(
                        "tested", new Past(82, 82, FROM.plusDays(50), last, 2, 0, 80, since),
                        "gone-on", new Past(270, 168, FROM, last, 0, 50, 168, FROM),
                        "unregistered", new Past(160, 112, FROM.plusDays(10), last, 0, 0, 0, null)),
                past);
    }
}
