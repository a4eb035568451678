package fr.vigie.jobs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordCsvTest {
    record Line(
            String practiceName,
            @Nullable LocalDate day,
            OptionalDouble rate,
            OptionalInt calls,
            Optional<String> owner,
            double change,
            List<String> inner) {}

    private static String line(String name, double change) {
        var line =
                new Line(name, null, OptionalDouble.of(0.5), OptionalInt.empty(), Optional.empty(), change, List.of());
        return RecordCsv.of(List.of(line), Line.class)
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesColumnsInSnakeCaseAndLeavesListsOut() {
        assertEquals(
                "practice_name,day,rate,calls,owner,change",
                RecordCsv.of(List.of(), Line.class).strip());
    }

    @Test
    void leavesWhatIsAbsentEmpty() {
        assertEquals("Cabinet,,0.5,,,1.0", line("Cabinet", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33", "-2", "@x"})
    void aTextIsNoFormula(String text) {
        assertEquals("'" + text + ",,0.5,,,1.0", line(text, 1));
    }

    @Test
    void norIsWhatFollowsASemicolon() {
        assertEquals("Cabinet;'=cmd();b,,0.5,,,1.0", line("Cabinet;=cmd();b", 1));
    }

    @Test
    void norIsALaterLine() {
        var line =
                new Line("a\n=1+1", null, OptionalDouble.empty(), OptionalInt.empty(), Optional.empty(), 1, List.of());
        assertTrue(RecordCsv.of(List.of(line), Line.class).contains("a\n'=1+1"));
    }

    @Test
    void aNegativeNumberStaysANumber() {
        assertEquals("a,,0.5,,,-3.5", line("a", -3.5));
    }
}
