package fr.vigie.jobs.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import fr.vigie.input.InputKind;
import fr.vigie.jobs.error.UserError;
import fr.vigie.simulate.ServicePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {
    private static final ServicePlan PLAN = ServicePlan.defaults(
                    3, LocalDate.of(2025, 10, 25), LocalDate.of(2025, 11, 6))
            .withPractices(8);

    @TempDir
    Path temporary;

    static List<Path> files(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void writesAFileOfEachKindWithItsColumnsAndTheTruth() throws IOException {
        var output = temporary.resolve("service");
        long calls = Simulation.write(PLAN, output);

        for (var kind : InputKind.values()) {
            var file = kind == InputKind.CALLS
                    ? output.resolve("calls/2025-10.csv")
                    : output.resolve(kind.word() + ".csv");
            try (var lines = Files.lines(file)) {
                int columns = lines.findFirst().orElseThrow().split(",", -1).length;
                assertEquals(kind.row().getRecordComponents().length, columns, kind.word());
            }
        }
        assertTrue(Files.exists(output.resolve("truth.csv")));
        long lines = 0;
        for (var month : List.of("2025-10", "2025-11")) {
            try (var reader = CsvReader.builder().ofNamedCsvRecord(output.resolve("calls/" + month + ".csv"))) {
                for (var row : reader) {
                    lines++;
                    assertTrue(row.getField("arrived_at").startsWith(month), row::toString);
                    assertEquals(
                            row.getField("ended_at"),
                            Instant.parse(row.getField("ended_at")).toString());
                }
            }
        }
        assertEquals(calls, lines);
    }

    @Test
    void headersAreTheCanonicalColumns() throws IOException {
        var output = temporary.resolve("service");
        Simulation.write(PLAN, output);
        assertEquals("insee,specialty,year,practitioners,fte,over_60,over_62,over_65", header(output, "supply.csv"));
        assertEquals(
                "call_id,practice_id,called_number,practitioner_id,caller,arrived_at,queued_at,answered_at,ended_at,"
                        + "wrap_seconds,operator_id,outcome,request,disposition,transfer_result,transfer_answered_at,channel",
                header(output, "calls/2025-10.csv"));
        assertEquals("practice_id,practitioner_id,kind,from,until,note", header(output, "truth.csv"));
    }

    private static String header(Path folder, String file) throws IOException {
        try (var lines = Files.lines(folder.resolve(file))) {
            return lines.findFirst().orElseThrow();
        }
    }

    @Test
    void theSamePlanGivesTheSameBytes() throws IOException {
        var first = temporary.resolve("first");
        var second = temporary.resolve("second");
        Simulation.write(PLAN, first);
        Simulation.write(PLAN, second);
        assertEquals(files(first), files(second));
        for (var file : files(first)) {
            assertArrayEquals(
                    Files.readAllBytes(first.resolve(file)), Files.readAllBytes(second.resolve(file)), file::toString);
        }
    }

    @Test
    void aFolderWithSomethingInItIsLeftAlone() throws IOException {
        var mine = Files.writeString(temporary.resolve("mine.txt"), "keep");
        var error = assertThrows(UserError.class, () -> Simulation.write(PLAN, temporary));
        assertEquals(2, error.exitCode());
        assertEquals("keep", Files.readString(mine));
        assertEquals(List.of(Path.of("mine.txt")), files(temporary));
    }

    @Test
    void leavesNothingHalfWrittenWhereItCannotWrite() throws IOException {
        var file = Files.writeString(temporary.resolve("file"), "no folder");
        var error = assertThrows(UserError.class, () -> Simulation.write(PLAN, file.resolve("service")));
        assertEquals(1, error.exitCode());
        assertEquals(List.of(Path.of("file")), files(temporary));
    }

    @Test
    void leftoversOfAKilledRunAreClearedAway() throws IOException {
        var leftover = Files.createDirectories(temporary.resolve(".service.partial"));
        Files.writeString(leftover.resolve("calls.csv"), "half a li");
        Simulation.write(PLAN, temporary.resolve("service"));
        assertFalse(Files.exists(leftover));
        assertFalse(Files.exists(temporary.resolve("service/calls.csv")));
    }
}
