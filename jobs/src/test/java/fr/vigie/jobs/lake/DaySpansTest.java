package fr.vigie.jobs.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.lake.DaySpans.Span;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.PartitionSpec;
import org.junit.jupiter.api.Test;

class DaySpansTest {
    private static DatedFile file(int first, int last) {
        return new DatedFile(A_FILE, first, last);
    }

    private static final DataFile A_FILE = DataFiles.builder(PartitionSpec.unpartitioned())
            .withPath("a.parquet")
            .withFileSizeInBytes(1)
            .withRecordCount(1)
            .build();

    private static List<Span> spans(List<Integer> days, DatedFile... files) {
        return DaySpans.of(days, Arrays.asList(files)).spans();
    }

    @Test
    void aDayComesWithTheDaysOfItsFileAndOfThoseThatOverlapIt() {
        assertEquals(List.of(new Span(1, 8)), spans(List.of(3), file(1, 5), file(5, 8), file(9, 16)));
        assertEquals(List.of(new Span(9, 16)), spans(List.of(12), file(1, 5), file(5, 8), file(9, 16)));
        assertEquals(List.of(new Span(20, 20)), spans(List.of(20), file(1, 5)));
        assertEquals(List.of(), spans(List.of(), file(1, 5)));
    }

    @Test
    void aYearOfFilesOfADayEachIsOneSpan() {
        var year = IntStream.range(0, 365).boxed().toList();
        var files = year.stream().map(day -> file(day, day)).toArray(DatedFile[]::new);
        assertEquals(List.of(new Span(0, 364)), spans(year, files));
    }

    @Test
    void aDayIsAmongThemWhereASpanHasIt() {
        var every3rd = DaySpans.of(
                IntStream.range(0, 100).map(i -> 3 * i).boxed().toList(), List.of(file(30, 32), file(299, 299)));
        for (int day = -1; day <= 300; day++) {
            boolean due =
                    day >= 0 && day < 300 && day % 3 == 0 || Set.of(31, 32).contains(day);
            assertEquals(due, every3rd.contains(day), "day " + day);
        }
        assertTrue(every3rd.touches(new Span(-5, 0)));
        assertFalse(every3rd.touches(new Span(298, 400)));
        assertFalse(new DaySpans(List.of()).contains(0));
    }

    @Test
    void everythingIsOneSpanOfAllDaysAndFiles() {
        var day = LocalDate.ofEpochDay(40);
        assertEquals(
                List.of(new Span(1, 40)),
                DaySpans.everything(List.of(day), List.of(file(1, 5))).spans());
    }
}
